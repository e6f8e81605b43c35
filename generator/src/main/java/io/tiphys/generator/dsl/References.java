package io.tiphys.generator.dsl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The references that something uses, in the order of first use. Immutable. */
final class References {
    static final References NONE = new References(Map.of(), List.of());

    private final Map<String, Reference> byText;
    private final List<Reference> conflicting;

    private References(Map<String, Reference> byText, List<Reference> conflicting) {
        this.byText = Collections.unmodifiableMap(byText);
        this.conflicting = List.copyOf(conflicting);
    }

    /** These and the references among the values; everything else is passed over. */
    References with(Object... values) {
        Map<String, Reference> all = new LinkedHashMap<>(byText);
        List<Reference> conflicts = new ArrayList<>(conflicting);
        for (Object value : values) {
            if (value instanceof Reference reference) {
                Reference before = all.putIfAbsent(reference.toString(), reference);
                if (before != null && !before.declaration().equals(reference.declaration())) {
                    conflicts.add(reference);
                }
            }
        }
        return new References(all, conflicts);
    }

    References with(References others) {
        References all = with(others.byText.values().toArray());
        List<Reference> conflicts = new ArrayList<>(all.conflicting);
        conflicts.addAll(others.conflicting);
        return new References(all.byText, conflicts);
    }

    /** References whose text is that of another with another declaration. */
    List<Reference> conflicting() {
        return conflicting;
    }

    List<Input> inputs() {
        return only(Input.class);
    }

    List<WorkflowParameter> parameters() {
        return only(WorkflowParameter.class);
    }

    private <T> List<T> only(Class<T> type) {
        return byText.values().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
