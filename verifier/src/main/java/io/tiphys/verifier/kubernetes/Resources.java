package io.tiphys.verifier.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Node;
import java.util.List;
import java.util.Set;

/** Requests and limits of containers. */
final class Resources {
    private static final Set<String> STANDARD = Set.of("cpu", "memory", "ephemeral-storage");
    private static final String HUGE_PAGES = "hugepages-";

    private Resources() {}

    static void check(Node resources, Problems problems) {
        JsonNode limits = resources.json().path("limits");
        Node requests = resources.get("requests");
        for (String list : List.of("limits", "requests")) {
            resources.get(list).fields((name, amount) -> {
                name(name, amount, problems);
                amount(name, amount, problems);
            });
        }
        requests.fields((name, request) -> {
            JsonNode limit = limits.path(name);
            if (limit.isMissingNode() && !mayOvercommit(name)) {
                problems.add(KubernetesRules.RESOURCES, request, name + " needs a limit, equal to its request");
            } else if (Amounts.isMore(request.json(), limit)) {
                problems.add(
                        KubernetesRules.RESOURCES,
                        request,
                        "the request of " + request.json().asText() + " " + name + " is over the limit of "
                                + limit.asText());
            } else if (!mayOvercommit(name) && Amounts.differ(request.json(), limit)) {
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
                found[0] |= name.startsWith(HUGE_PAGES);
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

    private static void name(String name, Node amount, Problems problems) {
        List<Names.Mistake> wrong = Names.qualifiedName(name);
        if (!wrong.isEmpty()) {
            problems.addKey(KubernetesRules.RESOURCES, amount, name, wrong);
        } else if (!name.contains("/") && !STANDARD.contains(name) && !name.startsWith(HUGE_PAGES)) {
            problems.add(
                    KubernetesRules.RESOURCES,
                    amount,
                    "\"" + name
                            + "\" is no resource of containers: neither cpu, memory, ephemeral-storage, hugepages-<size> nor"
                            + " a name with a domain such as nvidia.com/gpu");
        }
    }

    private static void amount(String name, Node amount, Problems problems) {
        if (Amounts.isNegative(amount.json())) {
            problems.add(KubernetesRules.RESOURCES, amount, name + " is negative");
        }
        if (isExtended(name) && !Amounts.isWhole(amount.json())) {
            problems.add(
                    KubernetesRules.RESOURCES,
                    amount,
                    name + " is " + amount.json().asText() + "; resources of this sort come in whole numbers");
        }
    }

    /** Resources that nodes announce, such as GPUs. */
    static boolean isExtended(String name) {
        return name.contains("/") && !name.contains("kubernetes.io/") && !name.startsWith("requests.");
    }

    private static boolean mayOvercommit(String name) {
        return !isExtended(name) && !name.startsWith(HUGE_PAGES);
    }
}
