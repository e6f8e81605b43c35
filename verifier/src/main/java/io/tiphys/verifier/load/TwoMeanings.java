package io.tiphys.verifier.load;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.yaml.Position;
import io.tiphys.model.yaml.YamlNode;
import io.tiphys.model.yaml.YamlVersions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Plain values that readers of another version of YAML see otherwise. */
public final class TwoMeanings {
    /** More findings of one kind in one document help nobody. */
    private static final int MOST = 100;

    private final Manifest manifest;
    private final Set<Position> seen = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private TwoMeanings(Manifest manifest) {
        this.manifest = manifest;
    }

    /** Those of one object, each place of the text once. */
    public static List<Finding> of(Manifest manifest) {
        TwoMeanings found = new TwoMeanings(manifest);
        found.walk(manifest.document().root(), JsonPointer.empty());
        return found.findings;
    }

    private void walk(YamlNode node, JsonPointer at) {
        if (node instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Entry entry : mapping.entries()) {
                walk(entry.value(), at.appendProperty(entry.key()));
            }
        } else if (node instanceof YamlNode.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                walk(sequence.items().get(i), at.appendIndex(i));
            }
        } else if (node instanceof YamlNode.Scalar scalar && isPlain(scalar) && seen.size() < MOST) {
            YamlVersions.difference(scalar.text())
                    .filter(difference -> seen.add(scalar.start()))
                    .ifPresent(difference -> findings.add(manifest.finding(
                            LoadRules.VERSIONS,
                            at,
                            scalar.start(),
                            "\"" + scalar.text() + "\" has two meanings: " + difference)));
        }
    }

    private static boolean isPlain(YamlNode.Scalar scalar) {
        return scalar.style() == YamlNode.Style.PLAIN && scalar.tag().isEmpty();
    }
}
