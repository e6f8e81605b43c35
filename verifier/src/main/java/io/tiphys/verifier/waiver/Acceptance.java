package io.tiphys.verifier.waiver;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is accepted, and on which day.
 *
 * @param waivers a file of the schema {@code waivers.schema.json}
 * @param baseline a file that {@link Baseline#write} wrote
 * @param today the day on which waivers must still hold; given from outside, so that a run can be repeated
 */
public record Acceptance(Optional<Path> waivers, Optional<Path> baseline, LocalDate today) {

    /** Neither waivers in a file nor a baseline; waivers of manifests hold. */
    public static Acceptance none(LocalDate today) {
        return new Acceptance(Optional.empty(), Optional.empty(), today);
    }
}
