package io.tiphys.verifier.lint.rule;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.verifier.lint.spec.Call;
import io.tiphys.verifier.lint.spec.GoText;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Template;
import io.tiphys.verifier.lint.tag.JsonTags;
import io.tiphys.verifier.lint.tag.TagText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JSON in which {@code argo lint} looks for tags: that of a template as a whole, of each step or task, and of the
 * outputs. Braces that are open in one text end in another one, or in those of JSON, if there are any behind them.
 */
final class Scanned {
    private final Template template;
    private final Scope scope;
    private @Nullable List<JsonPointer> open;

    Scanned(Template template, Scope scope) {
        this.template = template;
        this.scope = scope;
    }

    /** Whether lint refuses the braces that are open at the end of a text. */
    boolean refuses(Node place, String text) {
        if (!TagText.hasTags(text)) {
            return false;
        }
        OptionalInt offset = TagText.parse(text).unclosed();
        return offset.isPresent()
                && (Scope.isChecked(text.substring(offset.getAsInt() + 2).strip()) || isInOpenPart(place.at()));
    }

    private boolean isInOpenPart(JsonPointer at) {
        List<JsonPointer> parts = open == null ? openParts() : open;
        open = parts;
        return parts.stream().anyMatch(part -> at.toString().startsWith(part + "/"));
    }

    private List<JsonPointer> openParts() {
        Set<String> known = scope.names();
        List<JsonPointer> parts = new ArrayList<>();
        add(template.node(), GoText.TEMPLATE, known, parts);
        Node outputs = template.node().get("outputs");
        add(outputs, GoText.OUTPUTS, known, parts);
        for (Call call : template.calls()) {
            GoText form = call.kind() == Call.Kind.STEP ? GoText.STEP : GoText.TASK;
            add(call.node(), form, known, parts);
        }
        return parts;
    }

    private static void add(Node part, GoText form, Set<String> known, List<JsonPointer> parts) {
        Optional<String> json = form.of(part.json());
        if (json.isPresent() && !JsonTags.areClosed(json.get(), known::contains)) {
            parts.add(part.at());
        }
    }
}
