package io.tiphys.verifier.expr;

import java.util.List;
import java.util.Optional;

/** A node of an expression. Every node knows the offset of the character in the text that made it: of an operator, the sign. */
public sealed interface Syntax {
    /** Where in the text, counted in UTF-16 units from 0. */
    int offset();

    /** {@code nil}. */
    record Nil(int offset) implements Syntax {}

    /** A boolean, number (Long or Double), text, or byte array. */
    record Literal(Object value, int offset) implements Syntax {}

    /** A variable. */
    record Name(String name, int offset) implements Syntax {}

    /** The current item of a predicate: {@code #}, or with a name {@code #acc} and {@code #index}. */
    record Pointer(String name, int offset) implements Syntax {}

    /** {@code not}, {@code !}, {@code -} or {@code +} before a node. */
    record Unary(String operator, Syntax node, int offset) implements Syntax {}

    /** Two nodes and what stands between them. */
    record Binary(String operator, Syntax left, Syntax right, int offset) implements Syntax {}

    /** {@code node.name}, {@code node[key]}, and with a question mark, when nil is no error. */
    record Member(Syntax node, Syntax property, boolean optional, boolean method, int offset) implements Syntax {}

    /** {@code node[from:to]}. */
    record Slice(Syntax node, Optional<Syntax> from, Optional<Syntax> to, int offset) implements Syntax {}

    /** The end of a chain of members: where an optional member that is nil jumps to. */
    record Chain(Syntax node, int offset) implements Syntax {}

    /** A call of a variable or of a member. */
    record Call(Syntax callee, List<Syntax> arguments, int offset) implements Syntax {}

    /** A call of a function of the language. */
    record Builtin(String name, List<Syntax> arguments, int offset) implements Syntax {}

    /** What a builtin asks of every item. */
    record Predicate(Syntax node, int offset) implements Syntax {}

    /** {@code condition ? yes : no}, or with {@code if} and {@code else}. */
    record Conditional(Syntax condition, Syntax yes, Syntax no, int offset) implements Syntax {}

    /** {@code let name = value; body}. */
    record Let(String name, Syntax value, Syntax body, int offset) implements Syntax {}

    /** Nodes between semicolons; the last is the value. */
    record Sequence(List<Syntax> nodes, int offset) implements Syntax {}

    /** {@code [a, b]}. */
    record Items(List<Syntax> nodes, int offset) implements Syntax {}

    /** {@code {key: value}}. */
    record Entries(List<Entry> entries, int offset) implements Syntax {}

    /** A key and its value. */
    record Entry(Syntax key, Syntax value) {}
}
