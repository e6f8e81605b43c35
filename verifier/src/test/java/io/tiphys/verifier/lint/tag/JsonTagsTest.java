package io.tiphys.verifier.lint.tag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTagsTest {
    @Test
    void tagsEndAtTheNextClosingBracesWhereverTheyAre() {
        assertThat(closed("{\"a\":\"{{x}}\",\"b\":\"}}\"}")).isTrue();
        assertThat(closed("{\"a\":\"{{x\",\"b\":\"y\"}")).isFalse();
        assertThat(closed("{\"a\":\"{{x\",\"b\":\"y}}\"}")).isTrue();
        assertThat(closed("{\"a\":\"{{x\",\"b\":{\"c\":{}}}")).isTrue();
    }

    @Test
    void aKnownVariableInAnOpenTagClosesNothing() {
        assertThat(closed("{\"a\":\"{{x\",\"b\":\"{{other}}\"}")).isTrue();
        assertThat(closed("{\"a\":\"{{x\",\"b\":\"{{known}}\"}")).isFalse();
        assertThat(closed("{\"a\":\"{{x\",\"b\":\"{{known}}\",\"c\":\"{{other}}\"}"))
                .isTrue();
    }

    private static boolean closed(String json) {
        return JsonTags.areClosed(json, "known"::equals);
    }
}
