package io.tiphys.verifier.lint.rule;

import static io.tiphys.model.finding.RealProgram.ARGO_LINT;
import static io.tiphys.model.finding.RealProgram.CONTROLLER;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Reach;
import io.tiphys.verifier.lint.spec.Spec;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.load.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Mounts and the volumes they mount. */
final class VolumeRule implements LintRule {
    private static final Rule UNDECLARED = new Rule(
            "MNT-01",
            Severity.ERROR,
            "Every mount names a volume of the template, a volume of the spec or a volumeClaimTemplate.",
            "Declare the volume under volumes or volumeClaimTemplates, or correct the name of the mount.",
            "Argo Workflows: the pod is refused, and the workflow fails");
    private static final Rule UNUSED = new Rule(
            "MNT-02", Severity.INFO, "Every volume is mounted somewhere.", "Delete the volume, or mount it.", "Tiphys");
    private static final Rule SAME_PATH = new Rule(
            "MNT-03",
            Severity.ERROR,
            "Mounts and input artifacts of a container have different paths.",
            "Give one of the two another path.",
            "argo lint: already mounted; full CRDs");

    @Override
    public List<Rule> rules() {
        return List.of(UNDECLARED, UNUSED, SAME_PATH);
    }

    @Override
    public void check(Spec spec, Report report) {
        Set<String> shared = new TreeSet<>(names(spec.node()));
        spec.base().ifPresent(base -> shared.addAll(names(base.node())));
        shared.addAll(names(spec.node().get("templateDefaults")));
        Set<String> used = new HashSet<>();
        Reach reach = Reach.of(spec);
        for (Template template : spec.templates()) {
            Set<String> known = new TreeSet<>(shared);
            known.addAll(names(template.node()));
            for (Node mount : mounts(template)) {
                used.add(mount.text("name"));
                undeclared(spec, template, mount, known, reach, report);
            }
            paths(template, report);
        }
        unused(spec, used, report);
    }

    private static void undeclared(
            Spec spec, Template template, Node mount, Set<String> known, Reach reach, Report report) {
        String name = mount.text("name");
        if (name.isEmpty() || name.contains("{{") || known.contains(name) || patched(spec, template)) {
            return;
        }
        String message = "no volume \"" + name + "\" is declared";
        if (reach.isReached(template) || !spec.isStored()) {
            report.addUnknown(UNDECLARED, mount.get("name").at(), message, name, known, CONTROLLER);
        } else {
            report.add(
                    UNDECLARED,
                    Severity.WARNING,
                    mount.get("name").at(),
                    message + Nearest.hintOrAll(name, known)
                            + "; whoever calls the template by templateRef must bring it");
        }
    }

    /** A patch of the pod may bring volumes. */
    private static boolean patched(Spec spec, Template template) {
        return (spec.node().text("podSpecPatch") + template.node().text("podSpecPatch")).contains("volumes");
    }

    private static Set<String> names(Node holder) {
        Set<String> names = new TreeSet<>();
        holder.items("volumes").forEach(volume -> names.add(volume.text("name")));
        holder.items("volumeClaimTemplates")
                .forEach(claim -> names.add(claim.get("metadata").text("name")));
        return names;
    }

    private static List<Node> mounts(Template template) {
        List<Node> mounts = new ArrayList<>();
        template.containers().forEach(container -> mounts.addAll(container.items("volumeMounts")));
        mounts.addAll(template.node().get("containerSet").items("volumeMounts"));
        return mounts;
    }

    private static void paths(Template template, Report report) {
        List<Node> holders = new ArrayList<>(template.containers());
        holders.add(template.node().get("containerSet"));
        for (Node container : holders) {
            Map<String, Node> mounted = new HashMap<>();
            for (Node mount : container.items("volumeMounts")) {
                String path = mount.text("mountPath");
                Node other = path.isEmpty() ? null : mounted.putIfAbsent(path, mount);
                if (other != null) {
                    report.add(
                            SAME_PATH,
                            mount.at(),
                            "the path " + path + " is that of the mount of \"" + other.text("name") + "\" in line "
                                    + report.line(other.at()),
                            ARGO_LINT);
                }
            }
        }
        Map<String, Node> main = new HashMap<>();
        for (String field : List.of("container", "script")) {
            template.node().get(field).items("volumeMounts").forEach(mount -> main.put(mount.text("mountPath"), mount));
        }
        for (Node artifact : template.node().get("inputs").items("artifacts")) {
            Node mount = main.get(artifact.text("path"));
            if (mount != null && artifact.hasContent("path")) {
                report.add(
                        SAME_PATH,
                        artifact.get("path").at(),
                        "the artifact is written to " + artifact.text("path") + ", where the volume \""
                                + mount.text("name") + "\" is mounted in line " + report.line(mount.at()),
                        ARGO_LINT);
            }
        }
    }

    private static void unused(Spec spec, Set<String> used, Report report) {
        for (Template template : spec.templates()) {
            if (!patched(spec, template)) {
                unused(template.node().items("volumes"), used, report);
            }
        }
        if (!spec.isStored() && spec.base().isEmpty() && !spec.node().hasContent("podSpecPatch")) {
            unused(spec.node().items("volumes"), used, report);
        }
    }

    private static void unused(List<Node> volumes, Set<String> used, Report report) {
        for (Node volume : volumes) {
            String name = volume.text("name");
            if (!name.isEmpty() && !name.contains("{{") && !used.contains(name)) {
                report.add(UNUSED, volume.get("name").at(), "nothing mounts the volume \"" + name + "\"");
            }
        }
    }
}
