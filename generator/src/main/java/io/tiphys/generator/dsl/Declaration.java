package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Rendering;
import io.tiphys.model.object.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How something with a name is declared in a manifest, and by which line.
 *
 * @param fields as in the manifest
 * @param sources what stands in the fields: values, texts that mention values
 * @param type what a parameter's text means
 */
record Declaration(Role role, String name, Fields fields, List<Object> sources, Optional<ParameterType> type) {

    /** Where it is declared. */
    enum Role {
        WORKFLOW_PARAMETER("workflow.parameters."),
        INPUT_PARAMETER("inputs.parameters."),
        INPUT_ARTIFACT("inputs.artifacts."),
        OUTPUT_PARAMETER("outputs.parameters."),
        OUTPUT_ARTIFACT("outputs.artifacts.");

        private final String prefix;

        Role(String prefix) {
            this.prefix = prefix;
        }

        /** What stands before the name in a tag. */
        String prefix() {
            return prefix;
        }
    }

    Declaration {
        sources = List.copyOf(sources);
    }

    static Declaration of(Role role, String name) {
        return new Declaration(
                role, Fields.given("name", name), Fields.NONE.set("name", name), List.of(), Optional.empty());
    }

    /** One known by nothing but its name. */
    static Declaration of(Role role, String name, Optional<JavaLine> line) {
        Slot slot = new Slot(new Slot.Json(TextNode.valueOf(name)), line);
        return new Declaration(role, name, Fields.NONE.put("name", slot), List.of(), Optional.empty());
    }

    /** Sets a field; a value is written as its tag. */
    Declaration with(String field, Object value) {
        return changed(before -> before.set(field, Texts.plain(field, value)), value);
    }

    /** Sets a field whose value is text whatever it means, and uses what it mentions. */
    Declaration text(String field, Object value) {
        return changed(before -> before.set(field, Texts.of(field, value)), value);
    }

    /** Sets a field within {@code outer}. */
    Declaration within(String outer, String field, Object value) {
        return changed(before -> Texts.nested(before, outer, in -> in.set(field, Texts.plain(field, value))), value);
    }

    Declaration changed(UnaryOperator<Fields> change, Object... used) {
        List<Object> all = new ArrayList<>(sources);
        all.addAll(Arrays.asList(used));
        return new Declaration(role, name, change.apply(fields), all, type);
    }

    Declaration typed(ParameterType newType) {
        return new Declaration(role, name, fields, sources, Optional.of(newType));
    }

    /** Only a name: whoever knows the name knows all. */
    boolean isBare() {
        return fields.slots().size() == 1 && type.isEmpty();
    }

    /** Whoever calls the template must give it. */
    boolean isRequired() {
        return !(fields.slots().containsKey("value")
                || fields.slots().containsKey("default")
                || fields.slots().containsKey("valueFrom")
                || isOptional()
                || hasLocation());
    }

    private boolean isOptional() {
        return fields.get("optional")
                .map(Rendering::json)
                .map(JsonNode::asBoolean)
                .orElse(false);
    }

    private boolean hasLocation() {
        return role == Role.INPUT_ARTIFACT && fields.slots().keySet().stream().anyMatch(Location.KINDS::contains);
    }

    /**
     * The tag in a longer text. One blank before its end says that a Java value stands here, two that it has more to
     * declare than its name; Argo reads all alike, and the blanks are gone in the manifest.
     */
    String mention(String suffix) {
        return Mentions.tag(role.prefix() + name + suffix, !isBare());
    }

    Optional<JavaLine> origin() {
        return fields.get("name").flatMap(Slot::origin);
    }

    Slot slot() {
        return new Slot(new Slot.Plain(fields), origin());
    }

    JsonNode json() {
        return Rendering.json(slot());
    }

    boolean sameAs(Declaration other) {
        return json().equals(other.json()) && type.equals(other.type);
    }
}
