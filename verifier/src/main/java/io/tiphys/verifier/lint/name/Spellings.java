package io.tiphys.verifier.lint.name;

import io.tiphys.verifier.lint.language.Problem;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parts of which forms are made. */
final class Spellings {
    private static final int UNBOUNDED = Integer.MAX_VALUE;
    private static final int DOMAIN = 253;
    private static final String LOWER = "lower-case letters, digits and hyphens";
    private static final String DOTTED = "letters, digits, '-', '_' and '.'";
    static final Spelling DNS_LABEL = new Spelling("a0", "a0-", "a0", 63, LOWER);
    static final Spelling DNS_1035_LABEL = new Spelling("a", "a0-", "a0", 63, LOWER);
    static final Spelling LABEL = new Spelling("aA0", "aA0-_.", "aA0", 63, DOTTED);
    static final Spelling ENV_VAR = new Spelling("aA_.-", "aA0_.-", "aA0_.-", UNBOUNDED, DOTTED);
    static final Spelling CONFIG_MAP_KEY = new Spelling("aA0_.-", "aA0_.-", "aA0_.-", DOMAIN, DOTTED);
    static final Spelling C_IDENTIFIER = new Spelling("aA_", "aA0_", "aA0_", UNBOUNDED, "letters, digits and _");
    static final Spelling ARGO_NAME = new Spelling("aA0", "aA0-", "aA0-", 128, "letters, digits and hyphens");
    static final Spelling ARGO_PARAMETER =
            new Spelling("aA0_-", "aA0_-", "aA0_-", UNBOUNDED, "letters, digits, '-' and '_'");
    static final Pattern REFERENCE = Pattern.compile("\\{\\{[-a-zA-Z0-9]+(\\.[-a-zA-Z0-9_]+)*\\}\\}");
    private static final Spelling PART =
            new Spelling("a0", "a0-", "a0", UNBOUNDED, "lower-case letters, digits, hyphens and dots");
    private static final Spelling PORT = new Spelling("a0", "a0-", "a0", 15, LOWER);

    private Spellings() {}

    static Optional<Problem> subdomain(String text, int offset) {
        int start = 0;
        for (String part : text.split("\\.", -1)) {
            Optional<Problem> problem = PART.problem(part, offset + start);
            if (problem.isPresent()) {
                return problem;
            }
            start += part.length() + 1;
        }
        return text.length() > DOMAIN
                ? Optional.of(new Problem(
                        offset + DOMAIN, "expected at most " + DOMAIN + " characters, found " + text.length()))
                : Optional.empty();
    }

    static Optional<Problem> key(String text) {
        int slash = text.indexOf('/');
        Optional<Problem> prefix = slash < 0 ? Optional.empty() : subdomain(text.substring(0, slash), 0);
        return prefix.or(() -> LABEL.problem(text.substring(slash + 1), slash + 1));
    }

    static Optional<Problem> notDots(Spelling spelling, String text) {
        return text.equals(".") || text.startsWith("..")
                ? Optional.of(Problem.expected("a name that is neither . nor starts with ..", 0, text))
                : spelling.problem(text, 0);
    }

    static Optional<Problem> relaxed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~' || text.charAt(i) == '=') {
                return Optional.of(Problem.expected("printable ASCII without =", text, i));
            }
        }
        return text.isEmpty() ? Optional.of(Problem.expected("a name", 0, "")) : Optional.empty();
    }

    static Optional<Problem> port(String text) {
        Optional<Problem> problem = PORT.problem(text, 0);
        if (problem.isPresent()) {
            return problem;
        }
        int hyphens = text.indexOf("--");
        if (hyphens >= 0) {
            return Optional.of(Problem.expected("one hyphen at a time", hyphens, "--"));
        }
        return text.chars().anyMatch(c -> c >= 'a' && c <= 'z')
                ? Optional.empty()
                : Optional.of(Problem.expected("a letter among the digits", 0, text));
    }
}
