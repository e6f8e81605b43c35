package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.generator.dsl.Declaration.Role;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Rendering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be wrong with a definition and is no longer visible in the file made from it, or better told before. */
final class ManifestCheck {
    private final WorkflowParts parts;
    private final Collected collected;
    private final List<Finding> findings = new ArrayList<>();

    ManifestCheck(WorkflowParts parts) {
        this.parts = parts;
        this.collected = Collected.of(parts);
    }

    List<Finding> check() {
        parts.problems().forEach(problem -> findings.add(problem.finding("")));
        references("", parts.references());
        for (Call call : parts.roots()) {
            arguments("", call, call.line(), false);
            inline("", call, call.isSaidInline());
        }
        Map<String, Template> byName = new HashMap<>();
        for (Template template : collected.all()) {
            template.parts().problems().forEach(problem -> findings.add(problem.finding(template.name())));
            references(template.name(), template.parts().references());
            mounts(template);
            calls(template);
        }
        for (Template template : collected.templates()) {
            if (!(template instanceof GraphTemplate)) {
                foreign(template);
            }
            Template before = byName.putIfAbsent(template.name(), template);
            if (before != null && !model(before).equals(model(template))) {
                add(
                        template.name(),
                        new Problem(
                                DefinitionRules.DUPLICATE_TEMPLATE,
                                "Two templates have the name \"" + template.name() + "\"",
                                template.parts().fields().get("name").flatMap(io.tiphys.model.object.Slot::origin)));
            }
        }
        specVolumes();
        return findings.stream().distinct().toList();
    }

    private io.tiphys.model.argo.Template model(Template template) {
        return template.toModel(new Context(parts.site(), parts.kind().ownsItsPods(), collected::find));
    }

    private void add(String template, Problem problem) {
        findings.add(problem.finding(template));
    }

    private void references(String template, References references) {
        for (Declaration conflict : references.conflicting()) {
            add(
                    template,
                    new Problem(
                            DefinitionRules.CONFLICTING_REFERENCE,
                            "\"" + conflict.name() + "\" is declared twice, each time differently: here as "
                                    + conflict.json(),
                            conflict.origin()));
        }
        for (Declaration declaration : references.declared()) {
            for (String field : List.of("value", "default")) {
                misfit(template, declaration, declaration, declaration.json().path(field), "The default");
            }
        }
        for (References.Mention mention : references.undeclared()) {
            if (mention.rich() && collected.find(mention.key()).isEmpty()) {
                add(
                        template,
                        new Problem(
                                DefinitionRules.ONLY_MENTIONED,
                                "\"" + mention.name() + "\" stands only inside a text, which keeps nothing of its"
                                        + " declaration but the name",
                                mention.line()));
            }
        }
    }

    /** A value with a tag is only known when the workflow runs. */
    private void misfit(String template, Declaration typed, Declaration at, JsonNode value, String what) {
        if (typed.type().isEmpty() || value.isMissingNode() || value.asText().contains("{{")) {
            return;
        }
        String mismatch = typed.type().get().mismatch(value.asText());
        if (!mismatch.isEmpty()) {
            add(
                    template,
                    new Problem(
                            DefinitionRules.DEFAULT_MISFIT,
                            what + " of \"" + typed.name() + "\" does not fit: " + mismatch,
                            at.origin()));
        }
    }

    private void mounts(Template template) {
        Map<String, Mount> byName = new HashMap<>();
        template.parts().mounts().forEach(mount -> conflict(template.name(), byName, mount));
    }

    private void specVolumes() {
        Map<String, Mount> byName = new HashMap<>();
        for (Template template : collected.all()) {
            for (Mount mount : template.parts().mounts()) {
                if (mount.isClaim() || !mount.isInTemplate(parts.kind().ownsItsPods())) {
                    conflict(template.name(), byName, mount);
                }
            }
        }
    }

    private void conflict(String template, Map<String, Mount> byName, Mount mount) {
        Mount before = byName.putIfAbsent(mount.name(), mount);
        if (before != null && !Rendering.json(before.declaration()).equals(Rendering.json(mount.declaration()))) {
            add(
                    template,
                    new Problem(
                            DefinitionRules.CONFLICTING_MOUNT,
                            "The volume name \"" + mount.name() + "\" stands for two volumes",
                            mount.origin()));
        }
    }

    private void calls(Template template) {
        if (template instanceof GraphTemplate graph) {
            for (Node<?> node : graph.graph().nodes().values()) {
                for (Call call : node.calls()) {
                    arguments(template.name(), call, node.line(), true);
                    boolean possible = call == node.call() && call.isInline();
                    inline(template.name(), call, call.isSaidInline() && !possible);
                }
            }
        }
    }

    /** What a step or task gives is known in its graph only, not in the templates that the graph calls. */
    private void foreign(Template template) {
        template.parts()
                .references()
                .nodes()
                .forEach((node, line) -> add(
                        template.name(),
                        new Problem(
                                DefinitionRules.FOREIGN_NODE,
                                "\"" + node.name() + "\" belongs to \""
                                        + node.graph().name() + "\", not to \"" + template.name() + "\"",
                                line)));
    }

    private void inline(String caller, Call call, boolean wrong) {
        if (wrong) {
            add(
                    caller,
                    new Problem(
                            DefinitionRules.NOT_INLINE,
                            "\"" + call.label() + "\" cannot stand inline here",
                            call.line()));
        }
    }

    /** @param complete whether all that is required must be given here; whoever submits can give the rest */
    private void arguments(String caller, Call call, Optional<JavaLine> line, boolean complete) {
        Optional<Template> callee = call.callee();
        Set<String> given = new HashSet<>();
        for (Call.Argument argument : call.arguments()) {
            Optional<JavaLine> here = argument.given().origin().or(() -> line);
            String name = argument.given().name();
            if (!given.add(argument.given().role().prefix() + name)) {
                add(
                        caller,
                        new Problem(DefinitionRules.GIVEN_TWICE, "The argument \"" + name + "\" is given twice", here));
            }
            Declaration value = argument.given();
            misfit(caller, argument.input(), value, value.json().path("value"), "The argument");
        }
        if (callee.isEmpty() || callee.get() instanceof ModelTemplate) {
            return;
        }
        Map<String, Declaration> inputs = new HashMap<>();
        for (Role role : List.of(Role.INPUT_PARAMETER, Role.INPUT_ARTIFACT)) {
            callee.get()
                    .parts()
                    .references()
                    .declarations(role, collected::find)
                    .forEach(input -> inputs.put(role.prefix() + input.name(), input));
        }
        for (Call.Argument argument : call.arguments()) {
            if (!inputs.containsKey(
                    argument.given().role().prefix() + argument.given().name())) {
                add(
                        caller,
                        new Problem(
                                DefinitionRules.UNKNOWN_INPUT,
                                "\"" + callee.get().name() + "\" has no input \""
                                        + argument.given().name() + "\"; it has "
                                        + inputs.values().stream()
                                                .map(Declaration::name)
                                                .sorted()
                                                .toList(),
                                argument.given().origin().or(() -> line)));
            }
        }
        for (Map.Entry<String, Declaration> input : new java.util.TreeMap<>(inputs).entrySet()) {
            if (complete && input.getValue().isRequired() && !given.contains(input.getKey())) {
                add(
                        caller,
                        new Problem(
                                DefinitionRules.MISSING_ARGUMENT,
                                "\"" + callee.get().name() + "\" needs \""
                                        + input.getValue().name() + "\", which has no default and is not given",
                                line));
            }
        }
    }
}
