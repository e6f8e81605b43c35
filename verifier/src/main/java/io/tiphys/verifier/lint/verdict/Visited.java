package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A template that was looked up.
 *
 * @param base the object in which it looks up others
 * @param json its content, with the values of what it is written in put in
 * @param at its place in the judged object, or the place of the reference that leads out of it
 */
record Visited(Base base, JsonNode json, JsonPointer at) {

    /** The place of something in it: its own one as long as it is in the judged object. */
    JsonPointer at(String... fields) {
        JsonPointer place = at;
        if (base.own()) {
            for (String field : fields) {
                place = place.appendProperty(field);
            }
        }
        return place;
    }

    /** The place of an entry of a list in it. */
    JsonPointer at(JsonPointer list, int index) {
        return base.own() ? list.appendIndex(index) : list;
    }

    String name() {
        return Fields.text(json, "name");
    }
}
