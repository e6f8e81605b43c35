package io.tiphys.verifier.lint.cron;

import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;

/** The names of time zones, as the tz database spells them. */
public final class Zones {
    /** Names that Java leaves out of its list. */
    private static final Set<String> OTHERS = Set.of("Local", "UTC", "EST", "MST", "HST", "ROC", "Factory");

    private Zones() {}

    /** Whether Go knows a zone of that name; the empty name is UTC. */
    public static boolean isKnown(String name) {
        return name.isEmpty()
                || OTHERS.contains(name)
                || (!name.startsWith("SystemV/") && ZoneId.getAvailableZoneIds().contains(name));
    }

    /** All names, for hints. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(ZoneId.getAvailableZoneIds());
        names.removeIf(name -> name.startsWith("SystemV/"));
        return names;
    }
}
