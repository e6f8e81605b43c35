package io.tiphys.verifier.pod;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One run of a template, with all that it calls; the workflow itself is the one without a name. Conditions are not asked:
 * all tasks may run.
 *
 * @param template the template's name
 * @param pod the call, if it makes a pod of its own
 * @param parallelism how many of its tasks run at one time at most; of the workflow how many pods; 0 if that is not
 *     limited
 * @param daemon whether it goes on while later tasks run
 * @param retries how often it is tried again at most, as it is written; {@code unlimited}; empty if it is not
 * @param tasks what it calls
 */
public record CallGraph(
        String template,
        Optional<TemplateCall> pod,
        long parallelism,
        boolean daemon,
        String retries,
        List<Task> tasks) {
    static final CallGraph NONE = new CallGraph("", Optional.empty(), 0, false, "", List.of());

    public CallGraph {
        tasks = List.copyOf(tasks);
    }

    /**
     * A task or step, or an exit handler or hook.
     *
     * @param name its name
     * @param runs what it calls: one run for each item of a loop
     * @param copies how often each of the runs happens
     * @param counted whether that is known; a loop over a result and a recursion are not
     * @param after the indexes of the tasks beside it that are over when it starts
     * @param conditional whether it runs only under a condition
     */
    public record Task(
            String name, List<CallGraph> runs, long copies, boolean counted, Set<Integer> after, boolean conditional) {
        public Task {
            runs = List.copyOf(runs);
            after = Set.copyOf(after);
        }

        static Task unknown(String name) {
            return new Task(name, List.of(), 1, false, Set.of(), false);
        }

        Task after(int task) {
            return after(Set.of(task));
        }

        Task after(Set<Integer> more) {
            Set<Integer> all = new TreeSet<>(after);
            all.addAll(more);
            return new Task(name, runs, copies, counted, all, conditional);
        }
    }
}
