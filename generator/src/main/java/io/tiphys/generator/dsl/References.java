package io.tiphys.generator.dsl;

import io.tiphys.generator.dsl.Declaration.Role;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;

/**
 * What something uses and is therefore declared, in the order of first use: given whole, or mentioned in a text.
 * Immutable.
 */
final class References {
    static final References NONE = new References(Map.of(), Map.of(), List.of(), Map.of(), Map.of());

    /**
     * A declared value that stands in a text, of which the text keeps only the name.
     *
     * @param rich more than the name was to be declared
     */
    record Mention(Role role, String name, boolean rich, Optional<JavaLine> line) {
        String key() {
            return role.prefix() + name;
        }
    }

    private final Map<String, Declaration> declared;
    private final Map<String, Mention> mentioned;
    private final List<Declaration> conflicting;
    private final Map<Node<?>, Optional<JavaLine>> nodes;
    private final Map<String, Optional<JavaLine>> nodeNames;

    private References(
            Map<String, Declaration> declared,
            Map<String, Mention> mentioned,
            List<Declaration> conflicting,
            Map<Node<?>, Optional<JavaLine>> nodes,
            Map<String, Optional<JavaLine>> nodeNames) {
        this.declared = Collections.unmodifiableMap(declared);
        this.mentioned = Collections.unmodifiableMap(mentioned);
        this.conflicting = List.copyOf(conflicting);
        this.nodes = Collections.unmodifiableMap(nodes);
        this.nodeNames = Collections.unmodifiableMap(nodeNames);
    }

    /** These and what the values are made from or mention. */
    References with(Object... values) {
        Builder builder = new Builder(this);
        for (Object value : values) {
            builder.use(value);
        }
        return builder.build();
    }

    References with(Collection<?> values) {
        return values.isEmpty() ? this : with(values.toArray());
    }

    References with(References others) {
        if (others == NONE) {
            return this;
        }
        Builder builder = new Builder(this);
        others.declared.values().forEach(builder::declare);
        others.mentioned.forEach(builder.mentioned::putIfAbsent);
        builder.conflicting.addAll(others.conflicting);
        others.nodes.forEach(builder.nodes::putIfAbsent);
        others.nodeNames.forEach(builder.nodeNames::putIfAbsent);
        return builder.build();
    }

    /** Without the steps and tasks: for what lies outside the graph. */
    References withoutNodes() {
        return new References(declared, mentioned, conflicting, Map.of(), Map.of());
    }

    /** With the mentioned declared, as found by their key or else by nothing but their name. */
    List<Declaration> declarations(Role role, Function<String, Optional<Declaration>> found) {
        List<Declaration> all = new ArrayList<>();
        for (Declaration declaration : declared.values()) {
            if (declaration.role() == role) {
                all.add(declaration);
            }
        }
        for (Mention mention : undeclared(role)) {
            all.add(found.apply(mention.key()).orElseGet(() -> Declaration.of(role, mention.name(), mention.line())));
        }
        return all;
    }

    /** The mentioned that nothing here declares. */
    List<Mention> undeclared() {
        return mentioned.values().stream()
                .filter(mention -> !declared.containsKey(mention.key()))
                .toList();
    }

    private List<Mention> undeclared(Role role) {
        return undeclared().stream().filter(mention -> mention.role() == role).toList();
    }

    /** All that is declared by being used whole. */
    Collection<Declaration> declared() {
        return declared.values();
    }

    /** Declarations under a name that already stands for another. */
    List<Declaration> conflicting() {
        return conflicting;
    }

    /** The steps and tasks whose outputs are used, each with the first line that does so. */
    Map<Node<?>, Optional<JavaLine>> nodes() {
        return nodes;
    }

    /** The steps and tasks that texts mention, by the name in the graph. */
    Map<String, Optional<JavaLine>> nodeNames() {
        return nodeNames;
    }

    private static final class Builder {
        private final Map<String, Declaration> declared;
        private final Map<String, Mention> mentioned;
        private final List<Declaration> conflicting;
        private final Map<Node<?>, Optional<JavaLine>> nodes;
        private final Map<String, Optional<JavaLine>> nodeNames;

        Builder(References before) {
            declared = new LinkedHashMap<>(before.declared);
            mentioned = new LinkedHashMap<>(before.mentioned);
            conflicting = new ArrayList<>(before.conflicting);
            nodes = new LinkedHashMap<>(before.nodes);
            nodeNames = new LinkedHashMap<>(before.nodeNames);
        }

        void use(Object value) {
            if (value instanceof Value given) {
                given.sources().forEach(this::source);
            } else if (value instanceof Declaration declaration) {
                declare(declaration);
            } else if (value instanceof ArtifactOutput artifact) {
                declare(artifact.declaration());
            } else if (value instanceof ArtifactValue artifact) {
                artifact.sources().forEach(this::source);
            } else if (value instanceof CharSequence text) {
                text(text.toString());
            } else if (value instanceof Collection<?> several) {
                several.forEach(this::use);
            }
        }

        private void source(Value value) {
            if (value instanceof Input input) {
                declare(input.declaration());
            } else if (value instanceof WorkflowParameter parameter) {
                declare(parameter.declaration());
            } else if (value instanceof OutputParameter output) {
                declare(output.declaration());
            } else if (value instanceof Variable variable) {
                variable.declaration().ifPresent(this::declare);
                variable.node().ifPresent(node -> nodes.computeIfAbsent(node, key -> Origin.caller()));
            }
        }

        void declare(Declaration declaration) {
            Declaration before = declared.putIfAbsent(declaration.role().prefix() + declaration.name(), declaration);
            if (before != null && !before.sameAs(declaration)) {
                conflicting.add(declaration);
            }
            if (before == null) {
                declaration.sources().forEach(this::use);
            }
        }

        void text(String text) {
            if (!text.contains(" }}")) {
                return;
            }
            Matcher tag = Texts.MENTION.matcher(text);
            while (tag.find()) {
                String path = tag.group(1);
                if (path.startsWith("steps.") || path.startsWith("tasks.")) {
                    nodeNames.computeIfAbsent(path.split("\\.", 3)[1], key -> Origin.caller());
                }
                for (Role role : Role.values()) {
                    if (path.startsWith(role.prefix())) {
                        String name = path.substring(role.prefix().length());
                        boolean isPath = role != Role.INPUT_PARAMETER && role != Role.WORKFLOW_PARAMETER;
                        String bare = isPath && name.endsWith(".path") ? name.substring(0, name.length() - 5) : name;
                        Mention mention = new Mention(role, bare, tag.group(2).length() == 2, Origin.caller());
                        mentioned.putIfAbsent(mention.key(), mention);
                    }
                }
            }
        }

        References build() {
            return new References(declared, mentioned, conflicting, nodes, nodeNames);
        }
    }
}
