package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.ARGO_LINT;
import static io.tiphys.model.finding.RealProgram.CONTROLLER;

import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import java.util.List;

/** Images of containers. */
final class ImageRule implements LintRule {
    private static final Rule UNTAGGED = new Rule(
            "IMG-02",
            Severity.ERROR,
            "An image has a tag other than latest, or a digest, so that a workflow runs the same code tomorrow.",
            "Write the version behind a colon, such as image: repository/name:1.2.3, or the digest behind @.",
            "Kubernetes: configuration best practices, container images");
    private static final Rule EMPTY = new Rule(
            "IMG-05",
            Severity.ERROR,
            "A container has an image, of its own or from templateDefaults.",
            "Add image with the name and tag of a container image.",
            "argo lint: image may not be empty");

    @Override
    public List<Rule> rules() {
        return List.of(UNTAGGED, EMPTY);
    }

    @Override
    public void check(Spec spec, Report report) {
        for (Template template : spec.templates()) {
            for (String field : List.of("container", "script")) {
                Node container = template.node().get(field);
                if (container.json().isObject() && !container.hasContent("image") && !hasDefault(spec, field)) {
                    empty(container, ARGO_LINT, report);
                }
            }
            template.node().get("containerSet").items("containers").stream()
                    .filter(container -> container.json().isObject() && !container.hasContent("image"))
                    .forEach(container -> empty(container, CONTROLLER, report));
            template.containers().forEach(container -> tag(container.get("image"), report));
        }
    }

    private static void empty(Node container, RealProgram program, Report report) {
        if (!container.has("image") || container.get("image").json().isTextual()) {
            report.add(EMPTY, container.get("image").at(), "the container has no image", program);
        }
    }

    private static boolean hasDefault(Spec spec, String field) {
        return spec.inherited("templateDefaults").get(field).hasContent("image");
    }

    private static void tag(Node image, Report report) {
        String name = image.json().asText("");
        if (!image.json().isTextual() || name.isBlank() || name.contains("@") || name.contains("{{")) {
            return;
        }
        String last = name.substring(name.lastIndexOf('/') + 1);
        int colon = last.indexOf(':');
        if (colon < 0 || colon == last.length() - 1) {
            report.add(UNTAGGED, image.at(), "the image \"" + name + "\" has no tag");
        } else if (last.substring(colon + 1).equals("latest")) {
            report.add(UNTAGGED, image.at(), "the image \"" + name + "\" has the tag latest, which changes");
        }
    }
}
