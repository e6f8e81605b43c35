package io.tiphys.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedTest {
    private static Finding finding(String rule, int line, String pointer, RealProgram program) {
        return Finding.of(new Rule(rule, Severity.ERROR, "", "", ""), "wrong")
                .withPlace(new Finding.Place("a.yaml", 0, line, 1, pointer, "", ""))
                .withRefusedBy(program);
    }

    @Test
    void whatAnAnchorHoldsIsSaidOnce() {
        Finding first = finding("DUR-01", 3, "/a", RealProgram.ARGO_LINT);
        Finding copy = finding("DUR-01", 3, "/b", RealProgram.CONTROLLER);
        Finding other = finding("DUR-01", 4, "/c", RealProgram.ARGO_LINT);
        assertThat(Merged.of(List.of(first, copy, other), List.of()))
                .containsExactly(first.withRefusedBy(RealProgram.CONTROLLER), other);
        Finding one = finding("DUR-01", 3, "/items/0/spec", RealProgram.ARGO_LINT);
        Finding two = finding("DUR-01", 3, "/items/1/spec", RealProgram.ARGO_LINT);
        assertThat(Merged.of(List.of(one, two), List.of())).containsExactly(one, two);
    }

    @Test
    void aWrongTypeIsNotSaidOfThePodToo() {
        Finding type = finding("SCHEMA-02", 3, "/spec/a/b", RealProgram.API_SERVER);
        Finding pod = finding("POD-05", 1, "/spec", RealProgram.CONTROLLER);
        assertThat(Merged.of(List.of(type), List.of(pod))).containsExactly(type.withRefusedBy(RealProgram.CONTROLLER));
        assertThat(Merged.of(List.of(finding("SCHEMA-02", 3, "/specs", RealProgram.API_SERVER)), List.of(pod)))
                .hasSize(2);
    }
}
