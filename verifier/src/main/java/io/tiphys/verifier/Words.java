package io.tiphys.verifier;

/** Names inside a message. */
final class Words {
    private Words() {}

    /** Where a name stands in a text, not as a part of a longer name; -1 if nowhere. */
    static int indexOf(String text, String name) {
        if (name.isEmpty()) {
            return -1;
        }
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean starts = at == 0 || !isPart(text.charAt(at - 1));
            if (starts && (end == text.length() || !isPart(text.charAt(end)))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }
}
