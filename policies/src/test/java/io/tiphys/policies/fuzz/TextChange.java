package io.tiphys.policies.fuzz;

/**
 * One change of a text, which may make anything of it.
 *
 * @param kind what is done
 * @param place where, as a share of the length
 * @param length of how many characters
 * @param word what comes there
 */
record TextChange(Kind kind, double place, int length, String word) {
    enum Kind {
        DELETE,
        INSERT,
        REPLACE,
        REPEAT,
        VALUE
    }

    void apply(StringBuilder text) {
        int from = (int) (place * text.length());
        int to = Math.min(text.length(), from + length);
        switch (kind) {
            case DELETE -> text.delete(from, to);
            case INSERT -> text.insert(from, word);
            case REPLACE -> text.replace(from, to, word);
            case REPEAT -> text.insert(from, text.substring(from, to).repeat(length));
            case VALUE -> {
                int end = text.indexOf("\n", from);
                int value = text.lastIndexOf(": ", from);
                if (value > 0 && end > value) {
                    text.replace(value + 2, end, word);
                }
            }
        }
    }
}
