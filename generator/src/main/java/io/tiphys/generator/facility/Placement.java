package io.tiphys.generator.facility;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirementBuilder;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAffinityTermBuilder;
import io.fabric8.kubernetes.api.model.PreferredSchedulingTerm;
import io.fabric8.kubernetes.api.model.PreferredSchedulingTermBuilder;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTermBuilder;
import io.tiphys.generator.dsl.TemplateWords;
import io.tiphys.generator.dsl.Variables;
import io.tiphys.generator.dsl.WorkflowWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * On which nodes pods run, and beside which other pods: {@code affinity}, and the labels by which others find them. All
 * that is required holds at once; what is preferred counts alike. A template's affinity replaces that of the workflow.
 * Immutable.
 */
public final class Placement {
    private static final String HOST = "kubernetes.io/hostname";
    private static final String RUN = "workflows.argoproj.io/workflow";
    private static final String CLAIM = "usesvolume";
    private static final int WEIGHT = 100;
    private static final Placement ANYWHERE =
            new Placement(List.of(), List.of(), List.of(), List.of(), new LinkedHashMap<>());

    private final List<NodeSelectorRequirement> nodes;
    private final List<PreferredSchedulingTerm> preferredNodes;
    private final List<PodAffinityTerm> pods;
    private final List<WeightedPodAffinityTerm> preferredPods;
    private final Map<String, String> labels;

    private Placement(
            List<NodeSelectorRequirement> nodes,
            List<PreferredSchedulingTerm> preferredNodes,
            List<PodAffinityTerm> pods,
            List<WeightedPodAffinityTerm> preferredPods,
            Map<String, String> labels) {
        this.nodes = nodes;
        this.preferredNodes = preferredNodes;
        this.pods = pods;
        this.preferredPods = preferredPods;
        this.labels = labels;
    }

    /** Where there is room. */
    public static Placement anywhere() {
        return ANYWHERE;
    }

    /** Only on nodes whose label has this value, or one of these. */
    public Placement requireNode(String key, String... values) {
        return new Placement(plus(nodes, in(key, values)), preferredNodes, pods, preferredPods, labels);
    }

    /** Rather on such nodes. */
    public Placement preferNode(String key, String... values) {
        PreferredSchedulingTerm term = new PreferredSchedulingTermBuilder()
                .withWeight(WEIGHT)
                .withNewPreference()
                .withMatchExpressions(in(key, values))
                .endPreference()
                .build();
        return new Placement(nodes, plus(preferredNodes, term), pods, preferredPods, labels);
    }

    /**
     * Only on the node of the pods with this label; the pods get it themselves, so all that say so run on one node.
     *
     * @throws IllegalArgumentException if the pods have another value of this label: they would wait for ever
     */
    public Placement requireBeside(String key, String value) {
        return new Placement(nodes, preferredNodes, plus(pods, term(key, value)), preferredPods, labelled(key, value));
    }

    /** Rather on such a node. */
    public Placement preferBeside(String key, String value) {
        WeightedPodAffinityTerm term = new WeightedPodAffinityTermBuilder()
                .withWeight(WEIGHT)
                .withPodAffinityTerm(term(key, value))
                .build();
        return new Placement(nodes, preferredNodes, pods, plus(preferredPods, term), labelled(key, value));
    }

    /** All pods of a run on one node, by the label that Argo gives them: for a claim that one node at a time can mount. */
    public Placement requireOneNodePerRun() {
        PodAffinityTerm term = term(RUN, Variables.workflowName().toString());
        return new Placement(nodes, preferredNodes, plus(pods, term), preferredPods, labels);
    }

    /**
     * Only on the node of the pods that mount this claim: those with the label {@code usesvolume=CLAIM}, or
     * {@code usesvolume-CLAIM=true}, which a pod with a second claim has, since it can have only one {@code usesvolume}.
     */
    public Placement requireBesideClaim(String claim) {
        return labels.getOrDefault(CLAIM, claim).equals(claim)
                ? requireBeside(CLAIM, claim)
                : requireBeside(CLAIM + "-" + claim, "true");
    }

    /** All pods of a workflow: {@code spec.affinity}, {@code spec.podMetadata.labels}. */
    public <T extends WorkflowWords<T>> T on(T manifest) {
        T placed = isAnywhere() ? manifest : manifest.affinity(affinity());
        for (Map.Entry<String, String> label : labels.entrySet()) {
            placed = placed.podLabel(label.getKey(), label.getValue());
        }
        return placed;
    }

    /** The pods of a template: {@code templates[].affinity}, {@code templates[].metadata.labels}. */
    public <T extends TemplateWords<T>> T on(T template) {
        T placed = isAnywhere() ? template : template.affinity(affinity());
        for (Map.Entry<String, String> label : labels.entrySet()) {
            placed = placed.podLabel(label.getKey(), label.getValue());
        }
        return placed;
    }

    private boolean isAnywhere() {
        return nodes.isEmpty() && preferredNodes.isEmpty() && pods.isEmpty() && preferredPods.isEmpty();
    }

    private Affinity affinity() {
        AffinityBuilder affinity = new AffinityBuilder();
        if (!nodes.isEmpty() || !preferredNodes.isEmpty()) {
            affinity = affinity.withNewNodeAffinity()
                    .withPreferredDuringSchedulingIgnoredDuringExecution(preferredNodes)
                    .endNodeAffinity();
        }
        if (!nodes.isEmpty()) {
            affinity = affinity.editNodeAffinity()
                    .withNewRequiredDuringSchedulingIgnoredDuringExecution()
                    .addNewNodeSelectorTerm()
                    .withMatchExpressions(nodes)
                    .endNodeSelectorTerm()
                    .endRequiredDuringSchedulingIgnoredDuringExecution()
                    .endNodeAffinity();
        }
        if (!pods.isEmpty() || !preferredPods.isEmpty()) {
            affinity = affinity.withNewPodAffinity()
                    .withRequiredDuringSchedulingIgnoredDuringExecution(pods)
                    .withPreferredDuringSchedulingIgnoredDuringExecution(preferredPods)
                    .endPodAffinity();
        }
        return affinity.build();
    }

    private static NodeSelectorRequirement in(String key, String... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("The node label \"" + key + "\" is asked for without a value");
        }
        return new NodeSelectorRequirementBuilder()
                .withKey(key)
                .withOperator("In")
                .withValues(values)
                .build();
    }

    private static PodAffinityTerm term(String key, String value) {
        return new PodAffinityTermBuilder()
                .withNewLabelSelector()
                .addToMatchLabels(key, value)
                .endLabelSelector()
                .withTopologyKey(HOST)
                .build();
    }

    private Map<String, String> labelled(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(labels);
        String before = more.put(key, value);
        if (before != null && !before.equals(value)) {
            throw new IllegalArgumentException("Pods beside \"" + key + "\"=\"" + before + "\" cannot also be beside \""
                    + value + "\": a pod has one value of a label; use another key");
        }
        return more;
    }

    private static <E> List<E> plus(List<E> some, E one) {
        List<E> all = new ArrayList<>(some);
        all.add(one);
        return List.copyOf(all);
    }
}
