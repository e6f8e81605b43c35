package io.tiphys.verifier.kubernetes;

import io.tiphys.verifier.lint.spec.Node;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The names of resources: those of containers, of quotas, and those that nodes announce. */
final class ResourceNames {
    private static final Set<String> OF_CONTAINERS = Set.of("cpu", "memory", "ephemeral-storage");
    private static final Set<String> COUNTED = Set.of(
            "pods",
            "services",
            "replicationcontrollers",
            "resourcequotas",
            "secrets",
            "configmaps",
            "persistentvolumeclaims",
            "services.nodeports",
            "services.loadbalancers");
    private static final Set<String> SUMMED = Set.of(
            "cpu",
            "memory",
            "ephemeral-storage",
            "requests.cpu",
            "requests.memory",
            "requests.storage",
            "requests.ephemeral-storage",
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage");
    private static final String HUGE_PAGES = "hugepages-";
    private static final String REQUESTS = "requests.";
    private static final String NATIVE = "kubernetes.io/";

    private ResourceNames() {}

    static boolean isHugePages(String name) {
        return name.startsWith(HUGE_PAGES);
    }

    /** The size of the pages of such a resource, as text. */
    static String pageSize(String name) {
        return name.substring(HUGE_PAGES.length());
    }

    /** Resources that nodes announce, such as GPUs. */
    static boolean isExtended(String name) {
        return name.contains("/")
                && !name.contains(NATIVE)
                && !name.startsWith(REQUESTS)
                && Names.qualifiedName(REQUESTS + name).isEmpty();
    }

    /** Whether amounts are whole numbers. */
    static boolean isCounted(String name) {
        return COUNTED.contains(name) || isExtended(name);
    }

    /** Whether more may be requested of a node than it has. */
    static boolean mayOvercommit(String name) {
        return (!name.contains("/") || name.contains(NATIVE)) && !isHugePages(name);
    }

    /** What a quota without a domain in its name may count or sum up. */
    static boolean isQuota(String name) {
        return COUNTED.contains(name)
                || SUMMED.contains(name)
                || isHugePages(name)
                || name.startsWith(REQUESTS + HUGE_PAGES);
    }

    /** Of limits and requests of containers. */
    static void ofContainer(String name, Node amount, Problems problems) {
        boolean domain = name.contains("/");
        if (!qualified(name, amount, problems)) {
            return;
        }
        if (!domain && !OF_CONTAINERS.contains(name) && !isHugePages(name)) {
            problems.add(
                    KubernetesRules.RESOURCES,
                    amount,
                    "\"" + name
                            + "\" is no resource of containers: neither cpu, memory, ephemeral-storage, hugepages-<size> nor"
                            + " a name with a domain such as nvidia.com/gpu");
        } else if (domain && !name.contains(NATIVE) && !isExtended(name)) {
            problems.add(
                    KubernetesRules.RESOURCES,
                    amount,
                    "\"" + name + "\" is no resource that nodes announce: it begins with requests. or is too long");
        }
    }

    /** Of pods as a whole. */
    static void ofPod(String name, Node amount, Problems problems) {
        if (qualified(name, amount, problems) && !Set.of("cpu", "memory").contains(name) && !isHugePages(name)) {
            problems.add(
                    KubernetesRules.RESOURCES,
                    amount,
                    "\"" + name + "\" is no resource of pods: neither cpu, memory nor hugepages-<size>");
        }
    }

    /** Of limit ranges. */
    static void ofRange(String name, Node amount, Problems problems) {
        if (qualified(name, amount, problems) && !name.contains("/") && !isQuota(name) && !name.equals("storage")) {
            unknown(name, amount, Stream.concat(SUMMED.stream(), COUNTED.stream()), problems);
        }
    }

    /** Of quotas. */
    static void ofQuota(String name, Node amount, Problems problems) {
        if (qualified(name, amount, problems) && !name.contains("/") && !isQuota(name)) {
            unknown(name, amount, Stream.concat(SUMMED.stream(), COUNTED.stream()), problems);
        }
    }

    private static void unknown(String name, Node amount, Stream<String> known, Problems problems) {
        problems.add(
                KubernetesRules.QUOTA,
                amount,
                "\"" + name + "\" is neither a name with a domain nor one of "
                        + String.join(", ", known.sorted().toList()));
    }

    private static boolean qualified(String name, Node amount, Problems problems) {
        List<Names.Mistake> wrong = Names.qualifiedName(name);
        problems.addKey(KubernetesRules.RESOURCES, amount, name, wrong);
        return wrong.isEmpty();
    }
}
