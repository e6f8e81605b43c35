package uk.ac.diamond.workflows.site;

import java.util.Locale;

/** The groups by which the dashboard sorts templates. */
public enum ScienceGroup {
    MX,
    EXAMPLES,
    MAGNETIC_MATERIALS,
    CONDENSED_MATTER,
    IMAGING,
    BIO_CRYO_IMAGING,
    SURFACES,
    CRYSTALLOGRAPHY,
    SPECTROSCOPY;

    String label() {
        return Diamond.PREFIX + "/science-group-"
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
