package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.typed.Quantities;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Requests and limits of containers and pods. */
final class Resources {
    /** Judges the name of a resource. */
    private interface NameCheck {
        void check(String name, Node amount, Problems problems);
    }

    private Resources() {}

    /**
     * Those of a container.
     *
     * @param claims the names of the pod's resource claims
     */
    static void check(Node resources, Set<String> claims, Problems problems) {
        amounts(resources, ResourceNames::ofContainer, problems);
        claims(resources, claims, problems);
    }

    /** Those of a pod as a whole. */
    static void ofPod(Node resources, Problems problems) {
        problems.forbidden(
                KubernetesRules.RESOURCES, resources, "claims", "claims are set for containers, not for the pod");
        amounts(resources, ResourceNames::ofPod, problems);
    }

    /** What pods of a runtime class need besides. */
    static void overhead(Node overhead, Problems problems) {
        overhead.fields((name, amount) -> {
            ResourceNames.ofContainer(name, amount, problems);
            amount(name, amount, problems);
        });
    }

    private static void amounts(Node resources, NameCheck names, Problems problems) {
        JsonNode limits = resources.json().path("limits");
        for (String list : List.of("limits", "requests")) {
            resources.get(list).fields((name, amount) -> {
                names.check(name, amount, problems);
                amount(name, amount, problems);
            });
        }
        resources.get("requests").fields((name, request) -> {
            JsonNode limit = limits.path(name);
            boolean free = ResourceNames.mayOvercommit(name);
            if (limit.isMissingNode() && !free) {
                problems.add(KubernetesRules.RESOURCES, request, name + " needs a limit, equal to its request");
            } else if (Amounts.isMore(request.json(), limit)) {
                problems.add(
                        KubernetesRules.RESOURCES,
                        request,
                        "the request of " + request.json().asText() + " " + name + " is over the limit of "
                                + limit.asText());
            } else if (!free && Amounts.differ(request.json(), limit)) {
                problems.add(
                        KubernetesRules.RESOURCES,
                        request,
                        "the request of " + name + " is " + request.json().asText() + ", its limit " + limit.asText()
                                + "; they must be equal");
            }
        });
        hugePages(resources, problems);
    }

    private static void hugePages(Node resources, Problems problems) {
        boolean[] found = {false, false};
        for (String list : List.of("limits", "requests")) {
            resources.get(list).fields((name, amount) -> {
                found[0] |= ResourceNames.isHugePages(name);
                found[1] |= name.equals("cpu") || name.equals("memory");
            });
        }
        if (found[0] && !found[1]) {
            problems.add(
                    KubernetesRules.RESOURCES,
                    resources,
                    "huge pages need a request or limit of cpu or memory besides");
        }
    }

    private static void amount(String name, Node amount, Problems problems) {
        if (Amounts.isNegative(amount.json())) {
            problems.add(KubernetesRules.RESOURCES, amount, name + " is negative");
        }
        if (ResourceNames.isCounted(name) && !Amounts.isWhole(amount.json())) {
            problems.add(
                    KubernetesRules.RESOURCES,
                    amount,
                    name + " is " + amount.json().asText() + "; resources of this sort come in whole numbers");
        }
        if (ResourceNames.isHugePages(name) && !isMultiple(name, amount.json())) {
            problems.add(
                    KubernetesRules.RESOURCES,
                    amount,
                    name + " is " + amount.json().asText() + ", which is no multiple of the size in its name");
        }
    }

    /** Both are rounded up to whole bytes. */
    private static boolean isMultiple(String name, JsonNode amount) {
        Optional<BigDecimal> size = Quantities.value(ResourceNames.pageSize(name));
        Optional<BigDecimal> value = Amounts.of(amount);
        if (size.isEmpty()
                || size.get().signum() <= 0
                || size.get().stripTrailingZeros().scale() > 0) {
            return false;
        }
        return value.map(whole -> whole.setScale(0, java.math.RoundingMode.CEILING)
                                .remainder(size.get())
                                .signum()
                        == 0)
                .orElse(true);
    }

    private static void claims(Node resources, Set<String> ofPod, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (Node claim : resources.items("claims")) {
            if (!problems.required(claim, "name")) {
                continue;
            }
            String name = claim.text("name");
            String request = claim.text("request");
            problems.name(KubernetesRules.RESOURCES, claim, "request", Names::dns1123Label);
            boolean taken = request.isEmpty()
                    ? seen.stream().anyMatch(other -> other.equals(name) || other.startsWith(name + "/"))
                    : seen.contains(name) || seen.contains(name + "/" + request);
            if (taken) {
                problems.add(KubernetesRules.RESOURCES, claim, "the claim \"" + name + "\" stands twice");
            }
            seen.add(request.isEmpty() ? name : name + "/" + request);
            if (!ofPod.contains(name)) {
                problems.add(
                        KubernetesRules.RESOURCES,
                        claim.get("name"),
                        "\"" + name + "\" is none of the pod's resourceClaims");
            }
        }
    }
}
