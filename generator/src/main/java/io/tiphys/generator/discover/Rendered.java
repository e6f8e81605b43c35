package io.tiphys.generator.discover;

import io.tiphys.model.finding.JavaLine;
import java.util.Map;

/**
 * A manifest as text.
 *
 * @param file where it goes below the folder of manifests
 * @param lines pointer → author's line
 * @param line where it was named
 */
record Rendered(String kind, String name, String file, String yaml, Map<String, JavaLine> lines, JavaLine line) {}
