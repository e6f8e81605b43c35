package facility;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import io.tiphys.model.argo.ClusterWorkflowTemplate;
import io.tiphys.model.argo.Parameter;
import io.tiphys.model.argo.Template;
import io.tiphys.model.argo.WorkflowSpec;
import io.tiphys.model.object.Rendering;
import java.util.List;
import java.util.Map;

/** Stands for an author's class: outside Tiphys' packages, so that its lines are on record. The tests know their numbers. */
public final class Author {
    public static final int CLAIM_LINE = 45;

    private Author() {}

    public static ClusterWorkflowTemplate manifest() {
        Template template = Template.of();
        template = template.name("main");
        template = template.nodeSelector(Map.of("gpu", "yes"));
        template = template.tolerations(gpu());
        WorkflowSpec spec = WorkflowSpec.of();
        spec = spec.entrypoint("main");
        spec = spec.addTemplates(template);
        spec = spec.templateDefaults(Template.of().with("unheardOf", List.of(1, 2)));
        return ClusterWorkflowTemplate.of().spec(spec);
    }

    private static Toleration gpu() {
        return new TolerationBuilder().withKey("nvidia.com/gpu").build();
    }

    public static Parameter parameter() {
        return helper(Parameter.of());
    }

    private static Parameter helper(Parameter parameter) {
        return parameter.name("x");
    }

    public static Rendering.Rendered claim() {
        return Rendering.render(new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName("data")
                .endMetadata()
                .build());
    }
}
