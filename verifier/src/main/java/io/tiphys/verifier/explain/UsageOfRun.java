package io.tiphys.verifier.explain;

import io.tiphys.verifier.pod.CallGraph;
import io.tiphys.verifier.pod.EffectivePod;
import io.tiphys.verifier.pod.TemplateCall;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Adds up what the pods of a run take. What can run at one time is what no order separates; parallelism of a template bounds
 * the tasks that run, parallelism of the workflow the pods.
 */
final class UsageOfRun {
    /** What a call takes of which nothing is known. */
    private static final Part ANYTHING = new Part(
            new Amounts(Map.of(), Set.of("cpu", "memory", "pods")),
            new Amounts(Map.of(), Set.of("cpu", "memory", "pods")));

    /** What one pod takes of which nothing is known. */
    private static final Amounts ANY_POD = new Amounts(Map.of("pods", BigDecimal.ONE), Set.of("cpu", "memory"));

    private final Map<TemplateCall, EffectivePod> pods;
    private final Map<TemplateCall, Amounts> amounts = new HashMap<>();
    private final Map<TemplateCall, Count> runs = new HashMap<>();
    private final Set<String> unknown = new TreeSet<>();
    private final Set<String> retried = new TreeSet<>();
    private final Set<String> conditional = new TreeSet<>();
    private final Set<String> daemons = new TreeSet<>();
    private final List<Portion> allPods = new ArrayList<>();

    UsageOfRun(Map<TemplateCall, EffectivePod> pods) {
        this.pods = pods;
    }

    /** Amounts that are taken a number of times. */
    private record Portion(Amounts amounts, Count count) {}

    private record Part(Amounts total, Amounts peak) {
        static final Part NONE = new Part(Amounts.NONE, Amounts.NONE);
    }

    Usage of(CallGraph workflow, Optional<EffectivePod> agent) {
        Part run = part(new CallGraph("", Optional.empty(), 0, false, "", workflow.tasks()), new Count(1, true));
        Amounts peak = limited(run.peak(), workflow.parallelism(), allPods);
        Amounts beside = agent.map(PodAmounts::of).orElse(Amounts.NONE);
        return new Usage(run.total().plus(beside), peak.plus(beside), List.copyOf(unknown), notes());
    }

    /** How often the pod of a call runs; not at all if nothing leads to it. */
    Count runs(TemplateCall call) {
        return runs.getOrDefault(call, new Count(0, true));
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        retried.forEach(note -> notes.add("tried again  " + note + "; counted once"));
        conditional.forEach(note -> notes.add("under a condition  " + note + "; counted as if it runs"));
        daemons.forEach(note -> notes.add("daemon  " + note + " runs on beside what comes after it"));
        return notes;
    }

    private Part part(CallGraph graph, Count times) {
        Optional<EffectivePod> pod = graph.pod().map(pods::get);
        note(graph);
        if (graph.pod().isPresent() && pod.isEmpty()) {
            unknown.add("the pod of " + name(graph) + ", which the controller refuses");
            allPods.add(new Portion(ANY_POD, times));
            return new Part(ANY_POD, ANY_POD);
        }
        if (pod.isPresent()) {
            runs.merge(graph.pod().get(), times, Count::plus);
            Amounts own = amounts.computeIfAbsent(graph.pod().get(), call -> PodAmounts.of(pod.get()));
            own.open().forEach(name -> unknown.add(name + " of the pod of " + name(graph)));
            allPods.add(new Portion(own, times));
            return new Part(own, own);
        }
        Part sum = Part.NONE;
        List<Amounts> peaks = new ArrayList<>();
        List<Portion> portions = new ArrayList<>();
        for (CallGraph.Task task : graph.tasks()) {
            Count copies = new Count(task.copies(), task.counted());
            String name = task.name() + (graph.template().isEmpty() ? "" : " of " + graph.template());
            if (task.conditional()) {
                conditional.add(name);
            }
            Part all = task.runs().isEmpty() && !task.counted() ? ANYTHING : Part.NONE;
            if (task.runs().isEmpty()) {
                portions.add(new Portion(all.peak(), copies));
                allPods.add(new Portion(ANY_POD, new Count(1, false)));
            }
            List<Amounts> once = new ArrayList<>();
            for (CallGraph run : task.runs()) {
                Part one = part(run, times.times(copies));
                once.add(one.total());
                portions.add(new Portion(one.peak(), copies));
                all = new Part(
                        all.total().plus(one.total().times(copies)),
                        all.peak().plus(one.peak().times(copies)));
            }
            if (!task.counted()) {
                Amounts each = once.stream().reduce(Amounts.NONE, Amounts::plus);
                unknown.add("how often " + name + " runs"
                        + (each.known().isEmpty() ? "" : "; each time it takes " + each.words()));
            }
            sum = new Part(sum.total().plus(all.total()), sum.peak());
            peaks.add(all.peak());
        }
        return new Part(sum.total(), limited(atOnce(graph.tasks(), peaks), graph.parallelism(), portions));
    }

    private static String name(CallGraph graph) {
        return graph.template().isEmpty() ? "(inline)" : graph.template();
    }

    private void note(CallGraph graph) {
        if (!graph.retries().isEmpty() && !graph.retries().equals("0")) {
            boolean limited = !graph.retries().equals("unlimited");
            retried.add(name(graph) + (limited ? ", at most " + graph.retries() + " times" : ", without limit"));
        }
        if (graph.daemon()) {
            daemons.add(name(graph));
        }
    }

    private static Amounts atOnce(List<CallGraph.Task> tasks, List<Amounts> peaks) {
        TaskOrder order = TaskOrder.of(tasks);
        Amounts all = peaks.stream().reduce(Amounts.NONE, Amounts::plus);
        Map<String, BigDecimal> most = new TreeMap<>();
        for (String name : all.known().keySet()) {
            most.put(
                    name,
                    order.heaviest(peaks.stream().map(peak -> peak.of(name)).toList()));
        }
        return new Amounts(most, all.open());
    }

    /** Not more than so many of the portions, the largest ones. */
    private static Amounts limited(Amounts peak, long parallelism, List<Portion> portions) {
        if (parallelism <= 0) {
            return peak;
        }
        Map<String, BigDecimal> known = new TreeMap<>();
        Set<String> open = new TreeSet<>();
        for (String name : peak.names()) {
            BigDecimal bound = largest(name, parallelism, portions);
            boolean closed = portions.stream()
                    .noneMatch(portion -> portion.amounts().open().contains(name));
            if (peak.open().contains(name)) {
                known.put(name, closed ? bound : peak.of(name));
                if (!closed) {
                    open.add(name);
                }
            } else {
                known.put(name, peak.of(name).min(bound));
            }
        }
        return new Amounts(known, open);
    }

    private static BigDecimal largest(String name, long parallelism, List<Portion> portions) {
        List<Portion> sorted = portions.stream()
                .sorted((one, other) ->
                        other.amounts().of(name).compareTo(one.amounts().of(name)))
                .toList();
        BigDecimal sum = BigDecimal.ZERO;
        long left = parallelism;
        for (Portion portion : sorted) {
            long taken =
                    portion.count().known() ? Math.min(left, portion.count().number()) : left;
            sum = sum.add(portion.amounts().of(name).multiply(BigDecimal.valueOf(taken)));
            left -= taken;
        }
        return sum;
    }
}
