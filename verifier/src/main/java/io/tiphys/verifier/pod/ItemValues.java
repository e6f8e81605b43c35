package io.tiphys.verifier.pod;

import io.tiphys.verifier.expr.Scope;
import io.tiphys.verifier.expr.loop.Item;
import java.util.Map;
import java.util.Optional;

/** What one item of a loop sees: {@code item}, {@code item.name}, and the values of the caller. */
final class ItemValues implements Values {
    private final Map<String, String> own;
    private final Values outer;

    ItemValues(Item item, Values outer) {
        this.own = item.values();
        this.outer = outer;
    }

    @Override
    public Optional<String> value(String tag) {
        return Optional.ofNullable(own.get(tag)).or(() -> outer.value(tag));
    }

    @Override
    public Scope scope() {
        Scope.Builder all = new Scope.Builder(outer.scope());
        own.forEach(all::text);
        return all.build();
    }
}
