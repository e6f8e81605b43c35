package io.tiphys.verifier.lint.spec;

import io.tiphys.verifier.expr.Expressions;
import io.tiphys.verifier.expr.Scope;
import io.tiphys.verifier.lint.tag.Tag;
import io.tiphys.verifier.lint.tag.TagText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that tags have before a workflow runs. */
final class KnownValues {
    private static final String PARAMETER = "workflow.parameters.";

    private final Map<String, String> parameters = new LinkedHashMap<>();

    KnownValues(Spec spec) {
        for (Node parameter : spec.inherited("arguments").items("parameters")) {
            boolean given =
                    parameter.has("value") && parameter.get("value").json().isValueNode();
            if (given && !TagText.hasTags(parameter.text("value"))) {
                parameters.putIfAbsent(PARAMETER + parameter.text("name"), parameter.text("value"));
            }
        }
    }

    /** The value of a tag, or null if it is not known. */
    @Nullable
    String of(Tag tag) {
        return tag.isExpression() ? expression(tag) : parameters.get(tag.name());
    }

    private @Nullable String expression(Tag tag) {
        Scope.Builder scope = new Scope.Builder();
        parameters.forEach(scope::text);
        return Expressions.tag(tag.content().substring(1), scope.build())
                .value()
                .orElse(null);
    }
}
