package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/** Arguments: names, values, and where artifacts come from. */
final class Values {
    private Values() {}

    /**
     * Refuses arguments that are not well formed.
     *
     * @param encoded whether they were encoded before, which drops empty lists
     * @param needed whether each parameter needs a value
     */
    static void check(JsonNode arguments, JsonPointer at, boolean encoded, boolean needed) throws RefusedException {
        Names.parameterNames(Fields.items(arguments, "parameters"), at.appendProperty("parameters"));
        Names.parameterNames(Fields.items(arguments, "artifacts"), at.appendProperty("artifacts"));
        int index = 0;
        for (JsonNode parameter : Fields.items(arguments, "parameters")) {
            if (!parameter(parameter, at.appendProperty("parameters").appendIndex(index++), encoded, needed)) {
                return;
            }
        }
        index = 0;
        for (JsonNode artifact : Fields.items(arguments, "artifacts")) {
            artifact(artifact, at.appendProperty("artifacts").appendIndex(index++));
        }
    }

    /** False where nothing behind it is looked at: a choice that has no value yet ends the list. */
    private static boolean parameter(JsonNode parameter, JsonPointer at, boolean encoded, boolean needed)
            throws RefusedException {
        String name = Fields.text(parameter, "name");
        boolean valued = Fields.hasValue(parameter);
        JsonNode from = parameter.path("valueFrom");
        if (needed && !valued && !Fields.has(parameter, "valueFrom")) {
            throw new RefusedException(at, "the argument \"" + name + "\" has neither value nor valueFrom");
        }
        if (Fields.has(parameter, "valueFrom") && !isOutside(from)) {
            throw new RefusedException(
                    at.appendProperty("valueFrom"),
                    "valueFrom of the argument \"" + name + "\" is none of configMapKeyRef, event and supplied");
        }
        if (!Fields.has(parameter, "enum") || (encoded && parameter.path("enum").isEmpty())) {
            return true;
        }
        JsonPointer choices = at.appendProperty("enum");
        if (parameter.path("enum").isEmpty()) {
            throw new RefusedException(choices, "enum of \"" + name + "\" is empty");
        }
        if (!valued) {
            if (needed) {
                throw new RefusedException(at, "the argument \"" + name + "\" has enum, but no value");
            }
            return false;
        }
        String value = Fields.text(parameter, "value");
        for (JsonNode choice : parameter.path("enum")) {
            if (choice.asText().equals(value)) {
                return true;
            }
        }
        throw new RefusedException(at.appendProperty("value"), "\"" + value + "\" is not in enum of \"" + name + "\"");
    }

    private static boolean isOutside(JsonNode from) {
        boolean outside = Fields.has(from, "configMapKeyRef")
                || Fields.has(from, "supplied")
                || !Fields.text(from, "event").isEmpty();
        boolean inside = !Fields.text(from, "path").isEmpty()
                || !Fields.text(from, "jsonPath").isEmpty()
                || !Fields.text(from, "parameter").isEmpty()
                || !Fields.text(from, "expression").isEmpty();
        return outside && !inside;
    }

    private static void artifact(JsonNode artifact, JsonPointer at) throws RefusedException {
        String name = Fields.text(artifact, "name");
        boolean from = !Fields.text(artifact, "from").isEmpty();
        if (!from && !Locations.hasLocationOrKey(artifact)) {
            throw new RefusedException(at, "the artifact \"" + name + "\" has neither from nor a location nor a key");
        }
        if (from && !Fields.text(artifact, "fromExpression").isEmpty()) {
            throw new RefusedException(at, "the artifact \"" + name + "\" has both from and fromExpression");
        }
    }
}
