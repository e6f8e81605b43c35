package io.tiphys.verifier.expr.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoopTest {
    @Test
    void itemsHaveTextsAndNodes() {
        Loop loop = Loop.ofList("[1.50, \"(a)\", {\"k\": \"v\", \"j\": 2}, [1, \"b\"]]");
        assertThat(loop.items())
                .extracting(item -> item.values().get("item"))
                .containsExactly("1.50", "(a)", "{\"j\":2,\"k\":\"v\"}", "[1,\"b\"]");
        assertThat(loop.items().get(2).values()).containsAllEntriesOf(Map.of("item.k", "v", "item.j", "2"));
        assertThat(loop.items().get(1).node("task", 1)).isEqualTo("task(1:a)");
        assertThat(loop.items().get(3).node("task", 3)).isEqualTo("task(3:[1 b])");
    }

    @Test
    void onlyListsAreLoops() {
        assertThat(Loop.ofList("{}").problem()).isPresent();
        assertThat(Loop.ofList("[1,]").problem()).isPresent();
        assertThat(Loop.ofList("null").items()).isEmpty();
    }

    private static Loop sequence(String json) throws Exception {
        return Sequence.expand(new ObjectMapper().readTree(json));
    }

    private static List<String> texts(String json) throws Exception {
        return sequence(json).items().stream()
                .map(item -> item.values().get("item"))
                .toList();
    }

    @Test
    void sequencesCountUpAndDown() throws Exception {
        assertThat(texts("{\"count\": 2, \"start\": \"3\"}")).containsExactly("3", "4");
        assertThat(texts("{\"end\": \"0\", \"start\": 2}")).containsExactly("2", "1", "0");
        assertThat(texts("{\"count\": 0}")).isEmpty();
        assertThat(texts("{\"count\": 1, \"start\": 10, \"format\": \"n-%03d\"}"))
                .containsExactly("n-010");
        assertThat(texts("{\"count\": 1, \"start\": 10, \"format\": \"%#x\"}")).containsExactly("0xa");
    }

    @Test
    void wrongSequencesAreRefusedAndHugeOnesLeft() throws Exception {
        assertThat(sequence("{\"count\": \"a\"}").problem()).isPresent();
        assertThat(sequence("{}").problem()).isPresent();
        assertThat(sequence("{\"count\": 1000000000}").unknown()).isPresent();
    }
}
