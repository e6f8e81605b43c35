package io.tiphys.generator.dsl.expression;

import io.tiphys.generator.dsl.expression.Expression.Binary;
import io.tiphys.generator.dsl.expression.Expression.Bool;
import io.tiphys.generator.dsl.expression.Expression.Choice;
import io.tiphys.generator.dsl.expression.Expression.Invoke;
import io.tiphys.generator.dsl.expression.Expression.Not;
import io.tiphys.generator.dsl.expression.Expression.Num;
import io.tiphys.generator.dsl.expression.Expression.Path;
import io.tiphys.generator.dsl.expression.Expression.Text;
import java.util.List;
import java.util.regex.Pattern;

/** Writes expressions. Brackets stand where the order of operators asks for them, and nowhere else. */
public final class Notation {
    private static final int LOOSEST = -1;
    private static final int PREFIX = 6;
    /** expr-lang's {@code !a * b} is {@code !(a * b)}, and govaluate does not know {@code !!}. */
    private static final int PRODUCT = 4;

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final List<String> WORDS_WITH_MEANING = List.of("true", "false", "in");

    private final boolean when;

    private Notation(boolean when) {
        this.when = when;
    }

    /** For a text field: {@code {{a.b}}}, or {@code {{=…}}} for what is more than a path. */
    public static String tag(Expression expression) {
        return expression instanceof Path path ? "{{" + path.dotted() + "}}" : "{{=" + expr(expression) + "}}";
    }

    /** In expr-lang, as fields named {@code expression} take it: {@code steps["step-1"].status == "Running"}. */
    public static String expr(Expression expression) {
        return new Notation(false).write(expression, LOOSEST);
    }

    /**
     * For {@code when}: {@code {{steps.flip.outputs.result}} == heads}. Argo puts the values in as text before it reads
     * the condition, so a literal that is no plain word gets quotes, and then what it is compared with too. What govaluate
     * has no words for is written as one {@code {{=…}}}.
     */
    public static String when(Expression expression) {
        return isSimple(expression) ? new Notation(true).write(expression, LOOSEST) : "{{=" + expr(expression) + "}}";
    }

    private static boolean isSimple(Expression expression) {
        if (expression instanceof Binary binary) {
            return isSimple(binary.left()) && isSimple(binary.right());
        } else if (expression instanceof Not not) {
            return isSimple(not.operand());
        }
        return !(expression instanceof Choice || expression instanceof Invoke);
    }

    /** @param strength that of the operator around it; an operand at least as loose gets brackets */
    private String write(Expression expression, int strength) {
        if (expression instanceof Path path) {
            return when ? "{{" + path.dotted() + "}}" : member(path.segments());
        } else if (expression instanceof Text text) {
            return when ? bare(text.text()) : quoted(text.text(), '"');
        } else if (expression instanceof Num number) {
            return number.number().toPlainString();
        } else if (expression instanceof Bool bool) {
            return String.valueOf(bool.value());
        } else if (expression instanceof Not not) {
            return bracketed("!" + write(not.operand(), PREFIX), strength >= PRODUCT);
        } else if (expression instanceof Binary binary) {
            return bracketed(binary(binary), binary.operator().strength() <= strength);
        } else if (expression instanceof Choice choice) {
            String text = write(choice.condition(), LOOSEST + 1) + " ? " + write(choice.yes(), LOOSEST + 1) + " : "
                    + write(choice.no(), LOOSEST + 1);
            return bracketed(text, strength > LOOSEST);
        }
        Invoke invoke = (Invoke) expression;
        List<String> arguments = invoke.arguments().stream()
                .map(argument -> write(argument, LOOSEST))
                .toList();
        return invoke.function() + "(" + String.join(", ", arguments) + ")";
    }

    private String binary(Binary binary) {
        int strength = binary.operator().strength();
        String left = write(binary.left(), binary.operator().isComparison() ? strength : strength - 1);
        String right = write(binary.right(), strength);
        if (when && binary.operator().isComparison() && (isQuoted(left) || isQuoted(right))) {
            left = binary.left() instanceof Path ? "'" + left + "'" : left;
            right = binary.right() instanceof Path ? "'" + right + "'" : right;
        }
        return left + " " + binary.operator().symbol() + " " + right;
    }

    private static String bracketed(String text, boolean brackets) {
        return brackets ? "(" + text + ")" : text;
    }

    private static boolean isQuoted(String text) {
        return text.startsWith("'");
    }

    private static String bare(String text) {
        return WORD.matcher(text).matches() && !WORDS_WITH_MEANING.contains(text) ? text : quoted(text, '\'');
    }

    private static String quoted(String text, char quote) {
        String escaped = text.replace("\\", "\\\\")
                .replace(String.valueOf(quote), "\\" + quote)
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        return quote + escaped + quote;
    }

    private static String member(List<String> segments) {
        StringBuilder text = new StringBuilder(segments.get(0));
        for (String segment : segments.subList(1, segments.size())) {
            if (IDENTIFIER.matcher(segment).matches()) {
                text.append('.').append(segment);
            } else {
                text.append('[').append(quoted(segment, '"')).append(']');
            }
        }
        return text.toString();
    }
}
