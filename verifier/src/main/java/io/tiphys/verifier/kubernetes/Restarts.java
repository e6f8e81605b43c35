package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** When a container is started again: after it ended, and after its resources were changed. */
final class Restarts {
    private static final int MOST_RULES = 20;
    private static final int MOST_CODES = 255;

    private Restarts() {}

    static void check(Node pod, Node container, boolean init, Problems problems) {
        problems.exactly(container, "restartPolicy", List.of("Always", "Never", "OnFailure"));
        List<Node> rules = container.items("restartPolicyRules");
        if (!rules.isEmpty() && !container.has("restartPolicy")) {
            problems.required(container, "restartPolicy");
        }
        if (init && !rules.isEmpty() && container.text("restartPolicy").equals("Always")) {
            problems.add(
                    KubernetesRules.CONTAINER,
                    container.get("restartPolicyRules"),
                    "an init container that restarts Always has no restartPolicyRules");
        } else {
            rules(container, rules, problems);
        }
        resizing(pod, container, problems);
    }

    private static void rules(Node container, List<Node> rules, Problems problems) {
        if (rules.size() > MOST_RULES) {
            problems.add(
                    KubernetesRules.CONTAINER,
                    container.get("restartPolicyRules"),
                    "there are " + rules.size() + " rules; at most " + MOST_RULES + " are allowed");
        }
        for (Node rule : rules) {
            if (problems.required(rule, "action")) {
                problems.choice(rule, "action", List.of("Restart"));
            }
            Node codes = rule.get("exitCodes");
            if (!rule.has("exitCodes")) {
                problems.required(rule, "exitCodes");
                continue;
            }
            if (problems.required(codes, "operator")) {
                problems.choice(codes, "operator", List.of("In", "NotIn"));
            }
            if (codes.items("values").size() > MOST_CODES) {
                problems.add(
                        KubernetesRules.CONTAINER,
                        codes.get("values"),
                        "there are " + codes.items("values").size() + " codes; at most " + MOST_CODES + " are allowed");
            }
        }
    }

    private static void resizing(Node pod, Node container, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (Node policy : container.items("resizePolicy")) {
            if (problems.required(policy, "resourceName")) {
                problems.choice(policy, "resourceName", List.of("cpu", "memory"));
            }
            if (problems.required(policy, "restartPolicy")) {
                problems.choice(policy, "restartPolicy", List.of("NotRequired", "RestartContainer"));
            }
            if (!seen.add(policy.text("resourceName"))) {
                problems.add(
                        KubernetesRules.CONTAINER,
                        policy,
                        "the resource \"" + policy.text("resourceName") + "\" stands twice");
            }
            if (pod.text("restartPolicy").equals("Never")
                    && !policy.text("restartPolicy").equals("NotRequired")) {
                problems.add(
                        KubernetesRules.CONTAINER,
                        policy.get("restartPolicy"),
                        "in a pod that never restarts, the restartPolicy must be NotRequired");
            }
        }
    }
}
