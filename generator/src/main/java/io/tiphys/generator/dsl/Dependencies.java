package io.tiphys.generator.dsl;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Several dependencies, or the opposite of one.
 *
 * @param operator {@code &&}, {@code ||} or {@code !}
 */
record Dependencies(String operator, List<Dependency> operands) implements Dependency {

    static Dependency of(String operator, Dependency left, Dependency right) {
        return new Dependencies(operator, List.of(left, right));
    }

    static Dependency not(Dependency operand) {
        return new Dependencies("!", List.of(operand));
    }

    @Override
    public String depends() {
        if (operator.equals("!")) {
            return "!"
                    + bracketed(
                            operands.get(0),
                            operands.get(0) instanceof Dependencies inner
                                    && inner.operands().size() > 1);
        }
        return bracketed(operands.get(0), isLooser(operands.get(0), false)) + " " + operator + " "
                + bracketed(operands.get(1), isLooser(operands.get(1), true));
    }

    /** {@code ||} below {@code &&} needs brackets; on the right also what has the same operator. */
    private boolean isLooser(Dependency operand, boolean right) {
        if (!(operand instanceof Dependencies inner) || inner.operator.equals("!")) {
            return false;
        }
        return inner.operator.equals(operator) ? right : inner.operator.equals("||");
    }

    private static String bracketed(Dependency operand, boolean brackets) {
        return brackets ? "(" + operand.depends() + ")" : operand.depends();
    }

    @Override
    public Set<Task> tasks() {
        Set<Task> all = new LinkedHashSet<>();
        operands.forEach(operand -> all.addAll(operand.tasks()));
        return Collections.unmodifiableSet(all);
    }
}
