package io.tiphys.generator.dsl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The templates that a manifest needs: those that it names, each followed by what it calls.
 *
 * @param templates in this order, none twice
 * @param inline those that stand where they are called
 * @param declared what is declared anywhere, by its path; nothing where two declarations differ
 */
record Collected(List<Template> templates, List<Template> inline, Map<String, Optional<Declaration>> declared) {

    static Collected of(WorkflowParts parts) {
        Collected collected = new Collected(new ArrayList<>(), new ArrayList<>(), new HashMap<>());
        Set<Template> named = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Template> inlined = Collections.newSetFromMap(new IdentityHashMap<>());
        parts.references().declared().forEach(collected::note);
        parts.roots().forEach(call -> collected.follow(call, named, inlined));
        return collected;
    }

    private void follow(Call call, Set<Template> named, Set<Template> inlined) {
        call.arguments().forEach(argument -> note(argument.input()));
        if (!(call.target() instanceof Template template) || !(call.isInline() ? inlined : named).add(template)) {
            return;
        }
        (call.isInline() ? inline : templates).add(template);
        template.parts().references().declared().forEach(this::note);
        template.calls().forEach(inner -> follow(inner, named, inlined));
    }

    private void note(Declaration declaration) {
        declared.merge(
                declaration.role().prefix() + declaration.name(),
                Optional.of(declaration),
                (before, here) -> before.filter(known -> known.sameAs(declaration)));
    }

    /** A declaration for something of which a template knows nothing but the path. */
    Optional<Declaration> find(String path) {
        return declared.getOrDefault(path, Optional.empty());
    }

    List<Template> all() {
        List<Template> all = new ArrayList<>(templates);
        all.addAll(inline);
        return all;
    }
}
