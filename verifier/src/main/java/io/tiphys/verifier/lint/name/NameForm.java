package io.tiphys.verifier.lint.name;

import io.tiphys.verifier.lint.language.Problem;
import java.util.Locale;
import java.util.Optional;

/** Forms of names. Sources: Kubernetes, object names and ids, labels, validation of its API; Argo Workflows, lint. */
public enum NameForm {
    /** A label of a domain, RFC 1123: names of containers and volumes. */
    DNS_LABEL,
    /** A label of a domain that starts with a letter, RFC 1035: names of services. */
    DNS_1035_LABEL,
    /** A domain, RFC 1123: names of most objects. */
    DNS_SUBDOMAIN,
    /** The beginning of a domain. */
    GENERATE_NAME,
    /** An optional domain and a slash before a name. */
    LABEL_KEY,
    /** The same, in capitals too. */
    ANNOTATION_KEY,
    /** A value of a label, which may be empty. */
    LABEL_VALUE,
    /** A name of an environment variable. */
    ENV_VAR,
    /** The same, as newer clusters allow it: printable ASCII without an equals sign. */
    RELAXED_ENV_VAR,
    /** A key of a ConfigMap or Secret. */
    CONFIG_MAP_KEY,
    /** A name of a port. */
    PORT_NAME,
    /** An identifier of C. */
    C_IDENTIFIER,
    /** A template, step or task of Argo. */
    ARGO_NAME,
    /** A parameter or artifact of Argo. */
    ARGO_PARAMETER,
    /** A text that Argo takes for a reference to a parameter. */
    PARAMETER_REFERENCE,
    /** An address of the internet protocol. */
    IP;

    /** The first mistake in a name; nothing where it has the form. */
    public Optional<Problem> problem(String name) {
        return switch (this) {
            case DNS_LABEL -> Spellings.DNS_LABEL.problem(name, 0);
            case DNS_1035_LABEL -> Spellings.DNS_1035_LABEL.problem(name, 0);
            case DNS_SUBDOMAIN -> Spellings.subdomain(name, 0);
            case GENERATE_NAME ->
                Spellings.subdomain(
                        name.length() > 1 && name.endsWith("-") ? name.substring(0, name.length() - 2) + "a" : name, 0);
            case LABEL_KEY -> Spellings.key(name);
            case ANNOTATION_KEY -> Spellings.key(name.toLowerCase(Locale.ROOT));
            case LABEL_VALUE -> name.isEmpty() ? Optional.empty() : Spellings.LABEL.problem(name, 0);
            case ENV_VAR -> Spellings.notDots(Spellings.ENV_VAR, name);
            case RELAXED_ENV_VAR -> Spellings.relaxed(name);
            case CONFIG_MAP_KEY -> Spellings.notDots(Spellings.CONFIG_MAP_KEY, name);
            case PORT_NAME -> Spellings.port(name);
            case C_IDENTIFIER -> Spellings.C_IDENTIFIER.problem(name, 0);
            case ARGO_NAME -> Spellings.ARGO_NAME.problem(name, 0);
            case ARGO_PARAMETER -> Spellings.ARGO_PARAMETER.problem(name, 0);
            case PARAMETER_REFERENCE ->
                Spellings.REFERENCE.matcher(name).find()
                        ? Optional.empty()
                        : Optional.of(Problem.expected("a variable such as {{inputs.parameters.x}}", 0, name));
            case IP ->
                Addresses.isAddress(name)
                        ? Optional.empty()
                        : Optional.of(Problem.expected("an address such as 10.9.8.7 or 2001:db8::1", 0, name));
        };
    }

    /** A name like it that has the form: in small letters where these are asked for, hyphens for what is not allowed. */
    public Optional<String> corrected(String name) {
        String kept = matches(name.toLowerCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : filled(name);
        return !kept.isEmpty() && !kept.equals(name) && matches(kept) ? Optional.of(kept) : Optional.empty();
    }

    private String filled(String name) {
        boolean small = matches("a") && !matches("A");
        String letters = small ? name.toLowerCase(Locale.ROOT) : name;
        String extra = (matches("a.a") ? "." : "") + (matches("a/a") ? "/" : "") + (matches("a_a") ? "_" : "");
        return letters.replaceAll("[^-a-zA-Z0-9" + extra + "]+", "-").replaceAll("^[^a-zA-Z0-9]+|[^a-zA-Z0-9]+$", "");
    }

    /** Whether a name has the form. */
    public boolean matches(String name) {
        return problem(name).isEmpty();
    }
}
