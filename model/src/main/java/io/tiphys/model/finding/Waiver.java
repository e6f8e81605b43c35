package io.tiphys.model.finding;

/**
 * A finding that somebody has accepted for a time.
 *
 * @param reason why
 * @param owner who answers for it
 * @param expires last day on which it holds, ISO date
 */
public record Waiver(String reason, String owner, String expires) {}
