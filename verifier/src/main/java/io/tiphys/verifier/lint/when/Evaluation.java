package io.tiphys.verifier.lint.when;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tiphys.verifier.lint.language.Problem;
import io.tiphys.verifier.lint.language.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes a condition. Short cuts are taken as the library takes them: what is not needed may be wrong. */
final class Evaluation {
    private Evaluation() {}

    static @Nullable Object of(@Nullable Tree tree) throws ProblemException {
        if (tree instanceof Tree.Literal literal) {
            return literal.value();
        } else if (tree instanceof Tree.Name name) {
            throw new ProblemException(Problem.expected("quotes around a text", name.offset(), name.name()));
        } else if (tree instanceof Tree.Group group) {
            return of(group.content());
        } else if (tree instanceof Tree.Prefix prefix) {
            return prefix(prefix.sign(), of(prefix.right()));
        } else if (tree instanceof Tree.Operation operation) {
            Object left = of(operation.left());
            return isDecided(operation.sign().text(), left)
                    ? decided(operation.sign().text(), left)
                    : apply(operation.sign(), left, of(operation.right()));
        }
        return null;
    }

    private static @Nullable Object prefix(Token sign, @Nullable Object value) throws ProblemException {
        if (sign.text().equals("!")) {
            return !bool(sign, value);
        }
        double number = number(sign, value);
        return sign.text().equals("-") ? -number : (double) ~(long) number;
    }

    private static boolean isDecided(String sign, @Nullable Object left) {
        return switch (sign) {
            case "&&", "?" -> Boolean.FALSE.equals(left);
            case "||" -> Boolean.TRUE.equals(left);
            case ":", "??" -> left != null;
            default -> false;
        };
    }

    private static @Nullable Object decided(String sign, @Nullable Object left) {
        return sign.equals("?") ? null : left;
    }

    private static @Nullable Object apply(Token sign, @Nullable Object left, @Nullable Object right)
            throws ProblemException {
        return switch (sign.text()) {
            case "," -> joined(left, right);
            case "?" -> bool(sign, left) ? right : null;
            case ":", "??" -> right;
            case "&&" -> bool(sign, left) && bool(sign, right);
            case "||" -> bool(sign, left) || bool(sign, right);
            case "==" -> Values.isEqual(left, right);
            case "!=" -> !Values.isEqual(left, right);
            case "<" -> order(sign, left, right) == Order.LESS;
            case ">" -> order(sign, left, right) == Order.MORE;
            case "<=" -> order(sign, left, right).isOneOf(Order.LESS, Order.SAME);
            case ">=" -> order(sign, left, right).isOneOf(Order.MORE, Order.SAME);
            case "=~" -> matches(sign, left, right);
            case "!~" -> !matches(sign, left, right);
            case "in" -> isIn(sign, left, right);
            case "+" -> sum(sign, left, right);
            default -> arithmetic(sign, number(sign, left), number(sign, right));
        };
    }

    private enum Order {
        LESS,
        SAME,
        MORE,
        NONE;

        boolean isOneOf(Order one, Order other) {
            return this == one || this == other;
        }
    }

    private static Order order(Token sign, @Nullable Object left, @Nullable Object right) throws ProblemException {
        if (left instanceof String a && right instanceof String b) {
            int order = Values.compare(a, b);
            return order < 0 ? Order.LESS : order > 0 ? Order.MORE : Order.SAME;
        }
        if (left instanceof Double a && right instanceof Double b) {
            return a < b ? Order.LESS : a > b ? Order.MORE : a.doubleValue() == b ? Order.SAME : Order.NONE;
        }
        throw wrong(sign, "two numbers or two texts", left instanceof Double ? right : left);
    }

    private static Object joined(@Nullable Object left, @Nullable Object right) {
        List<@Nullable Object> list = new ArrayList<>();
        if (left instanceof List<?> items) {
            list.addAll(items);
        } else {
            list.add(left);
        }
        list.add(right);
        return list;
    }

    private static boolean isIn(Token sign, @Nullable Object left, @Nullable Object right) throws ProblemException {
        if (!(right instanceof List<?> list)) {
            throw wrong(sign, "a list of two or more in parentheses", right);
        }
        return list.stream().anyMatch(item -> !(item instanceof List<?>) && Values.isEqual(left, item));
    }

    private static boolean matches(Token sign, @Nullable Object left, @Nullable Object right) throws ProblemException {
        if (!(left instanceof String text)) {
            throw wrong(sign, "a text before it", left);
        }
        if (right instanceof Pattern pattern) {
            return pattern.matcher(text).find();
        }
        if (!(right instanceof String expression)) {
            throw wrong(sign, "a pattern behind it", right);
        }
        try {
            return Pattern.compile(expression).matcher(text).find();
        } catch (PatternSyntaxException e) {
            throw wrong(sign, "a regular expression behind it", right);
        }
    }

    private static Object sum(Token sign, @Nullable Object left, @Nullable Object right) throws ProblemException {
        return left instanceof String || right instanceof String
                ? Values.text(left) + Values.text(right)
                : (Object) (number(sign, left) + number(sign, right));
    }

    private static double arithmetic(Token sign, double left, double right) {
        return switch (sign.text()) {
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            case "%" -> left % right;
            case "**" -> Math.pow(left, right);
            case "&" -> (long) left & (long) right;
            case "|" -> (long) left | (long) right;
            case "^" -> (long) left ^ (long) right;
            case "<<" -> isShift(right) ? (long) left << (long) right : 0;
            default -> isShift(right) ? (long) left >>> (long) right : 0;
        };
    }

    private static boolean isShift(double bits) {
        return bits >= 0 && bits < 64;
    }

    private static boolean bool(Token sign, @Nullable Object value) throws ProblemException {
        if (value instanceof Boolean bool) {
            return bool;
        }
        throw wrong(sign, "true or false beside it", value);
    }

    private static double number(Token sign, @Nullable Object value) throws ProblemException {
        if (value instanceof Double number) {
            return number;
        }
        throw wrong(sign, "numbers beside it, or quotes around a text that holds it", value);
    }

    private static ProblemException wrong(Token sign, String wanted, @Nullable Object value) {
        return new ProblemException(new Problem(
                sign.offset(),
                "the operator \"" + sign.text() + "\" at character " + (sign.offset() + 1) + " wants " + wanted
                        + ", found " + (value == null ? "nothing" : "\"" + Values.text(value) + "\"")));
    }
}
