package io.tiphys.verifier.expr;

/** The value of an expression, as different fields of a workflow use it. */
public final class Expressions {
    private Expressions() {}

    /** The text that an expression gives a parameter, as {@code valueFrom.expression} does. */
    public static Answer parameter(String expression, Scope scope) {
        return answer(Evaluation.of(expression, scope.names(true)), Values::text);
    }

    /**
     * What an expression puts in the place of its tag: a text as it is, other values as compact JSON. Undetermined where it
     * needs a variable that the scope lacks, or whose value has tags itself.
     */
    public static Answer tag(String expression, Scope scope) {
        Expression parsed = Expression.parse(expression);
        if (parsed.syntax().isPresent()) {
            Syntax syntax = parsed.syntax().get();
            for (String name : References.required(syntax)) {
                if (!scope.has(name) || scope.isOpen(name)) {
                    return Answer.undetermined(name);
                }
            }
        }
        return answer(
                Evaluation.of(expression, scope.names(true)),
                value -> value instanceof String text ? text : Json.write(value));
    }

    /** The value of an expression as compact JSON. */
    public static Answer json(String expression, Scope scope) {
        return answer(Evaluation.of(expression, scope.names(true)), Json::write);
    }

    /** Whether a condition with Argo's functions holds: {@code true} or {@code false}. */
    public static Answer condition(String expression, Scope scope) {
        return condition(Evaluation.of(expression, scope.names(true)));
    }

    /** Whether a condition over results of tasks holds, which has no functions of Argo: {@code true} or {@code false}. */
    public static Answer depends(String expression, Scope scope) {
        return condition(Evaluation.of(expression, scope.names(false)));
    }

    private static Answer condition(Evaluation evaluation) {
        Object value = evaluation.value().orElse(Nil.NIL);
        if (evaluation.value().isPresent() && !(value instanceof Boolean)) {
            return Answer.refused("the expression gives " + Values.shown(value) + ", not a condition");
        }
        return answer(evaluation, Object::toString);
    }

    private static Answer answer(Evaluation evaluation, Form form) {
        if (evaluation.unknown().isPresent()) {
            return Answer.undetermined(evaluation.unknown().get());
        }
        Object value = evaluation.value().orElse(Nil.NIL);
        if (value == Nil.NIL) {
            return Answer.refused(evaluation.problem().orElse("the expression gives nil"));
        }
        try {
            return Answer.of(form.of(value));
        } catch (ValueException e) {
            String message = e.message();
            return e.isKnown() ? Answer.refused(message) : Answer.undetermined(message);
        }
    }

    /** How a value becomes a text. */
    private interface Form {
        String of(Object value) throws ValueException;
    }
}
