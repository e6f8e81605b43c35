package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.API_SERVER;
import static io.tiphys.model.finding.RealProgram.ARGO_LINT;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.name.NameForm;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names, labels and annotations of the object itself. */
final class ObjectNameRule implements LintRule {
    private static final int LONGEST = 63;
    private static final int LONGEST_CRON = 52;
    private static final Rule LENGTH = new Rule(
            "NAME-01",
            Severity.ERROR,
            "The name of a workflow object has at most 63 characters, that of a CronWorkflow 52.",
            "Shorten metadata.name.",
            "Argo Workflows: names become label values and names of pods");
    private static final Rule NAME = new Rule(
            "NAME-02",
            Severity.ERROR,
            "An object has a name or generateName: lower-case letters, digits, hyphens and dots.",
            "Set metadata.name to a lower-case name such as my-workflow.",
            "Kubernetes: object names and ids (RFC 1123 subdomain)");
    private static final Rule LABEL = new Rule(
            "NAME-03",
            Severity.ERROR,
            "Keys of labels and annotations, and values of labels, are spelt as Kubernetes asks.",
            "Use at most 63 letters, digits, '-', '_' and '.', starting and ending with a letter or digit; free text goes"
                    + " into an annotation.",
            "Kubernetes: labels and selectors, syntax and character set");

    private static final int ANNOTATION_BYTES = 256 << 10;
    private static final Rule SIZE = new Rule(
            "NAME-09",
            Severity.ERROR,
            "Annotations of an object have at most 256 KiB together.",
            "Move long texts into a ConfigMap.",
            "Kubernetes: annotations");

    @Override
    public List<Rule> rules() {
        return List.of(LENGTH, NAME, LABEL, SIZE);
    }

    @Override
    public void check(Spec spec, Report report) {
        Node metadata = spec.root().get("metadata");
        name(spec, metadata, report);
        metadata.get("labels").fields((key, value) -> {
            key(NameForm.LABEL_KEY, key, value, report);
            String text = value.json().asText();
            if (value.json().isTextual()) {
                spelling(LABEL, NameForm.LABEL_VALUE, text, "label value", value, report);
            }
        });
        long[] bytes = {0};
        metadata.get("annotations")
                .fields((key, value) ->
                        bytes[0] += utf8(key) + utf8(value.json().asText("")));
        if (bytes[0] > ANNOTATION_BYTES) {
            report.add(
                    SIZE,
                    metadata.get("annotations").at(),
                    "the annotations have " + bytes[0] + " bytes; at most " + ANNOTATION_BYTES + " are allowed",
                    API_SERVER);
        }
        metadata.get("annotations").fields((key, value) -> key(NameForm.ANNOTATION_KEY, key, value, report));
    }

    private static void name(Spec spec, Node metadata, Report report) {
        String name = metadata.text("name");
        int longest = spec.manifest().kind().equals("CronWorkflow") ? LONGEST_CRON : LONGEST;
        if (name.length() > longest) {
            report.add(
                    LENGTH,
                    metadata.get("name").at(),
                    "the name has " + name.length() + " characters; at most " + longest + " are allowed",
                    ARGO_LINT);
        }
        if (name.isEmpty()) {
            String prefix = metadata.text("generateName");
            if (isBroken(metadata)) {
                return; // the schema says so
            }
            if (prefix.isEmpty()) {
                report.add(NAME, metadata.get("name").at(), "the object has neither name nor generateName", API_SERVER);
            } else {
                Node at = metadata.get("generateName");
                spelling(NAME, NameForm.GENERATE_NAME, prefix, "beginning of a name", at, report);
            }
        } else {
            spelling(NAME, NameForm.DNS_SUBDOMAIN, name, "name of an object", metadata.get("name"), report);
        }
    }

    private static boolean isBroken(Node metadata) {
        return List.of("name", "generateName").stream()
                .anyMatch(field ->
                        metadata.has(field) && !metadata.get(field).json().isTextual());
    }

    private static void spelling(Rule rule, NameForm form, String text, String what, Node at, Report report) {
        form.problem(text)
                .ifPresent(problem -> report.addAt(
                        rule,
                        at.at(),
                        problem.offset(),
                        "\"" + text + "\" is no " + what + ": " + problem.message(),
                        Names.remedy(form, text, rule),
                        API_SERVER));
    }

    private static int utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void key(NameForm form, String key, Node value, Report report) {
        form.problem(key)
                .ifPresent(problem -> report.addKey(
                        LABEL,
                        value.at(),
                        "\"" + key + "\" is no key of a label or annotation: " + problem.message(),
                        Names.remedy(form, key, LABEL),
                        API_SERVER));
    }
}
