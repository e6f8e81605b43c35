package io.tiphys.generator.dsl;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.model.object.Rendering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be wrong with a definition and is no longer visible in the file made from it. */
final class ManifestCheck {
    static final Rule CONFLICTING_REFERENCE = new Rule(
            "GEN-07",
            Severity.ERROR,
            "One name stands for one declaration within a template.",
            "Make one Java variable of it and use that in both places.",
            "Argo: input and workflow parameters are found by name");

    static final Rule CONFLICTING_MOUNT = new Rule(
            "GEN-08",
            Severity.ERROR,
            "One volume name stands for one volume within a template.",
            "Give one of the two volumes another name.",
            "Kubernetes: volumes of a pod are found by name");

    static final Rule DEFAULT_MISFIT = new Rule(
            "GEN-09",
            Severity.ERROR,
            "A default fits the type of its parameter.",
            "Change the default, or the type.",
            "JSON Schema of the parameter");

    static final List<Rule> RULES = List.of(CONFLICTING_REFERENCE, CONFLICTING_MOUNT, DEFAULT_MISFIT);

    private ManifestCheck() {}

    static List<Finding> check(Manifest manifest) {
        List<Finding> findings = new ArrayList<>();
        for (Template template : manifest.templates()) {
            for (Reference reference : template.references().conflicting()) {
                findings.add(at(
                        template,
                        reference.origin(),
                        Finding.of(
                                CONFLICTING_REFERENCE,
                                "\"" + reference.name() + "\" is declared twice, each time differently: here as "
                                        + reference.declaration())));
            }
            findings.addAll(mounts(template));
            for (Input input : template.references().inputs()) {
                String value = input.declaration().path("value").asText("");
                String mismatch =
                        input.type().isPresent() && input.declaration().has("value")
                                ? input.type().get().mismatch(value)
                                : "";
                if (!mismatch.isEmpty()) {
                    findings.add(at(
                            template,
                            input.origin(),
                            Finding.of(
                                    DEFAULT_MISFIT,
                                    "The default of \"" + input.name() + "\" does not fit: " + mismatch)));
                }
            }
        }
        return findings;
    }

    private static List<Finding> mounts(Template template) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Mount> byName = new HashMap<>();
        for (Mount mount : template.mounts()) {
            Mount before = byName.putIfAbsent(mount.name(), mount);
            if (before != null && !Rendering.json(before.declaration()).equals(Rendering.json(mount.declaration()))) {
                Optional<JavaLine> line = mount.declaration().origin();
                findings.add(at(
                        template,
                        line,
                        Finding.of(
                                CONFLICTING_MOUNT, "The volume name \"" + mount.name() + "\" stands for two volumes")));
            }
        }
        return findings;
    }

    private static Finding at(Template template, Optional<JavaLine> line, Finding finding) {
        return finding.withPlace(new Finding.Place("", 0, 0, 0, "", template.name(), ""))
                .withJava(line);
    }
}
