package io.tiphys.verifier.lint.verdict;

import java.util.Optional;

/**
 * What {@code argo lint} says of an object.
 *
 * @param refusal the first thing for which it is refused; nothing where it passes
 */
public record Verdict(Optional<Refusal> refusal) {}
