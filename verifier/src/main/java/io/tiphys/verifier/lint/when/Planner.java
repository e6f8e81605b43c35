package io.tiphys.verifier.lint.when;

import io.tiphys.verifier.lint.language.Problem;
import io.tiphys.verifier.lint.language.ProblemException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From tokens to a tree. Operators of one level join from the left; what is left over behind the last whole condition is
 * not looked at, as the library has it.
 */
final class Planner {
    private static final int DEEPEST = 200;

    private record Level(Kind kind, Set<String> signs) {}

    /** The weakest first. */
    private static final List<Level> LEVELS = List.of(
            new Level(Kind.SEPARATOR, Set.of(",")),
            new Level(Kind.TERNARY, Set.of("?", ":", "??")),
            new Level(Kind.LOGICAL, Set.of("||")),
            new Level(Kind.LOGICAL, Set.of("&&")),
            new Level(Kind.COMPARATOR, Set.of("==", "!=", ">", ">=", "<", "<=", "=~", "!~", "in")),
            new Level(Kind.MODIFIER, Set.of("^", "&", "|")),
            new Level(Kind.MODIFIER, Set.of(">>", "<<")),
            new Level(Kind.MODIFIER, Set.of("+", "-")),
            new Level(Kind.MODIFIER, Set.of("*", "/", "%")),
            new Level(Kind.MODIFIER, Set.of("**")));

    private final List<Token> tokens;
    private final int end;
    private int next;
    private int depth;

    Planner(List<Token> tokens, int end) {
        this.tokens = tokens;
        this.end = end;
    }

    @Nullable
    Tree tree() throws ProblemException {
        return level(0);
    }

    private @Nullable Tree level(int index) throws ProblemException {
        if (index == LEVELS.size()) {
            return value();
        }
        Level level = LEVELS.get(index);
        Tree left = level(index + 1);
        while (next < tokens.size()
                && tokens.get(next).kind() == level.kind()
                && level.signs().contains(tokens.get(next).text())) {
            Token sign = tokens.get(next++);
            left = new Tree.Operation(sign, left, level(index + 1));
        }
        return left;
    }

    private @Nullable Tree value() throws ProblemException {
        if (next == tokens.size()) {
            throw new ProblemException(Problem.expected("a value", end, ""));
        }
        Token token = tokens.get(next++);
        return switch (token.kind()) {
            case OPEN -> group(token);
            case CLOSE -> {
                next--;
                yield null;
            }
            case PREFIX -> new Tree.Prefix(token, value());
            case ACCESS -> {
                if (next < tokens.size() && tokens.get(next).kind() == Kind.OPEN) {
                    level(0);
                }
                yield new Tree.Name(token.text(), token.offset());
            }
            case WORD -> new Tree.Name(token.text(), token.offset());
            case NUMBER, BOOLEAN, TEXT, TIME, PATTERN -> new Tree.Literal(token.value());
            default -> throw new ProblemException(Problem.expected("a value", token.offset(), token.text()));
        };
    }

    private Tree group(Token open) throws ProblemException {
        if (++depth > DEEPEST) {
            throw new ProblemException(
                    Problem.expected("fewer than " + DEEPEST + " parentheses inside each other", open.offset(), "("));
        }
        Tree content = level(0);
        next++;
        depth--;
        return new Tree.Group(content);
    }
}
