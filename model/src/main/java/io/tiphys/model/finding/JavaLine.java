package io.tiphys.model.finding;

/**
 * The line of Java that wrote something.
 *
 * @param className binary name of the class
 * @param file the source file: relative to the project where it is known, else to its source root
 * @param line line number, from 1
 */
public record JavaLine(String className, String file, int line) {}
