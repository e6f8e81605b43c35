package io.tiphys.model.object;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.fabric8.kubernetes.api.model.Quantity;
import io.tiphys.model.value.BadValueException;
import java.io.IOException;
import java.util.Optional;

/** Makes Jackson refuse a quantity of fabric8's model that is none: its own class takes any text. */
@JsonSerialize(using = CheckedQuantity.Writer.class)
interface CheckedQuantity {

    /** Writes the text of a quantity. */
    final class Writer extends JsonSerializer<Quantity> {
        @Override
        public void serialize(Quantity quantity, JsonGenerator out, SerializerProvider provider) throws IOException {
            String text = quantity.toString();
            Optional<String> problem = io.tiphys.model.value.Quantity.problem(text);
            if (problem.isPresent()) {
                throw new BadValueException(problem.get());
            }
            out.writeString(text);
        }
    }
}
