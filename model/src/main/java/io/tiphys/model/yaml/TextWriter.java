package io.tiphys.model.yaml;

import java.io.Writer;

/** Text in memory without the locks of {@link java.io.StringWriter}: the emitter writes in very small pieces. */
final class TextWriter extends Writer {
    private static final int START = 4096;

    private final StringBuilder text = new StringBuilder(START);

    @Override
    public void write(int c) {
        text.append((char) c);
    }

    @Override
    public void write(String piece) {
        text.append(piece);
    }

    @Override
    public void write(String piece, int offset, int length) {
        text.append(piece, offset, offset + length);
    }

    @Override
    public void write(char[] piece, int offset, int length) {
        text.append(piece, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
