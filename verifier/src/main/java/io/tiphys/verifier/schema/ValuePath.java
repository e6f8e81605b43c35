package io.tiphys.verifier.schema;

import com.fasterxml.jackson.core.JsonPointer;
import org.jspecify.annotations.Nullable;

/** Where a value stands. The pointer is made when somebody asks for it, for most values are right. */
final class ValuePath {
    static final ValuePath ROOT = new ValuePath(null, "");

    private final @Nullable ValuePath parent;
    private final String step;

    private ValuePath(@Nullable ValuePath parent, String step) {
        this.parent = parent;
        this.step = step;
    }

    ValuePath field(String name) {
        return new ValuePath(this, name);
    }

    ValuePath item(int index) {
        return new ValuePath(this, Integer.toString(index));
    }

    JsonPointer pointer() {
        StringBuilder text = new StringBuilder();
        write(text);
        return JsonPointer.compile(text.toString());
    }

    private void write(StringBuilder text) {
        if (parent != null) {
            parent.write(text);
            text.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        }
    }
}
