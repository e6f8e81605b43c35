package io.tiphys.verifier;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.pod.ControllerConfig;
import io.tiphys.verifier.pod.EffectivePod;
import io.tiphys.verifier.pod.Exposure;
import io.tiphys.verifier.pod.Lookup;
import java.util.List;
import java.util.Optional;

/** What whoever submits decides in the pods of one workflow; found out when the first finding asks. */
final class Exposures {
    /** So many parameters are named at most. */
    private static final int MOST = 3;

    private final Manifest manifest;
    private final Lookup lookup;
    private final ControllerConfig controller;
    private Optional<List<Exposure>> all = Optional.empty();

    Exposures(Manifest manifest, Lookup lookup, ControllerConfig controller) {
        this.manifest = manifest;
        this.lookup = lookup;
        this.controller = controller;
    }

    /** What a finding on a field of a pod adds: where the value comes from, if anybody can set it; else nothing. */
    String of(EffectivePod pod, JsonPointer pointer, String message) {
        StringBuilder words = new StringBuilder();
        found().stream()
                .filter(exposure ->
                        exposure.pod().call().template().equals(pod.call().template()))
                .filter(exposure -> concerns(exposure.pointer().toString(), pointer.toString(), message))
                .map(Exposure::addition)
                .distinct()
                .limit(MOST)
                .forEach(words::append);
        return words.toString();
    }

    private List<Exposure> found() {
        if (all.isEmpty()) {
            all = Optional.of(Exposure.of(manifest, lookup, controller));
        }
        return all.get();
    }

    /** Whether a finding is about a field: it is on it or in it, or around it and names it. */
    private static boolean concerns(String field, String pointer, String message) {
        return (pointer + "/").startsWith(field + "/")
                || (field.startsWith(pointer + "/")
                        && Words.indexOf(message, field.substring(field.lastIndexOf('/') + 1)) >= 0);
    }
}
