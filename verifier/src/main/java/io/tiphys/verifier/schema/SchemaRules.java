package io.tiphys.verifier.schema;

import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import java.util.List;

/** The rules of types. */
public final class SchemaRules {
    private static final String TYPES = "Argo Workflows field reference; Kubernetes API reference";
    private static final String CRD = "Argo Workflows, full CRDs";

    static final Rule UNKNOWN_FIELD = error(
            "SCHEMA-01",
            "Fields are those that their type has.",
            "Correct the name of the field, or delete it.",
            TYPES);
    static final Rule TYPE = error(
            "SCHEMA-02",
            "Values have the type of their field.",
            "Write a value of the expected type; numbers and booleans that are meant as text go in quotes.",
            TYPES);
    static final Rule REQUIRED = error("SCHEMA-03", "Required fields are there.", "Add the field with a value.", TYPES);
    static final Rule CHOICE = error(
            "SCHEMA-04", "Fields with a list of allowed values have one of them.", "Choose one of the values.", TYPES);
    static final Rule BOUND = error(
            "SCHEMA-05",
            "Numbers, texts and lists stay within the bounds of their field.",
            "Choose a value within the bounds.",
            CRD);
    static final Rule FORMAT = error(
            "SCHEMA-06",
            "Quantities, times and base64 are well-formed.",
            "Correct the value: quantities look like 500m or 2Gi, times like 2026-01-31T12:00:00Z.",
            TYPES);
    static final Rule VERSION = error(
            "SCHEMA-07",
            "Fields exist in the version of Argo that the cluster runs.",
            "Use what that version has, or set tiphys.argoVersion to the version of the cluster.",
            "Argo Workflows release notes");
    static final Rule DUPLICATE = error(
            "SCHEMA-08",
            "Entries of a list that is a map have different keys.",
            "Delete one of the entries, or give it another key.",
            CRD);

    private SchemaRules() {}

    /** All of them, by id. */
    public static List<Rule> all() {
        return List.of(UNKNOWN_FIELD, TYPE, REQUIRED, CHOICE, BOUND, FORMAT, VERSION, DUPLICATE);
    }

    /** Whether a rule says that a value has the wrong type, so that nothing else can be said of it. */
    public static boolean isAboutType(String id) {
        return id.equals(TYPE.id());
    }

    /** Whether a rule says that a field has a name that its type does not know. */
    public static boolean isAboutName(String id) {
        return id.equals(UNKNOWN_FIELD.id());
    }

    /** Whether a rule is about a single value, so that a rule of meaning may say the same better. */
    public static boolean isAboutValue(String id) {
        return List.of(REQUIRED, CHOICE, BOUND, DUPLICATE).stream()
                .anyMatch(rule -> rule.id().equals(id));
    }

    private static Rule error(String id, String summary, String remedy, String source) {
        return new Rule(id, Severity.ERROR, summary, remedy, source);
    }
}
