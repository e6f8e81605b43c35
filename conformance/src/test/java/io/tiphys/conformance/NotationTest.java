package io.tiphys.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.generator.dsl.Dependency;
import io.tiphys.generator.dsl.Dsl;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Task;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.expression.Expression;
import io.tiphys.generator.dsl.expression.Expression.Binary;
import io.tiphys.generator.dsl.expression.Expression.Bool;
import io.tiphys.generator.dsl.expression.Expression.Choice;
import io.tiphys.generator.dsl.expression.Expression.Invoke;
import io.tiphys.generator.dsl.expression.Expression.Not;
import io.tiphys.generator.dsl.expression.Expression.Num;
import io.tiphys.generator.dsl.expression.Expression.Path;
import io.tiphys.generator.dsl.expression.Expression.Text;
import io.tiphys.generator.dsl.expression.Notation;
import io.tiphys.generator.dsl.expression.Operator;
import io.tiphys.verifier.expr.Syntax;
import io.tiphys.verifier.lint.when.When;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the language prints, the verifier reads back as the same: expr-lang, {@code when}, {@code depends}. */
class NotationTest {
    private static final List<Operator> COMPARISONS = Stream.of(Operator.values())
            .filter(operator -> List.of("==", "!=", "<", "<=", ">", ">=").contains(operator.symbol()))
            .toList();

    @Provide
    Arbitrary<Expression> expressions() {
        return tree(4);
    }

    private static Arbitrary<Expression> leaves() {
        Arbitrary<String> names = Arbitraries.of("steps", "flip-coin", "outputs", "result", "a b", "7", "it's", "q\"q");
        Arbitrary<Expression> paths = names.list()
                .ofMaxSize(3)
                .map(rest -> new Path(
                        Stream.concat(Stream.of("inputs"), rest.stream()).toList()));
        Arbitrary<Expression> texts = Arbitraries.strings()
                .withChars('a', 'Z', '"', '\'', '\\', '\n', '\t', ' ', '0', '{', 'é')
                .ofMaxLength(6)
                .map(Text::new);
        Arbitrary<Expression> numbers =
                Arbitraries.longs().between(0, 1_000_000).map(Expression::literal);
        Arbitrary<Expression> truths = Arbitraries.of(true, false).map(Bool::new);
        return Arbitraries.oneOf(paths, texts, numbers, truths);
    }

    private static Arbitrary<Expression> tree(int depth) {
        if (depth == 0) {
            return leaves().withoutEdgeCases();
        }
        Arbitrary<Expression> below = tree(depth - 1).withoutEdgeCases();
        return Arbitraries.oneOf(
                leaves(),
                Combinators.combine(Arbitraries.of(Operator.values()), below, below)
                        .as(Binary::new),
                below.map(Not::new),
                Combinators.combine(below, below, below).as(Choice::new),
                below.list().ofMinSize(1).ofMaxSize(2).map(list -> new Invoke("sprig.join", list)));
    }

    @Property
    void exprLangReadsWhatIsPrinted(@ForAll("expressions") Expression expression) {
        String text = Notation.expr(expression);
        io.tiphys.verifier.expr.Expression read = io.tiphys.verifier.expr.Expression.parse(text);
        assertThat(read.problem()).as(text).isEmpty();
        assertThat(tree(read.syntax().orElseThrow())).as(text).isEqualTo(expression);
    }

    private static Expression tree(Syntax syntax) {
        if (syntax instanceof Syntax.Literal literal) {
            return Expression.literal(literal.value());
        } else if (syntax instanceof Syntax.Name name) {
            return Path.of(name.name());
        } else if (syntax instanceof Syntax.Chain chain) {
            return tree(chain.node());
        } else if (syntax instanceof Syntax.Member member) {
            List<String> segments = new ArrayList<>(((Path) tree(member.node())).segments());
            segments.add(((Text) tree(member.property())).text());
            return new Path(segments);
        } else if (syntax instanceof Syntax.Unary unary) {
            return new Not(tree(unary.node()));
        } else if (syntax instanceof Syntax.Binary binary) {
            Operator operator = Arrays.stream(Operator.values())
                    .filter(one -> one.symbol().equals(binary.operator()))
                    .findFirst()
                    .orElseThrow();
            return new Binary(operator, tree(binary.left()), tree(binary.right()));
        } else if (syntax instanceof Syntax.Conditional choice) {
            return new Choice(tree(choice.condition()), tree(choice.yes()), tree(choice.no()));
        } else if (syntax instanceof Syntax.Call call) {
            String function = ((Path) tree(call.callee())).dotted();
            return new Invoke(
                    function, call.arguments().stream().map(NotationTest::tree).toList());
        }
        throw new AssertionError(syntax.toString());
    }

    /** Conditions without anything to put in, so that they have a value. */
    @Provide
    Arbitrary<Expression> conditions() {
        return condition(4);
    }

    private static Arbitrary<Expression> condition(int depth) {
        Arbitrary<Expression> words = Arbitraries.of(
                        "heads", "tails", "", "a b", "it's", "1.5", "true", "in", "-", "x\\y")
                .map(Text::new);
        Arbitrary<Expression> numbers = Arbitraries.longs().between(0, 3).map(Expression::literal);
        Arbitrary<Expression> comparisons = Arbitraries.oneOf(
                Combinators.combine(Arbitraries.of(Operator.EQUAL, Operator.NOT_EQUAL), words, words)
                        .as(Binary::new),
                Combinators.combine(Arbitraries.of(COMPARISONS), numbers, numbers)
                        .as(Binary::new));
        if (depth == 0) {
            return comparisons;
        }
        Arbitrary<Expression> below = condition(depth - 1).withoutEdgeCases();
        return Arbitraries.oneOf(
                comparisons,
                Combinators.combine(Arbitraries.of(Operator.AND, Operator.OR), below, below)
                        .as(Binary::new),
                below.map(Not::new));
    }

    @Property
    void whenMeansWhatIsPrinted(@ForAll("conditions") Expression condition) {
        String text = Notation.when(condition);
        When read = When.of(text, When.Bare.TEXT);
        assertThat(read.result()).as(text + read.problem()).isEqualTo(Optional.of(value(condition)));
    }

    private static boolean value(Expression condition) {
        if (condition instanceof Not not) {
            return !value(not.operand());
        }
        Binary binary = (Binary) condition;
        return switch (binary.operator()) {
            case AND -> value(binary.left()) && value(binary.right());
            case OR -> value(binary.left()) || value(binary.right());
            case EQUAL -> binary.left().equals(binary.right());
            case NOT_EQUAL -> !binary.left().equals(binary.right());
            case LESS -> compare(binary) < 0;
            case AT_MOST -> compare(binary) <= 0;
            case MORE -> compare(binary) > 0;
            case AT_LEAST -> compare(binary) >= 0;
            default -> throw new AssertionError(binary.toString());
        };
    }

    private static int compare(Binary binary) {
        return ((Num) binary.left()).number().compareTo(((Num) binary.right()).number());
    }

    /** A shape of {@code depends}: {@code t} is a task, the rest is written behind its operands. */
    @Provide
    Arbitrary<String> dependencies() {
        return Arbitraries.strings()
                .withChars('t', 't', 't', '&', '|', '!')
                .ofMinLength(1)
                .ofMaxLength(15);
    }

    @Property
    void dependsReadsWhatIsPrinted(@ForAll("dependencies") String shape) {
        List<String> printed = new ArrayList<>();
        List<Expression> meant = new ArrayList<>();
        Template run = Dsl.container("run").image("busybox:1");
        Site.defaults().workflow("w-").entrypoint(Dsl.dag("main", d -> {
            List<Dependency> stack = new ArrayList<>();
            for (int at = 0; at < shape.length(); at++) {
                push(shape.charAt(at), d.task("t" + at, run), stack, meant);
            }
            Task last = d.task("last", run);
            if (!stack.isEmpty()) {
                last.after(stack.get(stack.size() - 1));
                printed.add(stack.get(stack.size() - 1).depends());
            }
        }));
        if (!printed.isEmpty()) {
            Syntax read = io.tiphys.verifier.expr.Expression.parse(printed.get(0))
                    .syntax()
                    .orElseThrow();
            assertThat(tree(read)).as(printed.get(0)).isEqualTo(meant.get(meant.size() - 1));
        }
    }

    private static void push(char what, Task task, List<Dependency> stack, List<Expression> meant) {
        int size = stack.size();
        if (what == 't') {
            stack.add(task.succeeded());
            meant.add(Path.of(task.name(), "Succeeded"));
        } else if (what == '!' && size > 0) {
            stack.add(stack.remove(size - 1).not());
            meant.add(new Not(meant.remove(size - 1)));
        } else if (size > 1) {
            Dependency right = stack.remove(size - 1);
            Expression rightMeant = meant.remove(size - 1);
            Dependency left = stack.remove(size - 2);
            Expression leftMeant = meant.remove(size - 2);
            stack.add(what == '&' ? left.and(right) : left.or(right));
            meant.add(new Binary(what == '&' ? Operator.AND : Operator.OR, leftMeant, rightMeant));
        }
    }
}
