package io.tiphys.verifier.lint.verdict;

/** Words that stand for values which only a run knows; each is used once. */
final class Placeholders {
    static final String PREFIX = "__argo__internal__placeholder-";

    private int count;

    String next() {
        return PREFIX + count++;
    }

    static boolean is(String text) {
        return text.startsWith(PREFIX);
    }
}
