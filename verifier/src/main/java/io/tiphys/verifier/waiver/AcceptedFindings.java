package io.tiphys.verifier.waiver;

import io.tiphys.model.finding.Finding;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.load.Nearest;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Marks what is accepted, and says what is wrong with the acceptance. */
public final class AcceptedFindings {
    private static final long LARGEST_FILE = 16L << 20;

    private final Acceptance acceptance;
    private final Supplier<Set<String>> rules;
    private final WaiverReader reader = new WaiverReader();
    private final List<Finding> findings = new ArrayList<>();
    private Optional<Baseline> baseline = Optional.empty();

    private AcceptedFindings(Acceptance acceptance, Supplier<Set<String>> rules) {
        this.acceptance = acceptance;
        this.rules = rules;
    }

    /**
     * What a request accepts.
     *
     * @param base the folder that findings name files relative to
     * @param rules ids of all rules that there are, asked for when a waiver accepts nothing
     */
    public static AcceptedFindings of(Acceptance acceptance, Path base, Supplier<Set<String>> rules) {
        AcceptedFindings accepted = new AcceptedFindings(acceptance, rules);
        acceptance.waivers().ifPresent(path -> accepted.waivers(shown(base, path), path));
        acceptance.baseline().ifPresent(path -> accepted.baseline(shown(base, path), path));
        return accepted;
    }

    /** Adds the waivers in the annotations of a judged object. */
    public void add(Manifest judged) {
        reader.manifest(judged);
    }

    private static String shown(Path base, Path file) {
        Path root = base.toAbsolutePath().normalize();
        Path path = file.toAbsolutePath().normalize();
        return (path.startsWith(root) ? root.relativize(path) : path).toString().replace('\\', '/');
    }

    private void waivers(String name, Path path) {
        try {
            reader.file(name, read(path));
        } catch (IOException e) {
            findings.add(at(Finding.of(WaiverRules.FORM, problem(e)), name));
        }
    }

    private void baseline(String name, Path path) {
        try {
            baseline = Optional.of(Baseline.read(name, read(path)));
        } catch (IllegalArgumentException e) {
            findings.add(at(Finding.of(WaiverRules.BASELINE_FORM, String.valueOf(e.getMessage())), name));
        } catch (IOException e) {
            findings.add(at(Finding.of(WaiverRules.BASELINE_FORM, problem(e)), name));
        }
    }

    private static String read(Path path) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) > LARGEST_FILE) {
            throw new IOException("it is no file, or larger than " + LARGEST_FILE + " bytes");
        }
        return Files.readString(path);
    }

    private static String problem(IOException e) {
        return e instanceof CharacterCodingException
                ? "the file is not UTF-8 text"
                : "it cannot be read: " + e.getMessage();
    }

    private static Finding at(Finding finding, String file) {
        return finding.withPlace(new Finding.Place(file, 0, 0, 0, "", "", ""));
    }

    /** All findings in the order of reports: those given, waived where they are accepted, and those about waivers. */
    public List<Finding> apply(List<Finding> given) {
        List<Finding> all = new ArrayList<>();
        Set<ScopedWaiver> used = new HashSet<>();
        for (Finding finding : given) {
            Optional<ScopedWaiver> waiver = reader.waivers().stream()
                    .filter(one -> one.matches(finding))
                    .min((first, second) -> second.lastDay().compareTo(first.lastDay()));
            reader.waivers().stream().filter(one -> one.matches(finding)).forEach(used::add);
            all.add(waiver.filter(one -> !one.hasExpired(acceptance.today()))
                    .map(one -> finding.withWaiver(one.waiver()))
                    .orElse(finding));
        }
        List<Finding> marked = baseline.map(known -> known.apply(all)).orElse(all);
        List<Finding> result = new ArrayList<>(marked);
        for (ScopedWaiver waiver : reader.waivers()) {
            about(waiver, used.contains(waiver)).ifPresent(result::add);
        }
        result.addAll(reader.findings());
        result.addAll(findings);
        result.sort(Finding.ORDER);
        return List.copyOf(result);
    }

    private Optional<Finding> about(ScopedWaiver waiver, boolean used) {
        if (waiver.hasExpired(acceptance.today())) {
            return Optional.of(waiver.manifest()
                    .finding(
                            WaiverRules.EXPIRED,
                            waiver.pointer(),
                            "the waiver of " + waiver.rule() + " expired on " + waiver.lastDay() + "; its owner is "
                                    + waiver.waiver().owner()));
        }
        return used
                ? Optional.empty()
                : Optional.of(waiver.manifest().finding(WaiverRules.UNUSED, waiver.pointer(), unused(waiver.rule())));
    }

    private String unused(String rule) {
        Set<String> known = rules.get();
        return known.contains(rule)
                ? "the waiver of " + rule + " accepts nothing"
                : "the waiver is of " + rule + ", and there is no such rule" + Nearest.hint(rule, known);
    }
}
