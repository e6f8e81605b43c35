package io.tiphys.generator.dsl;

import io.tiphys.model.argo.CronWorkflowSpec;
import io.tiphys.model.object.Fields;
import io.tiphys.model.object.Slot;
import java.util.function.UnaryOperator;

/** A CronWorkflow. Immutable. */
public final class CronManifest extends WorkflowWords<CronManifest> {
    private final Fields cron;

    private CronManifest(WorkflowParts parts, Fields cron) {
        super(parts);
        this.cron = cron;
    }

    static CronManifest of(Site site, String name, String... schedules) {
        Fields cron = Fields.NONE.set("schedules", Texts.given("schedules", schedules));
        return new CronManifest(WorkflowParts.of(WorkflowKind.CRON_WORKFLOW, site, name), cron);
    }

    @Override
    CronManifest copy(WorkflowParts changed) {
        return new CronManifest(changed, cron);
    }

    /** The time zone of the schedules: {@code Europe/London}; without it that of the controller. */
    public CronManifest timezone(String name) {
        return with("timezone", name);
    }

    /** What happens when the last run has not ended: {@code Allow}, {@code Forbid}, {@code Replace}. */
    public CronManifest concurrency(String policy) {
        return with("concurrencyPolicy", policy);
    }

    /** Nothing is started while this holds. */
    public CronManifest suspended() {
        return with("suspend", true);
    }

    /** How many of the runs that ended well and of those that failed are kept. */
    public CronManifest history(int successful, int failed) {
        return with("successfulJobsHistoryLimit", successful).with("failedJobsHistoryLimit", failed);
    }

    /** The seconds within which a missed run is still started. */
    public CronManifest startingDeadline(long seconds) {
        return with("startingDeadlineSeconds", seconds);
    }

    /** Changes the typed model around the workflow's spec, for what the language has no word for. */
    public CronManifest cron(UnaryOperator<CronWorkflowSpec> change) {
        return new CronManifest(parts(), Models.change(cron, CronWorkflowSpec.of(), change));
    }

    private CronManifest with(String field, Object value) {
        return new CronManifest(parts(), cron.set(field, value));
    }

    @Override
    Slot spec(Slot workflowSpec) {
        return new Slot(new Slot.Plain(cron.put("workflowSpec", workflowSpec)), parts().origin());
    }
}
