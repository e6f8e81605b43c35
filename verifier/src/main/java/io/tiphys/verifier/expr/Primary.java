package io.tiphys.verifier.expr;

import io.tiphys.verifier.expr.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands between operators: values, names, brackets, calls, and the members behind them. */
final class Primary {
    private static final String VALUE = "a value, a name or an opening bracket";

    private final Parser parser;
    private int predicates;

    Primary(Parser parser) {
        this.parser = parser;
    }

    Syntax read() throws SyntaxException {
        Token token = parser.current();
        Integer binding = token.kind() == Kind.OPERATOR ? Operators.UNARY.get(token.value()) : null;
        if (binding != null) {
            parser.take();
            return members(parser.node(new Syntax.Unary(token.value(), parser.expression(binding), token.offset())));
        }
        if (parser.takeBracket("(")) {
            Syntax inner = parser.sequence();
            parser.closing(")", token.offset());
            return members(inner);
        }
        if (predicates > 0 && (token.isOperator("#") || token.isOperator("."))) {
            return members(pointer(token));
        }
        if (parser.takeOperator("::")) {
            return members(call(parser.name("the name of a function"), Optional.empty()));
        }
        return switch (token.kind()) {
            case NAME -> name();
            case NUMBER -> Numbers.literal(parser.take());
            case TEXT -> members(parser.node(new Syntax.Literal(parser.take().value(), token.offset())));
            case BYTES ->
                members(parser.node(new Syntax.Literal(new Bytes(parser.take().value()), token.offset())));
            default -> {
                if (token.isBracket("[")) {
                    yield members(items());
                }
                if (token.isBracket("{")) {
                    yield members(entries());
                }
                throw parser.expected(VALUE);
            }
        };
    }

    private Syntax pointer(Token token) throws SyntaxException {
        String name = "";
        if (parser.takeOperator("#") && parser.current().kind() == Kind.NAME) {
            name = parser.take().value();
        }
        return parser.node(new Syntax.Pointer(name, token.offset()));
    }

    private Syntax name() throws SyntaxException {
        Token token = parser.take();
        return switch (token.value()) {
            case "true", "false" -> parser.node(new Syntax.Literal(token.value().equals("true"), token.offset()));
            case "nil" -> parser.node(new Syntax.Nil(token.offset()));
            default ->
                members(
                        parser.current().isBracket("(")
                                ? call(token, Optional.empty())
                                : parser.node(new Syntax.Name(token.value(), token.offset())));
        };
    }

    /** A call, with what stands before a pipe as first argument. */
    Syntax call(Token name, Optional<Syntax> piped) throws SyntaxException {
        String form = Signatures.predicate(name.value());
        if (!form.isEmpty()) {
            return predicateCall(name, piped, form);
        }
        List<Syntax> arguments = arguments(piped, name.value());
        if (Signatures.isFunction(name.value())) {
            return parser.node(new Syntax.Builtin(name.value(), arguments, name.offset()));
        }
        Syntax callee = parser.node(new Syntax.Name(name.value(), name.offset()));
        return parser.node(new Syntax.Call(callee, arguments, name.offset()));
    }

    private Syntax predicateCall(Token name, Optional<Syntax> piped, String form) throws SyntaxException {
        int opened = opening(name.value());
        List<Syntax> arguments = new ArrayList<>(piped.stream().toList());
        for (int i = arguments.size(); i < form.length(); i++) {
            char kind = form.charAt(i);
            if (Character.isUpperCase(kind) && parser.current().isBracket(")")) {
                break;
            }
            if (i > (piped.isPresent() ? 1 : 0)) {
                parser.operator(",");
            }
            arguments.add(Character.toLowerCase(kind) == 'v' ? parser.expression(0) : predicate());
        }
        parser.takeOperator(",");
        parser.closing(")", opened);
        return parser.node(new Syntax.Builtin(name.value(), List.copyOf(arguments), name.offset()));
    }

    private Syntax predicate() throws SyntaxException {
        Token start = parser.current();
        boolean braces = parser.takeBracket("{");
        predicates++;
        Syntax node = braces ? parser.sequence() : parser.expression(0);
        predicates--;
        if (braces) {
            parser.closing("}", start.offset());
        } else if (parser.current().isOperator(";")) {
            throw parser.expected("{ and } around the predicate");
        }
        return parser.node(new Syntax.Predicate(node, start.offset()));
    }

    private int opening(String function) throws SyntaxException {
        int offset = parser.current().offset();
        if (!parser.takeBracket("(")) {
            throw parser.expected("\"(\" with the arguments of " + function);
        }
        return offset;
    }

    private List<Syntax> arguments(Optional<Syntax> piped, String function) throws SyntaxException {
        int opened = opening(function);
        List<Syntax> list = new ArrayList<>(piped.stream().toList());
        list.addAll(list(")", opened));
        return List.copyOf(list);
    }

    /** Expressions between commas, up to a closing bracket; a comma may stand behind the last. */
    private List<Syntax> list(String close, int opened) throws SyntaxException {
        List<Syntax> list = new ArrayList<>();
        while (!parser.takeBracket(close)) {
            if (!list.isEmpty()) {
                comma(close, opened);
                if (parser.takeBracket(close)) {
                    break;
                }
            }
            list.add(parser.expression(0));
        }
        return list;
    }

    private void comma(String close, int opened) throws SyntaxException {
        if (!parser.takeOperator(",")) {
            throw parser.expected(
                    "an operator, \",\" or the \"" + close + "\" that closes the bracket at character " + (opened + 1));
        }
    }

    private Syntax items() throws SyntaxException {
        Token open = parser.take();
        return parser.node(new Syntax.Items(List.copyOf(list("]", open.offset())), open.offset()));
    }

    private Syntax entries() throws SyntaxException {
        Token open = parser.take();
        List<Syntax.Entry> list = new ArrayList<>();
        while (!parser.takeBracket("}")) {
            if (!list.isEmpty()) {
                comma("}", open.offset());
                if (parser.takeBracket("}")) {
                    break;
                }
            }
            Syntax key = key();
            parser.operator(":");
            list.add(new Syntax.Entry(key, parser.expression(0)));
        }
        return parser.node(new Syntax.Entries(List.copyOf(list), open.offset()));
    }

    private Syntax key() throws SyntaxException {
        Token token = parser.current();
        if (token.kind() == Kind.NUMBER || token.kind() == Kind.TEXT || token.kind() == Kind.NAME) {
            return parser.node(new Syntax.Literal(parser.take().value(), token.offset()));
        }
        if (token.isBracket("(")) {
            return parser.expression(0);
        }
        throw parser.expected(
                "the key of an entry (a name, a text, a number or an expression in parentheses) or \"}\"");
    }

    /** The members, keys, slices and method calls behind a node. */
    private Syntax members(Syntax first) throws SyntaxException {
        Syntax node = first;
        while (true) {
            Token token = parser.current();
            boolean optional = token.isOperator("?.");
            if (optional || token.isOperator(".")) {
                parser.take();
                node = optional && parser.current().isBracket("[") ? index(node, true) : member(node, optional);
            } else if (token.isBracket("[")) {
                node = index(node, false);
            } else {
                return node;
            }
        }
    }

    private Syntax member(Syntax before, boolean optional) throws SyntaxException {
        Token name = parser.current();
        if (name.kind() != Kind.NAME && !(name.kind() == Kind.OPERATOR && Chars.isName(name.value()))) {
            throw parser.expected("the name of a member");
        }
        parser.take();
        Syntax property = parser.node(new Syntax.Literal(name.value(), name.offset()));
        boolean chained = before instanceof Syntax.Chain;
        Syntax inner = before instanceof Syntax.Chain chain ? chain.node() : before;
        boolean method = parser.current().isBracket("(");
        Syntax node = parser.node(new Syntax.Member(inner, property, optional, method, name.offset()));
        if (method) {
            node = parser.node(new Syntax.Call(node, arguments(Optional.empty(), name.value()), name.offset()));
        }
        return chained || optional ? parser.node(new Syntax.Chain(node, name.offset())) : node;
    }

    private Syntax index(Syntax before, boolean optional) throws SyntaxException {
        Token open = parser.take();
        Optional<Syntax> from = parser.current().isOperator(":") ? Optional.empty() : Optional.of(parser.expression(0));
        Syntax node;
        if (parser.takeOperator(":")) {
            Optional<Syntax> to =
                    parser.current().isBracket("]") ? Optional.empty() : Optional.of(parser.expression(0));
            node = parser.node(new Syntax.Slice(before, from, to, open.offset()));
        } else {
            node = parser.node(new Syntax.Member(before, from.orElseThrow(), optional, false, open.offset()));
            node = optional ? parser.node(new Syntax.Chain(node, open.offset())) : node;
        }
        parser.closing("]", open.offset());
        return node;
    }
}
