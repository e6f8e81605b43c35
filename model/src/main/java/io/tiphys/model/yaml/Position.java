package io.tiphys.model.yaml;

/**
 * A place in a text file.
 *
 * @param line line number, from 1
 * @param column column in characters, from 1
 */
public record Position(int line, int column) {

    /** The first character of a file. */
    public static final Position START = new Position(1, 1);
}
