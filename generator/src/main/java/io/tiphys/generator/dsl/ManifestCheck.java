package io.tiphys.generator.dsl;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Rendering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be wrong with a definition and is no longer visible in the file made from it. */
final class ManifestCheck {
    private ManifestCheck() {}

    static List<Finding> check(Manifest manifest) {
        List<Finding> findings = new ArrayList<>();
        for (Template template : manifest.templates()) {
            for (Reference reference : template.references().conflicting()) {
                findings.add(at(
                        template,
                        reference.origin(),
                        Finding.of(
                                DefinitionRules.CONFLICTING_REFERENCE,
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
                                    DefinitionRules.DEFAULT_MISFIT,
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
                                DefinitionRules.CONFLICTING_MOUNT,
                                "The volume name \"" + mount.name() + "\" stands for two volumes")));
            }
        }
        return findings;
    }

    private static Finding at(Template template, Optional<JavaLine> line, Finding finding) {
        return finding.withPlace(new Finding.Place("", 0, 0, 0, "", template.name(), ""))
                .withJava(line);
    }
}
