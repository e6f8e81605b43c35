package io.tiphys.verifier.lint.rule;

import java.util.List;

/** The ordered list of all rules of meaning. */
public final class Rules {
    private static final List<LintRule> ALL = List.of(
            new ObjectNameRule(),
            new TemplateNameRule(),
            new ParameterNameRule(),
            new TemplateTypeRule(),
            new PodResourcesRule(),
            new ContainerRule(),
            new ResourceRule(),
            new EntrypointRule(),
            new CallRule(),
            new ArgumentRule(),
            new ArgumentValueRule(),
            new OutputRule(),
            new LocationRule(),
            new LoopRule(),
            new WhenRule(),
            new ExpressionRule(),
            new DagRule(),
            new VariableRule(),
            new BraceRule(),
            new VolumeRule(),
            new ImageRule(),
            new PlaceholderRule(),
            new MetricRule(),
            new DurationRule(),
            new WorkflowRule());

    private Rules() {}

    /** All rules, in the order in which they are applied and documented. */
    public static List<LintRule> all() {
        return ALL;
    }
}
