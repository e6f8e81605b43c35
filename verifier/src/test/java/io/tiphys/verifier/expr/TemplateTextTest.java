package io.tiphys.verifier.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTextTest {
    private static final Scope SCOPE = new Scope.Builder()
            .text("inputs.parameters.a", "x \"y\"")
            .text("item", "a")
            .absent("tasks.t.outputs.result")
            .unknown("workflow.uid")
            .build();

    private static Replacement replace(String text, Strictness strictness) {
        return TemplateText.replace(text, SCOPE, strictness);
    }

    @Test
    void valuesStandWhereTagsStood() {
        assertThat(replace("<{{ inputs.parameters.a }}> {{=1+1}}", Strictness.ALL)
                        .text())
                .contains("<x \"y\"> 2");
    }

    @Test
    void innerTagsGoFirst() {
        assertThat(replace("{{inputs.parameters.{{item}}}}", Strictness.NONE).text())
                .contains("{{inputs.parameters.a}}");
    }

    @Test
    void whatIsMissingWaitsWhereItMustBe() {
        assertThat(replace("{{steps.x.outputs.result}}", Strictness.ALL).missing())
                .isTrue();
        assertThat(replace("{{steps.x.outputs.result}}", Strictness.prefixes(List.of("inputs")))
                        .text())
                .contains("{{steps.x.outputs.result}}");
        assertThat(replace("{{=lastRetry.exitCode}}", Strictness.NONE).text()).contains("{{=lastRetry.exitCode}}");
    }

    @Test
    void absentOutputsAreRefusedUnlessAnExpressionAllowsThem() {
        Replacement refused = replace("{{tasks.t.outputs.result}}", Strictness.NONE);
        assertThat(refused.problem()).isPresent();
        assertThat(refused.missing()).isFalse();
        assertThat(replace("{{=tasks.t.outputs.result ?? 'd'}}", Strictness.ALL).text())
                .contains("d");
    }

    @Test
    void openBracesAndBrokenExpressionsAreRefused() {
        assertThat(replace("{{item", Strictness.NONE).problem()).isPresent();
        assertThat(replace("{{=1 +}}", Strictness.NONE).problem()).isPresent();
    }

    @Test
    void tagsRunAcrossFields() {
        assertThat(TemplateText.tags("{\"a\":\"{{x\",\"b\":\"y}}\"}")).contains(List.of("x\",\"b\":\"y"));
    }

    @Test
    void unknownValuesAreSaid() {
        Replacement left = replace("{{workflow.uid}} {{item}}", Strictness.ALL);
        assertThat(left.text()).contains("{{workflow.uid}} a");
        assertThat(left.unknown()).containsExactly("workflow.uid");
    }
}
