package io.tiphys.verifier.cel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortLibraryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[3, 1, 2].sort() == [1, 2, 3] && ['b', 'a'].sort() == ['a', 'b'] && [3, 1, 2].sortBy(x, -x) == [3, 2, 1]",
                "[{'n': 'b'}, {'n': 'a'}].sortBy(e, e.n).map(e, e.n) == ['a', 'b']",
                "[[2, 1], [1, 2]].sortBy(l, l.sort()[0]).size() == 2"
            })
    void holds(String expression) {
        Expressions.isTrue(expression);
    }

    @Test
    void mixedItemsFail() {
        Expressions.fails("[dyn('a'), dyn(1)].sort()", "no such overload");
    }

    @Test
    void itemsWithoutOrderAreRefused() {
        Expressions.isRefused("[{'a': 1}].sort()", 35);
        Expressions.isRefused("[1].sort()", 34);
    }
}
