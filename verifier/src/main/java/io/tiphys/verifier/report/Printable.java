package io.tiphys.verifier.report;

/** Text from outside made safe for a terminal: no control character can move the cursor or change a colour. */
public final class Printable {
    private Printable() {}

    /** The text with control characters and invisible ones written out. */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n') {
                safe.append("\\n");
            } else if (Character.isISOControl(c) || isInvisible(c)) {
                safe.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    /** Characters that change the order or look of others. */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT || c == 0x2028 || c == 0x2029;
    }
}
