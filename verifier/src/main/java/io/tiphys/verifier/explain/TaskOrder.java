package io.tiphys.verifier.explain;

import io.tiphys.verifier.pod.CallGraph;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Which tasks are over when others start. The heaviest set of tasks of which none waits for another is found as the sum of
 * all weights less a maximum flow along the order (Dilworth's theorem with weights).
 */
final class TaskOrder {
    /** Of more tasks than this all are taken to run at one time. */
    private static final int LARGEST = 200;

    private final List<BitSet> later;

    private TaskOrder(List<BitSet> later) {
        this.later = later;
    }

    static TaskOrder of(List<CallGraph.Task> tasks) {
        int count = tasks.size();
        List<BitSet> later = new ArrayList<>();
        tasks.forEach(task -> later.add(new BitSet(count)));
        if (count <= LARGEST) {
            for (int i = 0; i < count; i++) {
                for (int before : tasks.get(i).after()) {
                    later.get(before).set(i);
                }
            }
            for (int middle = 0; middle < count; middle++) {
                for (BitSet each : later) {
                    if (each.get(middle)) {
                        each.or(later.get(middle));
                    }
                }
            }
            for (int i = 0; i < count; i++) {
                if (tasks.get(i).runs().stream().anyMatch(CallGraph::daemon)) {
                    later.get(i).clear();
                }
            }
        }
        return new TaskOrder(later);
    }

    /** The largest sum of weights of tasks that can run at one time. */
    BigDecimal heaviest(List<BigDecimal> weights) {
        int count = weights.size();
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (later.stream().allMatch(BitSet::isEmpty)) {
            return sum;
        }
        BigDecimal[] out = weights.toArray(BigDecimal[]::new);
        BigDecimal[] in = weights.toArray(BigDecimal[]::new);
        BigDecimal[][] flow = new BigDecimal[count][count];
        for (BigDecimal[] row : flow) {
            Arrays.fill(row, BigDecimal.ZERO);
        }
        BigDecimal saved = BigDecimal.ZERO;
        for (int start = 0; start < count; start++) {
            while (out[start].signum() > 0) {
                BigDecimal more = push(start, out, in, flow);
                if (more.signum() == 0) {
                    break;
                }
                saved = saved.add(more);
            }
        }
        return sum.subtract(saved);
    }

    /** Sends what it can along one path from a task to one with room; zero if there is none. */
    private BigDecimal push(int start, BigDecimal[] out, BigDecimal[] in, BigDecimal[][] flow) {
        int count = out.length;
        int[] reachedBy = new int[count]; // the earlier task from which a later one is reached
        int[] cameFrom = new int[count]; // the later task through which an earlier one is reached
        Arrays.fill(reachedBy, -1);
        Arrays.fill(cameFrom, -1);
        Deque<Integer> queue = new ArrayDeque<>(List.of(start));
        while (!queue.isEmpty()) {
            int from = queue.remove();
            BitSet next = later.get(from);
            for (int to = next.nextSetBit(0); to >= 0; to = next.nextSetBit(to + 1)) {
                if (reachedBy[to] >= 0) {
                    continue;
                }
                reachedBy[to] = from;
                if (in[to].signum() > 0) {
                    return augment(start, to, out, in, flow, reachedBy, cameFrom);
                }
                for (int other = 0; other < count; other++) {
                    if (other != start && cameFrom[other] < 0 && flow[other][to].signum() > 0) {
                        cameFrom[other] = to;
                        queue.add(other);
                    }
                }
            }
        }
        return BigDecimal.ZERO;
    }

    private static BigDecimal augment(
            int start,
            int end,
            BigDecimal[] out,
            BigDecimal[] in,
            BigDecimal[][] flow,
            int[] reachedBy,
            int[] cameFrom) {
        BigDecimal amount = out[start].min(in[end]);
        for (int to = end; reachedBy[to] != start; to = cameFrom[reachedBy[to]]) {
            amount = amount.min(flow[reachedBy[to]][cameFrom[reachedBy[to]]]);
        }
        int to = end;
        while (true) {
            int from = reachedBy[to];
            flow[from][to] = flow[from][to].add(amount);
            if (from == start) {
                break;
            }
            to = cameFrom[from];
            flow[from][to] = flow[from][to].subtract(amount);
        }
        out[start] = out[start].subtract(amount);
        in[end] = in[end].subtract(amount);
        return amount;
    }
}
