package io.tiphys.model.finding;

import java.util.Locale;

/** How much a finding weighs, the heaviest first. */
public enum Severity {
    /** Fails the build. */
    ERROR,
    /** Worth mending; fails the build only where asked. */
    WARNING,
    /** Worth knowing. */
    INFO;

    /** The name in reports: {@code error}, {@code warning}, {@code info}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
