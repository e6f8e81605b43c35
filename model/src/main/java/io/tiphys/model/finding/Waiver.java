package io.tiphys.model.finding;

/**
 * A finding that somebody has accepted for a time.
 *
 * @param reason why
 * @param owner who answers for it
 * @param expires last day on which it holds, ISO date
 */
public record Waiver(String reason, String owner, String expires) {
    /**
     * How the key of an annotation begins that waives a rule, whose id follows. The value is YAML:
     * {@code {reason: …, owner: …, expires: 2027-01-31}}, with {@code container} if it is for one only, or a list of these.
     */
    public static final String ANNOTATION = "waiver.tiphys.io/";
}
