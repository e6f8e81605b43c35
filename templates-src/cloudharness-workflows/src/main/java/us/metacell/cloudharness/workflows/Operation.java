package us.metacell.cloudharness.workflows;

import static io.tiphys.generator.dsl.Dsl.steps;

import io.tiphys.generator.dsl.PodTemplate;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.Template;
import io.tiphys.generator.dsl.WorkflowManifest;
import io.tiphys.generator.facility.ExitNotice;
import io.tiphys.generator.facility.Placement;
import io.tiphys.generator.facility.SharedDirectory;
import io.tiphys.generator.facility.Ttl;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The operations of CloudHarness: tasks in groups, one group after the other, the tasks of a group at once. Immutable; the
 * factories are made for {@code import static}.
 *
 * @param baseName what the names of the runs begin with
 * @param form the name of the template that holds the groups; empty for a single task
 */
public record Operation(
        String baseName,
        String form,
        List<List<PodTemplate<?>>> groups,
        List<SharedDirectory> shared,
        List<PodExecutionContext> contexts,
        Optional<Ttl> ttl,
        Optional<ExitNotice> notice) {

    /** The annotation with which Argo CD leaves an object alone: a sync would start a run, and again at each change. */
    private static final String HOOK = "argocd.argoproj.io/hook";

    private static Operation of(String baseName, String form, List<List<PodTemplate<?>>> groups) {
        return new Operation(baseName, form, groups, List.of(), List.of(), Optional.of(Ttl.DEFAULT), Optional.empty());
    }

    /** One task. */
    public static Operation singleTaskOperation(String baseName, PodTemplate<?> task) {
        return of(baseName, "", List.of(List.of(task)));
    }

    /** Tasks one after the other. */
    public static Operation pipelineOperation(String baseName, PodTemplate<?>... tasks) {
        return of(
                baseName,
                "pipeline",
                Arrays.stream(tasks).<List<PodTemplate<?>>>map(List::of).toList());
    }

    /** Tasks at once. */
    public static Operation parallelOperation(String baseName, PodTemplate<?>... tasks) {
        return of(baseName, "parallel", List.of(List.of(tasks)));
    }

    /** Groups of tasks one after the other, the tasks of a {@link #group} at once. */
    @SafeVarargs
    public static Operation simpleDagOperation(String baseName, List<PodTemplate<?>>... groups) {
        return of(baseName, "simpledag", List.of(groups));
    }

    /** Tasks that run at once in a {@link #simpleDagOperation}. */
    public static List<PodTemplate<?>> group(PodTemplate<?>... tasks) {
        return List.of(tasks);
    }

    /** One task, whose end the caller awaits: {@code argo submit --wait}. */
    public static Operation distributedSyncOperation(String baseName, PodTemplate<?> task) {
        return singleTaskOperation(baseName, task);
    }

    /** One task, and one that sends the files that it leaves in {@code /mnt/shared} to a queue named after the run. */
    public static Operation distributedSyncOperationWithResults(String baseName, PodTemplate<?> task) {
        return pipelineOperation(baseName, task, Tasks.sendResultTask()).newSharedDirectory("/mnt/shared", "10Mi");
    }

    /** Directories of claims that are there, for all tasks: {@code CLAIM:PATH[:MODE]}. */
    public Operation sharedDirectory(String... texts) {
        return sharing(Arrays.stream(texts).map(SharedDirectory::existing).toList());
    }

    /** A directory for all tasks, made for each run: {@code [NAME:]PATH[:MODE]}. */
    public Operation newSharedDirectory(String text, Object size) {
        return sharing(List.of(SharedDirectory.ephemeral(text, size)));
    }

    /** On which node the pods run, by the others there. */
    public Operation podContext(PodExecutionContext... more) {
        return new Operation(baseName, form, groups, shared, plus(contexts, List.of(more)), ttl, notice);
    }

    /** When the runs are deleted, if not by {@link Ttl#DEFAULT}. */
    public Operation ttlStrategy(Ttl strategy) {
        return new Operation(baseName, form, groups, shared, contexts, Optional.of(strategy), notice);
    }

    /** Runs are not deleted. */
    public Operation noTtlStrategy() {
        return new Operation(baseName, form, groups, shared, contexts, Optional.empty(), notice);
    }

    /** Tells a queue how each run ended. */
    public Operation onExitNotify(String queue, Map<String, ?> payload) {
        ExitNotice told = ExitNotice.to(queue, payload);
        return new Operation(baseName, form, groups, shared, contexts, ttl, Optional.of(told));
    }

    /** One run, to be submitted from the file: {@code argo submit}, {@code kubectl create -f}. Argo CD leaves it alone. */
    public WorkflowManifest workflow(Site site) {
        return in(site, site.workflow(bareName() + "-").annotation(HOOK, "Skip"));
    }

    /** A template of the cluster, from which runs are started by name: {@code argo submit --from}. */
    public WorkflowManifest clusterWorkflowTemplate(Site site) {
        return in(site, site.clusterWorkflowTemplate(bareName()));
    }

    private String bareName() {
        return baseName.endsWith("-") ? baseName.substring(0, baseName.length() - 1) : baseName;
    }

    private WorkflowManifest in(Site site, WorkflowManifest manifest) {
        Placement placement = Placement.anywhere();
        for (PodExecutionContext context : contexts) {
            placement = context.place(placement);
        }
        for (SharedDirectory directory : shared) {
            placement = directory.place(placement);
        }
        WorkflowManifest made = placement.on(manifest.entrypoint(entrypoint(site)));
        made = ttl.isPresent() ? ttl.get().on(made) : made;
        return notice.isPresent() ? notice.get().on(made, Tasks.notifyTask()) : made;
    }

    private Template entrypoint(Site site) {
        List<List<PodTemplate<?>>> sharing = groups.stream()
                .<List<PodTemplate<?>>>map(group -> group.stream()
                        .<PodTemplate<?>>map(task -> sharing(task, site))
                        .toList())
                .toList();
        return form.isEmpty()
                ? sharing.get(0).get(0)
                : steps(
                        form,
                        all -> sharing.forEach(
                                group -> all.parallel(at -> group.forEach(task -> at.step(task.name(), task)))));
    }

    /** The task with all shared directories; if there is one, its environment names it. */
    private PodTemplate<?> sharing(PodTemplate<?> task, Site site) {
        PodTemplate<?> sharing = task;
        for (SharedDirectory directory : shared) {
            sharing = sharing.mount(directory.mount(site));
        }
        return shared.size() == 1
                ? sharing.env("shared_directory", shared.get(0).path())
                : sharing;
    }

    private Operation sharing(List<SharedDirectory> more) {
        return new Operation(baseName, form, groups, plus(shared, more), contexts, ttl, notice);
    }

    private static <E> List<E> plus(List<E> some, List<E> more) {
        List<E> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
