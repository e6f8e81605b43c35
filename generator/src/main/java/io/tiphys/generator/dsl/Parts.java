package io.tiphys.generator.dsl;

import io.tiphys.model.object.Fields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * All that a template is made from, before it is known where it will stand.
 *
 * @param fields of the template, the container within
 * @param waivers what findings are accepted in its pods
 * @param changes of the typed model, made last
 * @param calls of other templates by hooks
 */
record Parts(
        Fields fields,
        References references,
        List<Mount> mounts,
        Resources resources,
        List<Call> calls,
        Waivers waivers,
        List<UnaryOperator<io.tiphys.model.argo.Template>> changes,
        List<Problem> problems) {

    Parts {
        mounts = List.copyOf(mounts);
        calls = List.copyOf(calls);
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    static Parts named(String name) {
        return new Parts(
                Fields.NONE.set("name", name),
                References.NONE,
                List.of(),
                Resources.NONE,
                List.of(),
                Waivers.NONE,
                List.of(),
                List.of());
    }

    Parts with(Fields changed, Object... used) {
        return new Parts(changed, references.with(used), mounts, resources, calls, waivers, changes, problems);
    }

    /** Sets a field; values become their tags. */
    Parts set(String field, Object value) {
        return with(fields.set(field, Texts.plain(field, value)), value);
    }

    /** Changes the fields in a field. */
    Parts within(String field, UnaryOperator<Fields> change, Object... used) {
        return with(Texts.nested(fields, field, change), used);
    }

    Parts using(References more) {
        return new Parts(fields, references.with(more), mounts, resources, calls, waivers, changes, problems);
    }

    Parts mounting(Mount... more) {
        Parts parts = this;
        for (Mount mount : Texts.given("mount", more)) {
            parts = parts.using(mount.references());
        }
        return new Parts(
                parts.fields,
                parts.references,
                plus(mounts, Arrays.asList(more)),
                resources,
                calls,
                waivers,
                changes,
                problems);
    }

    Parts asking(Resources asked) {
        return new Parts(fields, references, mounts, asked, calls, waivers, changes, problems);
    }

    Parts calling(Collection<Call> more) {
        return new Parts(fields, references, mounts, resources, plus(calls, more), waivers, changes, problems);
    }

    Parts changing(UnaryOperator<io.tiphys.model.argo.Template> change) {
        return new Parts(
                fields,
                references,
                mounts,
                resources,
                calls,
                waivers,
                plus(changes, List.of(Fields.given("the change", change))),
                problems);
    }

    Parts waiving(Waivers waived) {
        return new Parts(fields, references, mounts, resources, calls, waived, changes, problems);
    }

    Parts failing(Collection<Problem> more) {
        return new Parts(fields, references, mounts, resources, calls, waivers, changes, plus(problems, more));
    }

    private static <T> List<T> plus(List<T> some, Collection<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
