package io.tiphys.generator.dsl;

import io.tiphys.generator.dsl.Declaration.Role;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What something uses and is therefore declared, in the order of first use: given whole, or mentioned in a text.
 * Immutable.
 */
final class References {
    static final References NONE = new References(List.of(), Map.of(), Map.of(), List.of(), Map.of(), Map.of());

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

    /** The keys of what is declared or mentioned, as they were first used. */
    private final List<String> order;

    private final Map<String, Declaration> declared;
    private final Map<String, Mention> mentioned;
    private final List<Declaration> conflicting;
    private final Map<Node<?>, Optional<JavaLine>> nodes;
    private final Map<String, Optional<JavaLine>> nodeNames;

    private References(
            Collection<String> order,
            Map<String, Declaration> declared,
            Map<String, Mention> mentioned,
            List<Declaration> conflicting,
            Map<Node<?>, Optional<JavaLine>> nodes,
            Map<String, Optional<JavaLine>> nodeNames) {
        this.order = List.copyOf(order);
        this.declared = Collections.unmodifiableMap(declared);
        this.mentioned = Collections.unmodifiableMap(mentioned);
        this.conflicting = List.copyOf(conflicting);
        this.nodes = Collections.unmodifiableMap(nodes);
        this.nodeNames = Collections.unmodifiableMap(nodeNames);
    }

    /** These and what the values are made from or mention. */
    References with(Object... values) {
        Builder builder = new Builder(this);
        for (Object value : Texts.given("what is used", values)) {
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
        builder.order.addAll(others.order);
        others.declared.values().forEach(builder::declare);
        others.mentioned.forEach(builder.mentioned::putIfAbsent);
        builder.conflicting.addAll(others.conflicting);
        others.nodes.forEach(builder.nodes::putIfAbsent);
        others.nodeNames.forEach(builder.nodeNames::putIfAbsent);
        return builder.build();
    }

    /** Without the steps and tasks: for what lies outside the graph. */
    References withoutNodes() {
        return new References(order, declared, mentioned, conflicting, Map.of(), Map.of());
    }

    /** In the order of first use; the mentioned are declared as found by their key, or else by nothing but their name. */
    List<Declaration> declarations(Role role, Function<String, Optional<Declaration>> found) {
        List<Declaration> all = new ArrayList<>();
        for (String key : order) {
            Declaration whole = declared.get(key);
            Mention mention = mentioned.get(key);
            if (whole != null && whole.role() == role) {
                all.add(whole);
            } else if (whole == null && mention != null && mention.role() == role) {
                all.add(found.apply(key).orElseGet(() -> Declaration.of(role, mention.name(), mention.line())));
            }
        }
        return all;
    }

    /** The mentioned that nothing here declares. */
    List<Mention> undeclared() {
        return mentioned.values().stream()
                .filter(mention -> !declared.containsKey(mention.key()))
                .toList();
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
        private final Set<String> order;
        private final Map<String, Declaration> declared;
        private final Map<String, Mention> mentioned;
        private final List<Declaration> conflicting;
        private final Map<Node<?>, Optional<JavaLine>> nodes;
        private final Map<String, Optional<JavaLine>> nodeNames;

        Builder(References before) {
            order = new LinkedHashSet<>(before.order);
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
                Mentions.in(text.toString(), this::mention);
            } else if (value instanceof Collection<?> several) {
                several.forEach(this::use);
            } else if (value instanceof Map<?, ?> map) {
                map.values().forEach(this::use);
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
            String key = declaration.role().prefix() + declaration.name();
            order.add(key);
            Declaration before = declared.putIfAbsent(key, declaration);
            if (before != null && !before.sameAs(declaration)) {
                conflicting.add(declaration);
            }
            if (before == null) {
                declaration.sources().forEach(this::use);
            }
        }

        private void mention(String path, boolean rich) {
            if (path.startsWith("steps.") || path.startsWith("tasks.")) {
                nodeNames.computeIfAbsent(path.split("\\.", 3)[1], key -> Origin.caller());
            }
            for (Role role : Role.values()) {
                if (path.startsWith(role.prefix())) {
                    String name = path.substring(role.prefix().length());
                    boolean isPath = role != Role.INPUT_PARAMETER && role != Role.WORKFLOW_PARAMETER;
                    String bare = isPath && name.endsWith(".path") ? name.substring(0, name.length() - 5) : name;
                    Mention mention = new Mention(role, bare, rich, Origin.caller());
                    order.add(mention.key());
                    mentioned.putIfAbsent(mention.key(), mention);
                }
            }
        }

        References build() {
            return new References(order, declared, mentioned, conflicting, nodes, nodeNames);
        }
    }
}
