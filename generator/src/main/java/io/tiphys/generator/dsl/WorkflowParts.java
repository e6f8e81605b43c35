package io.tiphys.generator.dsl;

import io.tiphys.model.argo.WorkflowSpec;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All that a manifest with a workflow's spec is made from.
 *
 * @param roots the templates that it names, in this order
 * @param entry what runs first
 * @param hooks event → condition, and what runs then
 * @param references what it uses by itself, outside its templates
 * @param changes of the typed model, made last
 */
record WorkflowParts(
        WorkflowKind kind,
        Site site,
        Fields metadata,
        Fields labels,
        Fields annotations,
        Fields spec,
        List<Call> roots,
        Optional<Call> entry,
        List<Hook> hooks,
        References references,
        List<UnaryOperator<WorkflowSpec>> changes,
        List<Problem> problems) {

    /**
     * Something that runs on an event of the workflow.
     *
     * @param before the condition
     */
    record Hook(String name, Fields before, Call call) {}

    static WorkflowParts of(WorkflowKind kind, Site site, String name) {
        boolean generated =
                kind == WorkflowKind.WORKFLOW && Fields.given("name", name).endsWith("-");
        return new WorkflowParts(
                kind,
                site,
                Fields.NONE.set(generated ? "generateName" : "name", name),
                site.labels(),
                site.annotations(),
                Fields.NONE,
                List.of(),
                Optional.empty(),
                List.of(),
                References.NONE,
                site.changes(),
                List.of());
    }

    WorkflowParts metadata(Fields changed) {
        return new WorkflowParts(
                kind, site, changed, labels, annotations, spec, roots, entry, hooks, references, changes, problems);
    }

    WorkflowParts label(String key, Object value) {
        Fields changed = labels.set(key, Texts.of(key, value));
        return new WorkflowParts(
                kind, site, metadata, changed, annotations, spec, roots, entry, hooks, references, changes, problems);
    }

    WorkflowParts annotation(String key, Object value) {
        Fields changed = annotations.set(key, Texts.of(key, value));
        return new WorkflowParts(
                kind, site, metadata, labels, changed, spec, roots, entry, hooks, references, changes, problems);
    }

    WorkflowParts spec(Fields changed, Object... used) {
        return new WorkflowParts(
                kind,
                site,
                metadata,
                labels,
                annotations,
                changed,
                roots,
                entry,
                hooks,
                references.with(used),
                changes,
                problems);
    }

    WorkflowParts root(Call call) {
        return new WorkflowParts(
                kind,
                site,
                metadata,
                labels,
                annotations,
                spec,
                plus(roots, List.of(call)),
                entry,
                hooks,
                references.with(call.references()),
                changes,
                problems);
    }

    WorkflowParts entry(Call call) {
        WorkflowParts rooted = root(call);
        return new WorkflowParts(
                kind,
                site,
                metadata,
                labels,
                annotations,
                spec,
                rooted.roots,
                Optional.of(call),
                hooks,
                rooted.references,
                changes,
                problems);
    }

    WorkflowParts hook(Hook hook) {
        WorkflowParts rooted = root(hook.call());
        return new WorkflowParts(
                kind,
                site,
                metadata,
                labels,
                annotations,
                spec,
                rooted.roots,
                entry,
                plus(hooks, List.of(hook)),
                rooted.references,
                changes,
                problems);
    }

    WorkflowParts changing(UnaryOperator<WorkflowSpec> change) {
        return new WorkflowParts(
                kind,
                site,
                metadata,
                labels,
                annotations,
                spec,
                roots,
                entry,
                hooks,
                references,
                plus(changes, List.of(Fields.given("spec", change))),
                problems);
    }

    WorkflowParts failing(Problem problem) {
        return new WorkflowParts(
                kind,
                site,
                metadata,
                labels,
                annotations,
                spec,
                roots,
                entry,
                hooks,
                references,
                changes,
                plus(problems, List.of(problem)));
    }

    Optional<JavaLine> origin() {
        return metadata.get("name").or(() -> metadata.get("generateName")).flatMap(Slot::origin);
    }

    private static <T> List<T> plus(List<T> some, Collection<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
