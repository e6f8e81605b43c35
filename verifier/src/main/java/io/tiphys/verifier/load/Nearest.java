package io.tiphys.verifier.load;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which name was probably meant. */
public final class Nearest {
    private static final int LONGEST = 200;
    private static final int MOST_LISTED = 8;
    private static final int LONGEST_LIST = 120;

    private Nearest() {}

    /**
     * The candidate that differs least from a name, if it looks like a slip: another case, or at most one change per
     * three characters and three in all; of one or two characters, only the case. Of equals, the first in alphabetical order.
     */
    public static Optional<String> of(String name, Collection<String> candidates) {
        int allowed = Math.min(3, name.length() / 3);
        return candidates.stream()
                .filter(candidate -> !candidate.equals(name))
                .filter(candidate -> candidate.equalsIgnoreCase(name) || distance(name, candidate) <= allowed)
                .min(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code ; did you mean "x"?}, or nothing. */
    public static String hint(String name, Collection<String> candidates) {
        return of(name, candidates)
                .map(found -> "; did you mean \"" + found + "\"?")
                .orElse("");
    }

    /** The same, or all candidates where none is near and they are few: {@code ; there are a, b}. */
    public static String hintOrAll(String name, Collection<String> candidates) {
        String near = hint(name, candidates);
        int length = candidates.stream().mapToInt(String::length).sum();
        if (!near.isEmpty() || candidates.isEmpty() || candidates.size() > MOST_LISTED || length > LONGEST_LIST) {
            return near;
        }
        return (candidates.size() == 1 ? "; there is only " : "; there are ") + String.join(", ", candidates);
    }

    /** What mends a slip: {@code Write x instead of y.} */
    public static Optional<String> remedy(String name, Collection<String> candidates) {
        String seen = name.chars().allMatch(c -> c > ' ' && c < 127) ? name : "\"" + name + "\"";
        return of(name, candidates).map(found -> "Write " + found + " instead of " + seen + ".");
    }

    /** Changes of one letter, and swaps of neighbours, that make one name of the other; case counts as one in all. */
    static int distance(String left, String right) {
        if (left.equals(right)) {
            return 0;
        }
        if (left.length() > LONGEST || right.length() > LONGEST) {
            return Integer.MAX_VALUE;
        }
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        if (a.equals(b)) {
            return 1;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : step(a, b, cost, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] cost, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
