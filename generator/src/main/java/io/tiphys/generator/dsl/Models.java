package io.tiphys.generator.dsl;

import io.tiphys.model.object.ApiObject;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Slot;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The way from the language into the typed model and back. */
final class Models {
    private Models() {}

    /** An object of the typed model with these fields, each with its line. */
    static <T extends ApiObject<T>> T of(T empty, Fields fields) {
        T model = empty;
        for (Map.Entry<String, Slot> field : fields.slots().entrySet()) {
            model = model.with(field.getKey(), field.getValue());
        }
        return model;
    }

    /** Fields after a change of the typed model that they stand for. */
    static <T extends ApiObject<T>> Fields change(Fields fields, T empty, UnaryOperator<T> change) {
        return Fields.given(
                        "the changed model", Fields.given("the change", change).apply(of(empty, fields)))
                .fields();
    }

    static <T extends ApiObject<T>> Declaration change(Declaration declaration, T empty, UnaryOperator<T> change) {
        return declaration.changed(fields -> change(fields, empty, change));
    }
}
