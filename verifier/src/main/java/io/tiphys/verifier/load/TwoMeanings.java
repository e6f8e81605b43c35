package io.tiphys.verifier.load;

import com.fasterxml.jackson.core.JsonPointer;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.yaml.Position;
import io.tiphys.model.yaml.YamlNode;
import io.tiphys.model.yaml.YamlVersions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
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
        found.walk(manifest.document().root(), new ArrayDeque<>());
        return found.findings;
    }

    /** @param path the fields and numbers of items that lead to the node, the last one first */
    private void walk(YamlNode node, Deque<Object> path) {
        if (node instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Entry entry : mapping.entries()) {
                path.push(entry.key());
                walk(entry.value(), path);
                path.pop();
            }
        } else if (node instanceof YamlNode.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                path.push(i);
                walk(sequence.items().get(i), path);
                path.pop();
            }
        } else if (node instanceof YamlNode.Scalar scalar && isPlain(scalar) && seen.size() < MOST) {
            YamlVersions.difference(scalar.text())
                    .filter(difference -> seen.add(scalar.start()))
                    .ifPresent(difference -> findings.add(manifest.finding(
                                    LoadRules.VERSIONS,
                                    pointer(path),
                                    scalar.start(),
                                    "\"" + scalar.text() + "\" has two meanings: " + difference)
                            .withRemedy(YamlVersions.remedy(scalar.text()))));
        }
    }

    private static JsonPointer pointer(Deque<Object> path) {
        JsonPointer pointer = JsonPointer.empty();
        for (Iterator<Object> steps = path.descendingIterator(); steps.hasNext(); ) {
            Object step = steps.next();
            pointer = step instanceof Integer index
                    ? pointer.appendIndex(index)
                    : pointer.appendProperty(step.toString());
        }
        return pointer;
    }

    private static boolean isPlain(YamlNode.Scalar scalar) {
        return scalar.style() == YamlNode.Style.PLAIN && scalar.tag().isEmpty();
    }
}
