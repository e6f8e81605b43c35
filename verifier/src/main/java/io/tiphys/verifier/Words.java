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

    /**
     * The same among the items that a message lists: behind its first colon and up to the advice behind a semicolon, if the
     * name is there; else anywhere.
     */
    static int indexOfItem(String message, String name) {
        int listed = indexOfListed(message, name);
        return listed < 0 ? indexOf(message, name) : listed;
    }

    /** Whether a name is among the items that a message lists. */
    static boolean isListed(String message, String name) {
        return indexOfListed(message, name) >= 0;
    }

    private static int indexOfListed(String message, String name) {
        int from = message.indexOf(": ");
        int to = message.indexOf("; ", Math.max(0, from));
        int at = from < 0 ? -1 : indexOf(message.substring(from, to < 0 ? message.length() : to), name);
        return at < 0 ? -1 : from + at;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }
}
