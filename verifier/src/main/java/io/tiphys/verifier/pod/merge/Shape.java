package io.tiphys.verifier.pod.merge;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.schema.ApiField;
import io.tiphys.model.schema.ApiType;
import java.util.Optional;

/** What the schema says of a JSON object: a type with fields, or a map whose values have a type. */
sealed interface Shape {

    /** What merging needs to know of a field; the strategy is that of lists. */
    record Member(Shape shape, String mergeKey, boolean merged, boolean replaced) {}

    /** The member of a name. Case does not count if no name has the same, as in Go. */
    Member member(String name, JsonPointer path) throws MergeException;

    /** A type with fields. */
    record Struct(ApiType type) implements Shape {
        @Override
        public Member member(String name, JsonPointer path) throws MergeException {
            Optional<ApiField> field = type.decodedField(name);
            if (field.isEmpty()) {
                throw new MergeException(path, type.name() + " has no field \"" + name + "\"");
            }
            return of(field.get());
        }
    }

    /** A map from text to values. */
    record Values(Shape value) implements Shape {
        @Override
        public Member member(String name, JsonPointer path) {
            return new Member(value, "", false, false);
        }
    }

    /** A value without fields: an object there cannot be merged. */
    record Scalar() implements Shape {
        @Override
        public Member member(String name, JsonPointer path) throws MergeException {
            throw new MergeException(path, "an object cannot be merged into a value that has no fields");
        }
    }

    private static Member of(ApiField field) {
        Shape inner = field.type().<Shape>map(Struct::new).orElseGet(Scalar::new);
        boolean replaced =
                field.schema().path("x-kubernetes-patch-strategy").asText().equals("replace");
        return new Member(
                field.isMap() ? new Values(inner) : inner, field.mergeKey().orElse(""), field.isMerged(), replaced);
    }
}
