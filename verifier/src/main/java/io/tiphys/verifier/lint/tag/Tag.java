package io.tiphys.verifier.lint.tag;

import java.util.List;

/**
 * A tag in a text: two opening braces, a name or expression, two closing braces.
 *
 * @param start offset of its first brace
 * @param end offset behind its last brace
 * @param content what stands between the braces, as written
 * @param nested whether it stands inside the name of another tag, which then is known only at run time
 */
public record Tag(int start, int end, String content, boolean nested) {

    /** Whether it holds an expression: an equals sign right behind the braces. */
    public boolean isExpression() {
        return content.startsWith("=");
    }

    /** The variable's name: the content without blanks around it. Tabs and line feeds stay, as Argo lets them. */
    public String name() {
        int from = 0;
        int to = content.length();
        while (from < to && content.charAt(from) == ' ') {
            from++;
        }
        while (to > from && content.charAt(to - 1) == ' ') {
            to--;
        }
        return content.substring(from, to);
    }

    /** The parts of the name between dots. */
    public List<String> path() {
        return List.of(name().split("\\.", -1));
    }
}
