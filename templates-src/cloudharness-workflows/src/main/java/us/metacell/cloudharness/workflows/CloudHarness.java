package us.metacell.cloudharness.workflows;

import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.SiteSource;

/** What every workflow of a CloudHarness deployment has in common. */
public final class CloudHarness implements SiteSource {
    private static final String REGISTRY = "gcr.io/metacellllc/cloudharness/";
    private static final String TAG = "2.4.0";
    private static final long USER = 1000;

    @Override
    public Site site() {
        return Site.defaults().spec(spec -> spec.serviceAccountName("argo-workflows")
                .tolerations(new TolerationBuilder()
                        .withKey("cloudharness/temporary-job")
                        .withOperator("Equal")
                        .withValue("true")
                        .build())
                .securityContext(new PodSecurityContextBuilder()
                        .withRunAsNonRoot(true)
                        .withRunAsUser(USER)
                        .withFsGroup(USER)
                        .build()));
    }

    /** The image of {@code applications/APP/tasks/TASK} for the name {@code APP-TASK}; any other image as it is. */
    static String image(String name) {
        return name.contains("/") || name.contains(":") ? name : REGISTRY + name + ":" + TAG;
    }
}
