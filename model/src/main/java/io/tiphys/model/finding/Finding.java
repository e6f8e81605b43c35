package io.tiphys.model.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something wrong with the user's work. A value: each {@code with…} method returns a new one.
 *
 * @param rule the rule's id
 * @param severity how much it weighs
 * @param message what is wrong, with the value seen and what is allowed
 * @param remedy the line or command that mends it
 * @param place where
 * @param java the Java line that wrote it, if generated
 * @param refusedBy the real programs that refuse the document for this reason, in the order of the enumeration
 * @param waiver the waiver that accepts it
 */
public record Finding(
        String rule,
        Severity severity,
        String message,
        String remedy,
        Place place,
        Optional<JavaLine> java,
        List<RealProgram> refusedBy,
        Optional<Waiver> waiver) {

    /** File, document, line, column, rule: the order of reports. Message and pointer only break ties. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(
                    (Finding finding) -> finding.place().file())
            .thenComparing(finding -> finding.place().document())
            .thenComparing(finding -> finding.place().line())
            .thenComparing(finding -> finding.place().column())
            .thenComparing(Finding::rule)
            .thenComparing(finding -> finding.place().pointer())
            .thenComparing(Finding::message);

    public Finding {
        refusedBy = refusedBy.size() < 2
                ? List.copyOf(refusedBy)
                : refusedBy.stream().distinct().sorted().toList();
    }

    /**
     * Where something is wrong.
     *
     * @param file path with {@code /}, relative to the base folder of the run; empty if no file is concerned
     * @param document number in the file, from 0
     * @param line from 1; 0 if unknown
     * @param column from 1; 0 if unknown
     * @param pointer JSON pointer into the document; empty for the whole
     * @param template name of Argo's template, or empty
     * @param container name of the container, or empty
     */
    public record Place(
            String file, int document, int line, int column, String pointer, String template, String container) {

        /** No place at all. */
        public static final Place NOWHERE = new Place("", 0, 0, 0, "", "", "");
    }

    /** A finding of a rule, with the rule's severity and remedy, nowhere yet. */
    public static Finding of(Rule rule, String message) {
        return new Finding(
                rule.id(),
                rule.severity(),
                message,
                rule.remedy(),
                Place.NOWHERE,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    public Finding withSeverity(Severity newSeverity) {
        return new Finding(rule, newSeverity, message, remedy, place, java, refusedBy, waiver);
    }

    public Finding withMessage(String newMessage) {
        return new Finding(rule, severity, newMessage, remedy, place, java, refusedBy, waiver);
    }

    public Finding withRemedy(String newRemedy) {
        return new Finding(rule, severity, message, newRemedy, place, java, refusedBy, waiver);
    }

    public Finding withPlace(Place newPlace) {
        return new Finding(rule, severity, message, remedy, newPlace, java, refusedBy, waiver);
    }

    public Finding withJava(Optional<JavaLine> newJava) {
        return new Finding(rule, severity, message, remedy, place, newJava, refusedBy, waiver);
    }

    public Finding withRefusedBy(RealProgram... programs) {
        return withRefusedBy(List.of(programs));
    }

    public Finding withRefusedBy(Collection<RealProgram> programs) {
        Set<RealProgram> all = EnumSet.noneOf(RealProgram.class);
        all.addAll(refusedBy);
        all.addAll(programs);
        return new Finding(rule, severity, message, remedy, place, java, List.copyOf(all), waiver);
    }

    public Finding withoutRefusedBy(RealProgram program) {
        List<RealProgram> others =
                refusedBy.stream().filter(each -> each != program).toList();
        return new Finding(rule, severity, message, remedy, place, java, others, waiver);
    }

    public Finding withWaiver(Waiver newWaiver) {
        return new Finding(rule, severity, message, remedy, place, java, refusedBy, Optional.of(newWaiver));
    }

    /** Whether it makes its document invalid: an error that nobody has accepted. */
    public boolean isBlocking() {
        return severity == Severity.ERROR && waiver.isEmpty();
    }
}
