package io.tiphys.verifier.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.RealProgram;
import io.tiphys.model.index.SourceIndex;
import io.tiphys.model.yaml.YamlDocument;
import io.tiphys.model.yaml.YamlReader;
import io.tiphys.verifier.cel.CelEnvironment;
import io.tiphys.verifier.cel.KubernetesVersion;
import io.tiphys.verifier.load.Manifest;
import io.tiphys.verifier.policy.PolicyBinding.ParamRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Policies, bindings and params of some files, together as in one cluster. A policy compiles when it first matches a
 * subject, and once; usable by several threads.
 */
public final class PolicySet {
    private static final String GROUP = "admissionregistration.k8s.io/";

    private final KubernetesVersion version;
    private final Map<String, AdmissionPolicy> policies = new TreeMap<>();
    private final List<PolicyBinding> bindings = new ArrayList<>();
    private final List<Manifest> params = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, CompiledPolicy> compiled;
    private final Map<JsonNode, Param> known = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Param none = Param.none();
    private final Map<String, PolicyInfo> infos = new ConcurrentHashMap<>();

    private PolicySet(KubernetesVersion version, Map<String, CompiledPolicy> compiled) {
        this.version = version;
        this.compiled = compiled;
    }

    /** The policies among some documents; all others are possible params. */
    public static PolicySet of(Collection<Manifest> documents, KubernetesVersion version) {
        PolicySet set = new PolicySet(version, new ConcurrentHashMap<>());
        documents.forEach(set::add);
        set.bindings.sort(java.util.Comparator.comparing(PolicyBinding::name));
        set.checkReferences();
        return set;
    }

    /** The policies of a text with YAML documents. */
    public static PolicySet of(String file, String yaml, KubernetesVersion version) {
        List<Manifest> documents = new ArrayList<>();
        for (YamlDocument document : new YamlReader().read(yaml).documents()) {
            documents.add(new Manifest(file, document, true, SourceIndex.EMPTY));
        }
        return of(documents, version);
    }

    /** The same policies, compiled once for both, with more params; they replace those of the same name. */
    PolicySet withParams(Collection<Manifest> others) {
        PolicySet set = new PolicySet(version, compiled);
        set.policies.putAll(policies);
        set.bindings.addAll(bindings);
        Set<String> replaced = new HashSet<>();
        others.forEach(other -> replaced.add(identity(other)));
        params.stream().filter(own -> !replaced.contains(identity(own))).forEach(set.params::add);
        set.params.addAll(others);
        return set;
    }

    private static String identity(Manifest param) {
        String namespace = param.json().at("/metadata/namespace").asText("");
        return String.join("\n", param.apiVersion(), param.kind(), namespace, param.name());
    }

    private void add(Manifest document) {
        boolean ours = document.apiVersion().startsWith(GROUP);
        if (ours && document.kind().equals("ValidatingAdmissionPolicy")) {
            findings.addAll(StructureRules.policy(document));
            policies.put(document.name(), AdmissionPolicy.of(document));
        } else if (ours && document.kind().equals("ValidatingAdmissionPolicyBinding")) {
            findings.addAll(StructureRules.binding(document));
            bindings.add(PolicyBinding.of(document));
        } else {
            params.add(document);
        }
    }

    private void checkReferences() {
        for (PolicyBinding binding : bindings) {
            AdmissionPolicy policy = policies.get(binding.policy());
            if (policy == null) {
                findings.add(binding.manifest()
                        .finding(
                                PolicyRules.BINDING,
                                com.fasterxml.jackson.core.JsonPointer.compile("/spec/policyName"),
                                "there is no policy '" + binding.policy() + "'; there are " + policies.keySet()));
            }
        }
        for (AdmissionPolicy policy : policies.values()) {
            if (bindings.stream().noneMatch(binding -> binding.policy().equals(policy.name()))) {
                findings.add(policy.manifest()
                        .finding(
                                PolicyRules.UNBOUND,
                                com.fasterxml.jackson.core.JsonPointer.empty(),
                                "the policy '" + policy.name() + "' has no binding; nothing is enforced"));
            }
        }
    }

    /** What is wrong with the structure of the files. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** All that is wrong with the files; compiles every policy. */
    public List<Finding> check() {
        List<Finding> all = new ArrayList<>(findings);
        policies.values().forEach(policy -> all.addAll(findings(policy, compiled(policy))));
        for (PolicyBinding binding : bindings) {
            missingParams(binding).ifPresent(all::add);
        }
        all.sort(Finding.ORDER);
        return all;
    }

    private Optional<Finding> missingParams(PolicyBinding binding) {
        AdmissionPolicy policy = policies.get(binding.policy());
        if (policy == null
                || policy.paramKind().isEmpty()
                || binding.params().isEmpty()
                || !binding.params().get().deniesIfAbsent()
                || !params(policy, binding, "default").isEmpty()) {
            return Optional.empty();
        }
        ParamRef wanted = binding.params().get();
        return Optional.of(binding.manifest()
                .finding(
                        PolicyRules.PARAMS,
                        com.fasterxml.jackson.core.JsonPointer.compile("/spec/paramRef"),
                        "there is no " + policy.paramKind().get().kind() + " '" + wanted.name() + "' in namespace '"
                                + wanted.namespace() + "'; every request would be denied"));
    }

    private static List<Finding> findings(AdmissionPolicy policy, CompiledPolicy compiled) {
        return compiled.problems().stream()
                .map(problem -> policy.manifest()
                        .finding(
                                PolicyRules.EXPRESSION,
                                problem.source().pointer(),
                                problem.refused().message() + " (line "
                                        + problem.refused().line() + ", column "
                                        + problem.refused().column() + " of the expression)")
                        .withRefusedBy(RealProgram.API_SERVER))
                .toList();
    }

    /** Names of the policies. */
    public Collection<String> names() {
        return java.util.Collections.unmodifiableSet(policies.keySet());
    }

    /** What a policy says of itself. */
    public Optional<PolicyInfo> info(String policy) {
        return Optional.ofNullable(policies.get(policy))
                .map(known -> infos.computeIfAbsent(policy, name -> PolicyInfo.of(known)));
    }

    private record Match(PolicyBinding binding, AdmissionPolicy policy) {}

    /**
     * Judges a subject: one outcome for each policy and binding that match it, in the order of their names. New objects are
     * judged as the API server hands them to policies, with its defaults.
     */
    public List<PolicyOutcome> evaluate(PolicySubject subject) {
        PolicySubject defaulted = Admitted.of(subject);
        List<Match> matching = new ArrayList<>();
        for (PolicyBinding binding : bindings) {
            AdmissionPolicy policy = policies.get(binding.policy());
            if (policy != null
                    && policy.matches().matches(defaulted)
                    && binding.matches().matches(defaulted)) {
                matching.add(new Match(binding, policy));
            }
        }
        if (matching.isEmpty()) {
            return List.of();
        }
        Judge judge = new Judge(defaulted);
        List<PolicyOutcome> outcomes = new ArrayList<>();
        for (Match match : matching) {
            AdmissionPolicy policy = match.policy();
            PolicyBinding binding = match.binding();
            Decision decision = decide(judge, policy, binding, defaulted.namespace());
            outcomes.add(new PolicyOutcome(
                    policy.name(),
                    binding.name(),
                    decision.verdict(),
                    binding.actions(),
                    decision.reason(),
                    decision.messages()));
        }
        outcomes.sort(java.util.Comparator.comparing(PolicyOutcome::policy).thenComparing(PolicyOutcome::binding));
        return outcomes;
    }

    private Decision decide(Judge judge, AdmissionPolicy policy, PolicyBinding binding, String namespace) {
        CompiledPolicy expressions = compiled(policy);
        if (!expressions.problems().isEmpty()) {
            return Decision.error("the policy does not compile: "
                    + expressions.problems().get(0).refused().message());
        }
        if (policy.paramKind().isEmpty() || binding.params().isEmpty()) {
            return judge.decide(policy, expressions, none);
        }
        if (namespace.isEmpty()
                && binding.params().get().needsNamespace(policy.paramKind().get())) {
            return policy.failsClosed()
                    ? Decision.error(
                            "failed to configure binding: cannot use namespaced paramRef in policy binding that"
                                    + " matches cluster-scoped resources")
                    : Decision.SKIPPED;
        }
        List<JsonNode> found = params(policy, binding, namespace);
        if (found.isEmpty()) {
            boolean denies = binding.params().get().deniesIfAbsent() && policy.failsClosed();
            return denies
                    ? Decision.error("failed to configure binding: no params found for policy binding with `Deny`"
                            + " parameterNotFoundAction")
                    : Decision.SKIPPED;
        }
        return found.stream()
                .map(param -> judge.decide(policy, expressions, known.computeIfAbsent(param, Param::of)))
                .reduce(Decision.SKIPPED, Decision::and);
    }

    /**
     * Compiles, several at a time, the policies that are about objects of some kinds; others compile when they first match.
     *
     * @param kinds each as apiVersion and kind
     */
    public void prepare(Collection<Map.Entry<String, String>> kinds) {
        List<ApiResource> resources = kinds.stream()
                .map(kind -> ApiResource.of(kind.getKey(), kind.getValue()))
                .toList();
        bindings.stream()
                .map(PolicyBinding::policy)
                .distinct()
                .map(policies::get)
                .filter(policy -> policy != null && resources.stream().anyMatch(policy.matches()::mayMatch))
                .toList()
                .parallelStream()
                .forEach(this::compiled);
    }

    private List<JsonNode> params(AdmissionPolicy policy, PolicyBinding binding, String namespace) {
        return policy.paramKind()
                .flatMap(kind -> binding.params().map(reference -> reference.find(kind, params, namespace)))
                .orElse(List.of());
    }

    private CompiledPolicy compiled(AdmissionPolicy policy) {
        return compiled.computeIfAbsent(policy.name(), name -> new CompiledPolicy(policy, CelEnvironment.of(version)));
    }
}
