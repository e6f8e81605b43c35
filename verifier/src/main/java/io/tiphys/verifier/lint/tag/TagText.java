package io.tiphys.verifier.lint.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A text taken apart into tags. A tag ends at the first closing braces; of opening braces before them, the last count,
 * so that of nested tags the inner one is found.
 *
 * @param text the text
 * @param tags the tags, in order
 * @param unclosed offset of opening braces that nothing closes: Argo refuses such a text
 */
public record TagText(String text, List<Tag> tags, OptionalInt unclosed) {
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    public TagText {
        tags = List.copyOf(tags);
    }

    /** Takes a text apart; linear in its length. */
    public static TagText parse(String text) {
        List<Tag> tags = new ArrayList<>();
        int at = 0;
        while (true) {
            int open = text.indexOf(OPEN, at);
            if (open < 0) {
                return new TagText(text, tags, OptionalInt.empty());
            }
            int close = text.indexOf(CLOSE, open + OPEN.length());
            if (close < 0) {
                return new TagText(text, tags, OptionalInt.of(open));
            }
            int inner = text.lastIndexOf(OPEN, close - OPEN.length());
            boolean nested = inner > open;
            int start = nested ? inner : open;
            tags.add(new Tag(start, close + CLOSE.length(), text.substring(start + OPEN.length(), close), nested));
            at = nested ? outerEnd(text, close + CLOSE.length()) : close + CLOSE.length();
        }
    }

    /**
     * The text with other words for its tags.
     *
     * @param value the word for a tag, or null to leave it
     */
    public String replace(Function<Tag, @Nullable String> value) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (Tag tag : tags) {
            String word = value.apply(tag);
            if (word != null) {
                result.append(text, at, tag.start()).append(word);
                at = tag.end();
            }
        }
        return result.append(text.substring(at)).toString();
    }

    /** Whether a text may hold a tag. */
    public static boolean hasTags(String text) {
        return text.contains(OPEN);
    }

    /** Skips what is left of the outer tag, whose name cannot be known. */
    private static int outerEnd(String text, int from) {
        int close = text.indexOf(CLOSE, from);
        int open = text.indexOf(OPEN, from);
        return close >= 0 && (open < 0 || close < open) ? close + CLOSE.length() : from;
    }
}
