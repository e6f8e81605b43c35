package io.tiphys.verifier.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One thing that a schema asks of a value; values of other types than it is about pass. */
interface Keyword {
    /** Adds what is wrong. */
    void check(JsonNode value, ValuePath at, List<Violation> found);
}
