package io.tiphys.model.yaml;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What is wrong with a text that is no YAML, as its author would say it: what stands there and what was expected. */
final class SyntaxMessages {
    private static final Pattern CANNOT_START =
            Pattern.compile("found character '?(.)[^ ]* that cannot start any token.*");
    private static final Pattern UNDEFINED = Pattern.compile("found undefined alias (.*)");
    private static final Pattern UNCLOSED = Pattern.compile("expected ',' or '([]}])', but got (.*)");
    private static final Map<String, String> WORDS = Map.of(
            "mapping values are not allowed here",
            "a colon does not fit here: a text with a colon and a blank in it goes in quotes, and a key stands at the"
                    + " indentation of its neighbours",
            "could not find expected ':'",
            "expected a colon behind the key",
            "found a tab character that violates indentation",
            "a tab stands in the indentation; YAML is indented by blanks");

    private SyntaxMessages() {}

    /** @param firstLine the line of the file in which the text begins */
    static String of(MarkedYAMLException e, int firstLine) {
        String problem = e.getProblem() == null ? "not YAML" : e.getProblem().replaceAll("\\s+", " ");
        String context = e.getContext() == null ? "" : e.getContext().replaceAll("\\s+", " ");
        String known = WORDS.get(problem);
        if (known != null) {
            return known;
        }
        if (problem.contains("end of stream") && context.contains("quoted scalar")) {
            return "the quotation mark" + place(e.getContextMark(), firstLine) + " is not closed";
        }
        Matcher start = CANNOT_START.matcher(problem);
        if (start.matches()) {
            return problem.contains("TAB") || start.group(1).equals("\t")
                    ? "a tab stands where a value or key begins; YAML is indented by blanks"
                    : "no plain value begins with \"" + start.group(1) + "\": put it in quotes";
        }
        Matcher alias = UNDEFINED.matcher(problem);
        if (alias.matches()) {
            return "there is no anchor &" + alias.group(1) + "; a value that begins with * is put in quotes";
        }
        Matcher open = UNCLOSED.matcher(problem);
        if (open.matches()) {
            String what = open.group(1).equals("]") ? "list" : "mapping";
            return "expected , or " + open.group(1) + " in the " + what + " that is opened"
                    + place(e.getContextMark(), firstLine);
        }
        if (problem.startsWith("expected <block end>")) {
            return "the indentation does not fit the " + (context.contains("mapping") ? "mapping" : "list")
                    + " that begins" + place(e.getContextMark(), firstLine);
        }
        return context.isEmpty() ? problem : context + ": " + problem;
    }

    private static String place(@Nullable Mark mark, int firstLine) {
        return mark == null ? "" : " in line " + (firstLine + mark.getLine()) + ", column " + (mark.getColumn() + 1);
    }
}
