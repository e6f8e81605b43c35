package io.tiphys.verifier.explain;

import java.util.List;

/**
 * What one run of a workflow asks its cluster for, if no pod has to be tried again. Requests, or limits where a container
 * has only these.
 *
 * @param total of all pods together
 * @param peak at one time, at most
 * @param unknown why some amounts are open
 * @param notes what else one must know to read the amounts: retries, conditions, daemons
 */
public record Usage(Amounts total, Amounts peak, List<String> unknown, List<String> notes) {
    public Usage {
        unknown = List.copyOf(unknown);
        notes = List.copyOf(notes);
    }
}
