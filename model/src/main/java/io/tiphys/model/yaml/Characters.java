package io.tiphys.model.yaml;

/** From SnakeYAML's positions, which count code points, to offsets in a text. Cheap if asked in rising order. */
final class Characters {
    private final String text;
    private final boolean same;
    private int knownPoint;
    private int knownOffset;

    Characters(String text) {
        this.text = text;
        this.same = text.codePointCount(0, text.length()) == text.length();
    }

    int offset(int codePoint) {
        if (same) {
            return Math.min(codePoint, text.length());
        }
        if (codePoint < knownPoint) {
            knownPoint = 0;
            knownOffset = 0;
        }
        while (knownPoint < codePoint && knownOffset < text.length()) {
            knownOffset += Character.charCount(text.codePointAt(knownOffset));
            knownPoint++;
        }
        return knownOffset;
    }
}
