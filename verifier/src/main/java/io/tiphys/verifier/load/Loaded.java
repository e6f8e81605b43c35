package io.tiphys.verifier.load;

import io.tiphys.model.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found under some sources.
 *
 * @param manifests the objects, in the order of files and documents; see {@link Kinds#isKnown} for those nobody judges
 * @param findings what could not be read, or is no object
 */
public record Loaded(List<Manifest> manifests, List<Finding> findings) {
    public Loaded {
        manifests = List.copyOf(manifests);
        findings = List.copyOf(findings);
    }

    /** Both together, the other's behind. */
    public Loaded plus(Loaded other) {
        List<Manifest> allManifests = new ArrayList<>(manifests);
        allManifests.addAll(other.manifests);
        List<Finding> allFindings = new ArrayList<>(findings);
        allFindings.addAll(other.findings);
        return new Loaded(allManifests, allFindings);
    }
}
