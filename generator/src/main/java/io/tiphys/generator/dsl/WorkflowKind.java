package io.tiphys.generator.dsl;

import io.tiphys.model.argo.ClusterWorkflowTemplate;
import io.tiphys.model.argo.CronWorkflow;
import io.tiphys.model.argo.Workflow;
import io.tiphys.model.argo.WorkflowTemplate;
import io.tiphys.model.object.ApiObject;
import io.tiphys.model.object.Slot;

/** The kinds of object that hold a workflow's spec. */
enum WorkflowKind {
    WORKFLOW,
    WORKFLOW_TEMPLATE,
    CLUSTER_WORKFLOW_TEMPLATE,
    CRON_WORKFLOW;

    /** Whether its volumes reach every pod: nobody calls its templates from elsewhere. */
    boolean ownsItsPods() {
        return this == WORKFLOW || this == CRON_WORKFLOW;
    }

    ApiObject<?> model(Slot metadata, Slot spec) {
        return switch (this) {
            case WORKFLOW -> Workflow.of().with("metadata", metadata).with("spec", spec);
            case WORKFLOW_TEMPLATE ->
                WorkflowTemplate.of().with("metadata", metadata).with("spec", spec);
            case CLUSTER_WORKFLOW_TEMPLATE ->
                ClusterWorkflowTemplate.of().with("metadata", metadata).with("spec", spec);
            case CRON_WORKFLOW -> CronWorkflow.of().with("metadata", metadata).with("spec", spec);
        };
    }
}
