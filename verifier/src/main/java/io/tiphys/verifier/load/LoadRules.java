package io.tiphys.verifier.load;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import java.util.List;

/** The rules of reading. */
public final class LoadRules {
    private static final String YAML = "YAML 1.1 as sigs.k8s.io/yaml reads it";
    private static final String STRICT = "Kubernetes API server, fieldValidation=Strict";

    static final Rule NOT_YAML = error(
            "LOAD-01",
            "A manifest is well-formed YAML or JSON.",
            "Mend the text at this place; the other documents of the file have been judged.",
            YAML);
    static final Rule DUPLICATE_KEY = error(
            "LOAD-02",
            "A key stands once in a mapping.",
            "Delete one of the two keys; kubectl takes the last one, argo lint drops the whole object in silence.",
            STRICT);
    static final Rule TEMPLATED = error(
            "LOAD-03",
            "A manifest is YAML as it stands, not the source of a Helm chart.",
            "Render the chart first, helm template NAME CHART > rendered.yaml, and verify that file.",
            YAML);
    static final Rule LIMIT = error(
            "LOAD-04",
            "Files, folders and documents stay within the bounds of size, number and depth.",
            "Split the file, or name fewer sources.",
            "bounds of Tiphys");
    static final Rule UNREADABLE = error(
            "LOAD-05",
            "A source exists and can be read as UTF-8 text.",
            "Correct the path, its permissions or its encoding.",
            "Tiphys");
    static final Rule KIND = error(
            "LOAD-06",
            "apiVersion and kind are spelt as the cluster knows them.",
            "Correct the spelling; as it stands, argo lint skips the object and the cluster refuses it.",
            "Kubernetes API conventions, types (kinds)");
    static final Rule NO_KIND = error(
            "LOAD-07",
            "An object has apiVersion and kind.",
            "Add the missing line.",
            "Kubernetes API conventions, types (kinds)");
    static final Rule OUTSIDE = new Rule(
            "LOAD-08",
            Severity.WARNING,
            "A symbolic link stays inside its source.",
            "Name the target as a source of its own.",
            "Tiphys");

    static final Rule DROPPED = error(
            "LOAD-09",
            "Every document of a file is read: behind ... another one starts with ---.",
            "Write --- before the next document, or delete what stands behind the end.",
            YAML);
    static final Rule VERSIONS = new Rule(
            "LOAD-10",
            Severity.WARNING,
            "A plain value means the same in YAML 1.1, which Kubernetes reads, and in YAML 1.2, which editors and other tools"
                    + " read.",
            "Write true or false, decimal or 0o octal numbers; put quotes around a text.",
            "YAML 1.1 and 1.2");
    static final Rule NO_OBJECT = new Rule(
            "LOAD-11",
            Severity.INFO,
            "A document of a source is an object of Kubernetes.",
            "Move other files out of the source.",
            "Kubernetes API conventions, types (kinds)");

    private LoadRules() {}

    /** All of them, by id. */
    public static List<Rule> all() {
        return List.of(
                NOT_YAML,
                DUPLICATE_KEY,
                TEMPLATED,
                LIMIT,
                UNREADABLE,
                KIND,
                NO_KIND,
                OUTSIDE,
                DROPPED,
                VERSIONS,
                NO_OBJECT);
    }

    private static Rule error(String id, String summary, String remedy, String source) {
        return new Rule(id, Severity.ERROR, summary, remedy, source);
    }
}
