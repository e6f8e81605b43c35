package io.tiphys.verifier.cel;

/** What evaluations may cost before the API server gives up. A cost is a count of steps, as {@link CelCost} has it. */
public final class CelBudget {
    /** For one expression, a variable's too. */
    public static final long PER_EXPRESSION = 1_000_000;
    /** For all validations of a policy and one object; message expressions take what is left, audit annotations have their own. */
    public static final long PER_POLICY = 10_000_000;
    /** For all match conditions of a policy. */
    public static final long PER_MATCH_CONDITIONS = 2_500_000;

    private CelBudget() {}
}
