package io.tiphys.generator.dsl;

import io.tiphys.generator.dsl.expression.Expression;
import java.util.List;
import java.util.Optional;

/** What Argo knows without a declaration: the workflow's name, a loop's item, another step's result. Immutable. */
public final class Variable extends Value {
    private final Expression.Path path;
    private final Optional<Node<?>> node;
    private final Optional<Declaration> declaration;

    private Variable(Expression.Path path, Optional<Node<?>> node, Optional<Declaration> declaration) {
        this.path = path;
        this.node = node;
        this.declaration = declaration;
    }

    static Variable of(String... segments) {
        String[] path = Texts.given("the name of a variable", segments).toArray(String[]::new);
        return new Variable(Expression.Path.of(path), Optional.empty(), Optional.empty());
    }

    /** Something that a step or task gives. */
    static Variable of(Node<?> node, String... segments) {
        return new Variable(Expression.Path.of(segments), Optional.of(node), Optional.empty());
    }

    /** The path of an input or output of the template itself, which using it declares. */
    static Variable of(Declaration declaration, String... segments) {
        return new Variable(Expression.Path.of(segments), Optional.empty(), Optional.of(declaration));
    }

    Optional<Node<?>> node() {
        return node;
    }

    Optional<Declaration> declaration() {
        return declaration;
    }

    @Override
    Expression expression() {
        return path;
    }

    @Override
    List<Value> sources() {
        return List.of(this);
    }

    @Override
    boolean isRich() {
        return declaration.filter(declared -> !declared.isBare()).isPresent();
    }

    /** The tag; what has a declaration or comes from a step or task has a blank before its end, as {@link Input} has. */
    @Override
    public String toString() {
        if (node.isPresent()) {
            return Mentions.tag(path.dotted(), false);
        }
        return declaration.isPresent()
                ? declaration
                        .get()
                        .mention("." + path.segments().get(path.segments().size() - 1))
                : tag();
    }
}
