package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Node;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** When a Job has failed or succeeded. */
final class JobPolicies {
    private static final int MOST_RULES = 20;
    private static final int MOST_CODES = 255;
    private static final int LONGEST_INDEXES = 64 << 10;

    private JobPolicies() {}

    static void failure(Node spec, Problems problems) {
        Node policy = spec.get("podFailurePolicy");
        if (!spec.get("template").get("spec").text("restartPolicy").equals("Never")) {
            problems.add(KubernetesRules.JOB, policy, "podFailurePolicy needs restartPolicy: Never");
        }
        problems.exactly(spec, "podReplacementPolicy", List.of("Failed"));
        atMost(policy.get("rules"), MOST_RULES, problems);
        Set<String> containers = new HashSet<>();
        for (String list : List.of("containers", "initContainers")) {
            spec.get("template").get("spec").items(list).forEach(container -> containers.add(container.text("name")));
        }
        for (Node rule : policy.items("rules")) {
            if (problems.required(rule, "action")) {
                problems.choice(rule, "action", List.of("FailJob", "FailIndex", "Ignore", "Count"));
            }
            if (rule.text("action").equals("FailIndex") && !spec.has("backoffLimitPerIndex")) {
                problems.add(KubernetesRules.JOB, rule.get("action"), "FailIndex needs backoffLimitPerIndex");
            }
            if (rule.has("onExitCodes") == rule.hasContent("onPodConditions")) {
                problems.add(KubernetesRules.JOB, rule, "the rule needs either onExitCodes or onPodConditions");
            }
            if (rule.has("onExitCodes")) {
                codes(rule.get("onExitCodes"), containers, problems);
            }
            atMost(rule.get("onPodConditions"), MOST_RULES, problems);
            for (Node condition : rule.items("onPodConditions")) {
                problems.addAll(
                        KubernetesRules.JOB, condition.get("type"), Names.qualifiedName(condition.text("type")));
                problems.choice(condition, "status", List.of("False", "True", "Unknown"));
            }
        }
    }

    private static void atMost(Node list, int most, Problems problems) {
        if (list.json().size() > most) {
            problems.add(
                    KubernetesRules.JOB,
                    list,
                    "there are " + list.json().size() + " items; at most " + most + " are allowed");
        }
    }

    private static void codes(Node codes, Set<String> containers, Problems problems) {
        if (problems.required(codes, "operator")) {
            problems.choice(codes, "operator", List.of("In", "NotIn"));
        }
        if (codes.has("containerName") && !containers.contains(codes.text("containerName"))) {
            problems.add(
                    KubernetesRules.JOB,
                    codes.get("containerName"),
                    "there is no container \"" + codes.text("containerName") + "\"");
        }
        problems.required(codes, "values");
        atMost(codes.get("values"), MOST_CODES, problems);
        long last = Long.MIN_VALUE;
        for (Node code : codes.items("values")) {
            long value = code.json().asLong();
            if (value == 0 && codes.text("operator").equals("In")) {
                problems.add(KubernetesRules.JOB, code, "the exit code 0 is no failure");
            }
            if (value <= last) {
                problems.add(KubernetesRules.JOB, code, "the exit codes are not in order, or one stands twice");
            }
            last = value;
        }
    }

    static void success(Node spec, Problems problems) {
        Node policy = spec.get("successPolicy");
        problems.required(policy, "rules");
        atMost(policy.get("rules"), MOST_RULES, problems);
        long completions = spec.json().path("completions").asLong();
        for (Node rule : policy.items("rules")) {
            if (!rule.has("succeededCount") && !rule.has("succeededIndexes")) {
                problems.add(KubernetesRules.JOB, rule, "the rule needs succeededCount or succeededIndexes");
            }
            OptionalLong indexes = OptionalLong.empty();
            if (rule.has("succeededIndexes")) {
                indexes = indexes(rule.text("succeededIndexes"), completions);
                if (indexes.isEmpty()) {
                    problems.add(
                            KubernetesRules.JOB,
                            rule.get("succeededIndexes"),
                            "\"" + rule.text("succeededIndexes")
                                    + "\" is no rising list of indexes below completions, such as 0,2-4");
                }
            }
            problems.notNegative(rule, "succeededCount");
            JsonNode count = rule.json().path("succeededCount");
            if (count.asLong() > Math.min(completions, indexes.orElse(completions))) {
                problems.add(
                        KubernetesRules.JOB,
                        rule.get("succeededCount"),
                        "succeededCount is " + count.asText() + ", more than there are indexes");
            }
        }
    }

    /** How many indexes a list of numbers and ranges names; nothing where it is no such list. */
    private static OptionalLong indexes(String text, long completions) {
        if (text.length() > LONGEST_INDEXES) {
            return OptionalLong.empty();
        }
        if (text.isEmpty()) {
            return OptionalLong.of(0);
        }
        long last = Long.MIN_VALUE;
        long total = 0;
        for (String range : text.split(",", -1)) {
            if (!range.matches("\\+?[0-9]{1,18}(-\\+?[0-9]{1,18})?")) {
                return OptionalLong.empty();
            }
            int dash = range.indexOf('-');
            long from = Long.parseLong(dash < 0 ? range : range.substring(0, dash));
            long to = dash < 0 ? from : Long.parseLong(range.substring(dash + 1));
            if (from <= last || to >= completions || (dash >= 0 && from >= to)) {
                return OptionalLong.empty();
            }
            total += to - from + 1;
            last = to;
        }
        return OptionalLong.of(total);
    }
}
