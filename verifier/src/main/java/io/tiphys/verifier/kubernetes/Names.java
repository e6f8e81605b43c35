package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.cel.NameFormats;
import io.tiphys.verifier.lint.language.Problem;
import io.tiphys.verifier.lint.name.NameForm;
import java.util.List;

/** What is wrong with a name, in our words; whether something is, the formats of the API server decide. */
final class Names {
    private Names() {}

    /**
     * A mistake in a name.
     *
     * @param remedy a name like it that is right, as a sentence; empty where none is known
     */
    record Mistake(String message, String remedy) {}

    static List<Mistake> dns1123Label(String name) {
        return mistakes(NameFormats.dns1123Label(name), NameForm.DNS_LABEL, name);
    }

    static List<Mistake> dns1123Subdomain(String name) {
        return mistakes(NameFormats.dns1123Subdomain(name), NameForm.DNS_SUBDOMAIN, name);
    }

    static List<Mistake> dns1035Label(String name) {
        return mistakes(NameFormats.dns1035Label(name), NameForm.DNS_1035_LABEL, name);
    }

    static List<Mistake> labelValue(String value) {
        return mistakes(NameFormats.labelValue(value), NameForm.LABEL_VALUE, value);
    }

    static List<Mistake> qualifiedName(String name) {
        return mistakes(NameFormats.qualifiedName(name), NameForm.LABEL_KEY, name);
    }

    private static List<Mistake> mistakes(List<String> refusals, NameForm form, String name) {
        if (refusals.isEmpty()) {
            return List.of();
        }
        String message = form.problem(name).map(Problem::message).orElse(refusals.get(0));
        String remedy =
                form.corrected(name).map(right -> "Write " + right + ".").orElse("");
        return List.of(new Mistake(message, remedy));
    }
}
