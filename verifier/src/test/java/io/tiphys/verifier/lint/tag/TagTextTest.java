package io.tiphys.verifier.lint.tag;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TagTextTest {

    @Test
    void findsNamesAndOffsets() {
        TagText text = TagText.parse("a {{ b.c }}{{=1+1}} d}}");
        assertThat(text.tags()).extracting(Tag::name).containsExactly("b.c", "=1+1");
        assertThat(text.tags()).extracting(Tag::isExpression).containsExactly(false, true);
        assertThat(text.tags().get(0).start()).isEqualTo(2);
        assertThat(text.tags().get(0).end()).isEqualTo(11);
        assertThat(text.unclosed()).isEmpty();
    }

    @Test
    void takesTheInnerOfNestedTags() {
        TagText text = TagText.parse("{{steps.{{item}}.ip}} {{x}}");
        assertThat(text.tags()).extracting(Tag::name).containsExactly("item", "x");
        assertThat(text.tags()).extracting(Tag::nested).containsExactly(true, false);
    }

    @Test
    void reportsWhatIsNotClosed() {
        assertThat(TagText.parse("ab {{c").unclosed()).hasValue(3);
    }

    @Test
    void replacesChosenTags() {
        assertThat(TagText.parse("{{a}}-{{b}}-").replace(tag -> tag.name().equals("b") ? "x" : null))
                .isEqualTo("{{a}}-x-");
    }

    @Property
    void tagsLieInOrderInsideTheText(@ForAll @StringLength(max = 40) @CharRange(from = '{', to = '}') String text) {
        int last = 0;
        for (Tag tag : TagText.parse(text).tags()) {
            assertThat(tag.start()).isGreaterThanOrEqualTo(last);
            assertThat(tag.end()).isGreaterThanOrEqualTo(tag.start() + 4).isLessThanOrEqualTo(text.length());
            assertThat(text.substring(tag.start(), tag.end())).isEqualTo("{{" + tag.content() + "}}");
            last = tag.end();
        }
    }
}
