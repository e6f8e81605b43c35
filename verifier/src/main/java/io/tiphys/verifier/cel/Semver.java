package io.tiphys.verifier.cel;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.values.OpaqueValue;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A semantic version, as semver.org 2.0 defines it. */
@Immutable
final class Semver extends OpaqueValue {
    private static final int LONGEST = 256;
    private static final String NUMBER = "(0|[1-9][0-9]{0,17})";
    private static final String LABEL = "(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)";
    private static final Pattern TEXT = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER + "(?:-(" + LABEL
            + "(?:\\." + LABEL + ")*))?(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?");
    private static final Pattern LENIENT = Pattern.compile("v?0*(\\d+)(?:\\.0*(\\d+))?(?:\\.0*(\\d+))?([-+].*)?");

    private final String text;
    private final long major;
    private final long minor;
    private final long patch;
    private final String labels;

    private Semver(String text, Matcher matcher) {
        this.text = text;
        this.major = Long.parseLong(matcher.group(1));
        this.minor = Long.parseLong(matcher.group(2));
        this.patch = Long.parseLong(matcher.group(3));
        this.labels = matcher.group(4) == null ? "" : matcher.group(4);
    }

    /**
     * The version that a text writes, or nothing.
     *
     * @param normalize also takes {@code v1.2} and {@code 01.2.3}
     */
    static Optional<Semver> parse(String text, boolean normalize) {
        String exact = normalize ? normal(text) : text;
        if (exact.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher matcher = TEXT.matcher(exact);
        return matcher.matches() ? Optional.of(new Semver(exact, matcher)) : Optional.empty();
    }

    private static String normal(String text) {
        Matcher matcher = LENIENT.matcher(text);
        if (text.length() > LONGEST || !matcher.matches()) {
            return text;
        }
        boolean partial = matcher.group(3) == null;
        String rest = matcher.group(4) == null ? "" : matcher.group(4);
        if (partial && !rest.isEmpty()) {
            return text;
        }
        return matcher.group(1) + "." + orZero(matcher.group(2)) + "." + orZero(matcher.group(3)) + rest;
    }

    private static String orZero(@Nullable String number) {
        return number == null ? "0" : number;
    }

    long major() {
        return major;
    }

    long minor() {
        return minor;
    }

    long patch() {
        return patch;
    }

    int compareTo(Semver other) {
        int order = Long.compare(major, other.major);
        order = order != 0 ? order : Long.compare(minor, other.minor);
        order = order != 0 ? order : Long.compare(patch, other.patch);
        return order != 0 ? order : compareLabels(labels, other.labels);
    }

    /** A version without labels is the later one; numbers come before words; more labels are later. */
    private static int compareLabels(String first, String second) {
        if (first.isEmpty() || second.isEmpty()) {
            return Boolean.compare(first.isEmpty(), second.isEmpty());
        }
        String[] left = first.split("\\.", -1);
        String[] right = second.split("\\.", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            boolean leftNumber = isNumber(left[i]);
            boolean rightNumber = isNumber(right[i]);
            int order = leftNumber != rightNumber
                    ? Boolean.compare(rightNumber, leftNumber)
                    : leftNumber && left[i].length() != right[i].length()
                            ? Integer.compare(left[i].length(), right[i].length())
                            : left[i].compareTo(right[i]);
            if (order != 0) {
                return Integer.signum(order);
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static boolean isNumber(String label) {
        return label.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public Semver value() {
        return this;
    }

    @Override
    public OpaqueType celType() {
        return Types.SEMVER;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Semver semver && compareTo(semver) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(major * 31 * 31 + minor * 31 + patch);
    }

    @Override
    public String toString() {
        return text;
    }
}
