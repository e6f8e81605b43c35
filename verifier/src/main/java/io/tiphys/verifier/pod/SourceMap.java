package io.tiphys.verifier.pod;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sources of a tree's nodes by their place, looked for when somebody asks: most places nobody asks for. */
final class SourceMap extends AbstractMap<JsonPointer, List<Source>> {
    private final JsonNode tree;
    private final Origins origins;

    SourceMap(JsonNode tree, Origins origins) {
        this.tree = tree;
        this.origins = origins;
    }

    @Override
    public @Nullable List<Source> get(@Nullable Object key) {
        List<Source> known = key instanceof JsonPointer pointer ? origins.of(tree.at(pointer)) : List.of();
        return known.isEmpty() ? null : known;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    public Set<Map.Entry<JsonPointer, List<Source>>> entrySet() {
        return origins.index(tree).entrySet();
    }
}
