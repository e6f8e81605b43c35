package io.tiphys.verifier.waiver;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import java.util.List;

/** The rules about waivers and the baseline themselves. */
public final class WaiverRules {
    private static final String SOURCE = "Tiphys: waivers";

    static final Rule FORM = new Rule(
            "WAIV-01",
            Severity.ERROR,
            "A waiver names a rule, what it is for, a reason, an owner and its last day.",
            "Write {rule: SEC-06, selector: {template: run}, reason: …, owner: …, expires: 2027-01-31}.",
            SOURCE);
    static final Rule EXPIRED = new Rule(
            "WAIV-02",
            Severity.ERROR,
            "A waiver has not expired.",
            "Mend what it accepts and delete it, or agree on a later day with its owner.",
            SOURCE);
    static final Rule UNUSED = new Rule(
            "WAIV-03",
            Severity.WARNING,
            "A waiver accepts something.",
            "Delete the waiver, or correct its rule or selector.",
            SOURCE);
    static final Rule BASELINE_FORM = new Rule(
            "BASE-01",
            Severity.ERROR,
            "The baseline is a file that verify wrote.",
            "Write it anew: mvn tiphys:verify -Dtiphys.writeBaseline=true",
            SOURCE);
    static final Rule BASELINE_STALE = new Rule(
            "BASE-02",
            Severity.WARNING,
            "The baseline accepts no more than there is.",
            "Write it anew, so that what is mended stays so: mvn tiphys:verify -Dtiphys.writeBaseline=true",
            SOURCE);

    private WaiverRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(BASELINE_FORM, BASELINE_STALE, FORM, EXPIRED, UNUSED);
    }
}
