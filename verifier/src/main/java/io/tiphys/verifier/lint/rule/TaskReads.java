package io.tiphys.verifier.lint.rule;

import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.tag.Tag;
import io.tiphys.verifier.lint.tag.TagText;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which tasks a text reads the results of. */
final class TaskReads {
    private TaskReads() {}

    static Set<String> of(Node text) {
        Set<String> tasks = new TreeSet<>();
        for (Tag tag : TagText.parse(text.json().asText("")).tags()) {
            List<String> path = tag.path();
            if (!tag.isExpression() && path.size() > 2 && path.get(0).equals("tasks")) {
                tasks.add(path.get(1));
            }
        }
        return tasks;
    }
}
