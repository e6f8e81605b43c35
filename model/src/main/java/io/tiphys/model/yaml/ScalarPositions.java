package io.tiphys.model.yaml;

/** From a character of a scalar's text to its place in the file. */
final class ScalarPositions {
    private ScalarPositions() {}

    static Position of(YamlNode.Scalar scalar, int offset) {
        return switch (scalar.style()) {
            case LITERAL -> inBlock(scalar, offset);
            case PLAIN -> inLine(scalar, offset, "", 0);
            case SINGLE_QUOTED -> inLine(scalar, offset, "'", 1);
            case DOUBLE_QUOTED -> inLine(scalar, offset, "\"\\\n\t\r", 1);
            case FOLDED -> scalar.start();
        };
    }

    private static Position inBlock(YamlNode.Scalar scalar, int offset) {
        String before = scalar.text().substring(0, offset);
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        int start = before.lastIndexOf('\n') + 1;
        return new Position(
                scalar.start().line() + 1 + lines, scalar.indent() + 1 + before.codePointCount(start, offset));
    }

    /**
     * In one line each character takes one place, or two if it is written with another one before it. If that does not
     * give the width of the whole, it is written in another way.
     *
     * @param twice the characters that take two places
     * @param quote how many characters stand before the text
     */
    private static Position inLine(YamlNode.Scalar scalar, int offset, String twice, int quote) {
        if (scalar.width() != 2 * quote + places(scalar.text(), twice)) {
            return scalar.start();
        }
        int places = places(scalar.text().substring(0, offset), twice);
        return new Position(scalar.start().line(), scalar.start().column() + quote + places);
    }

    private static int places(String text, String twice) {
        return text.codePoints().map(c -> twice.indexOf(c) >= 0 ? 2 : 1).sum();
    }
}
