package io.tiphys.verifier.expr;

import io.tiphys.verifier.expr.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expressions and the operators between them; {@link Primary} reads what stands between operators. */
final class Parser {
    private static final int DEEPEST = 200;
    private static final int MOST = 10_000;

    private final Lexer lexer;
    private final Primary primary = new Primary(this);
    private Token current;
    private Optional<Token> stashed = Optional.empty();
    private int depth;
    private int nodes;

    Parser(Lexer lexer) throws SyntaxException {
        this.lexer = lexer;
        this.current = lexer.next();
    }

    Syntax parse() throws SyntaxException {
        Syntax node = sequence();
        if (current.kind() != Kind.END) {
            throw expected("an operator or the end");
        }
        return node;
    }

    Token current() {
        return current;
    }

    Token take() throws SyntaxException {
        Token token = current;
        current = stashed.isPresent() ? stashed.get() : lexer.next();
        stashed = Optional.empty();
        return token;
    }

    boolean takeBracket(String bracket) throws SyntaxException {
        boolean found = current.isBracket(bracket);
        if (found) {
            take();
        }
        return found;
    }

    boolean takeOperator(String operator) throws SyntaxException {
        boolean found = current.isOperator(operator);
        if (found) {
            take();
        }
        return found;
    }

    void closing(String bracket, int opened) throws SyntaxException {
        if (!takeBracket(bracket)) {
            throw expected(
                    "an operator or the \"" + bracket + "\" that closes the bracket at character " + (opened + 1));
        }
    }

    void operator(String operator) throws SyntaxException {
        if (!takeOperator(operator)) {
            throw expected("\"" + operator + "\"");
        }
    }

    Token name(String what) throws SyntaxException {
        if (current.kind() != Kind.NAME) {
            throw expected(what);
        }
        return take();
    }

    SyntaxException expected(String what) {
        return new SyntaxException(current.offset(), what, current.shown());
    }

    /** Counts a node, since the real program stops at ten thousand. */
    <N extends Syntax> N node(N node) throws SyntaxException {
        if (++nodes > MOST) {
            throw new SyntaxException(current.offset(), "at most " + MOST + " parts", "more", false);
        }
        return node;
    }

    /** Expressions between semicolons. */
    Syntax sequence() throws SyntaxException {
        Syntax first = expression(0);
        if (!current.isOperator(";")) {
            return first;
        }
        List<Syntax> all = new ArrayList<>(List.of(first));
        while (takeOperator(";") && current.kind() != Kind.END) {
            all.add(expression(0));
        }
        return all.size() == 1 ? first : node(new Syntax.Sequence(List.copyOf(all), first.offset()));
    }

    Syntax expression(int binding) throws SyntaxException {
        if (++depth > DEEPEST) {
            throw new SyntaxException(
                    current.offset(),
                    "at most " + DEEPEST + " expressions inside each other (no more are read)",
                    current.shown(),
                    true);
        }
        Syntax result;
        if (binding == 0 && current.isOperator("let")) {
            result = let();
        } else if (binding == 0 && current.isOperator("if")) {
            result = ifElse();
        } else {
            result = operators(primary.read(), binding);
            if (binding == 0) {
                result = conditional(result);
            }
        }
        depth--;
        return result;
    }

    private Syntax let() throws SyntaxException {
        take();
        Token name = name("the name of a variable");
        operator("=");
        Syntax value = expression(0);
        operator(";");
        return node(new Syntax.Let(name.value(), value, sequence(), name.offset()));
    }

    private Syntax ifElse() throws SyntaxException {
        Token word = take();
        Syntax condition = expression(0);
        Syntax yes = block();
        operator("else");
        Syntax no = current.isOperator("if") ? ifElse() : block();
        return node(new Syntax.Conditional(condition, yes, no, word.offset()));
    }

    private Syntax block() throws SyntaxException {
        int opened = current.offset();
        if (!takeBracket("{")) {
            throw expected("\"{\"");
        }
        Syntax body = sequence();
        closing("}", opened);
        return body;
    }

    private Syntax conditional(Syntax first) throws SyntaxException {
        Syntax node = first;
        while (current.isOperator("?")) {
            int offset = take().offset();
            Syntax yes = node;
            if (!takeOperator(":")) {
                yes = expression(0);
                if (!takeOperator(":")) {
                    throw expected("the \":\" that belongs to the \"?\" at character " + (offset + 1));
                }
            }
            node = node(new Syntax.Conditional(node, yes, expression(0), offset));
        }
        return node;
    }

    private Syntax operators(Syntax first, int binding) throws SyntaxException {
        Syntax left = first;
        String before = "";
        while (current.kind() == Kind.OPERATOR) {
            Optional<Token> not = Optional.empty();
            if (current.isOperator("not")) {
                Token word = take();
                if (!Operators.isNegated(current)) {
                    throw expected("in, matches, contains, startsWith or endsWith behind \"not\"");
                }
                if (Operators.binding(current) < binding) {
                    stashed = Optional.of(current);
                    current = word;
                    break;
                }
                not = Optional.of(current);
            }
            int own = Operators.binding(current);
            if (own < 0 || own < binding) {
                break;
            }
            Token operator = take();
            if (operator.value().equals("|")) {
                left = primary.call(name("the name of a function"), Optional.of(left));
            } else {
                if (before.equals("??") && !operator.value().equals("??")) {
                    throw new SyntaxException(
                            operator.offset(), "parentheses around \"??\" and its values", operator.shown());
                }
                left = Operators.isComparison(operator) ? comparison(left, operator, own) : binary(left, operator, own);
                if (not.isPresent()) {
                    left = node(new Syntax.Unary("not", left, not.get().offset()));
                }
            }
            before = operator.value();
        }
        return left;
    }

    private Syntax binary(Syntax left, Token operator, int binding) throws SyntaxException {
        Syntax right = expression(Operators.isRight(operator.value()) ? binding : binding + 1);
        return node(new Syntax.Binary(operator.value(), left, right, operator.offset()));
    }

    /** Comparisons in a row: each with its neighbour, and all must hold. */
    private Syntax comparison(Syntax first, Token operator, int binding) throws SyntaxException {
        Syntax left = first;
        Optional<Syntax> all = Optional.empty();
        Token sign = operator;
        while (true) {
            Syntax right = expression(binding + 1);
            Syntax one = node(new Syntax.Binary(sign.value(), left, right, sign.offset()));
            all = Optional.of(all.isEmpty() ? one : node(new Syntax.Binary("&&", all.get(), one, sign.offset())));
            left = right;
            if (!Operators.isComparison(current)) {
                return all.get();
            }
            sign = take();
        }
    }
}
