package io.tiphys.generator.dsl;

import io.tiphys.model.object.Slot;

/** A Workflow, WorkflowTemplate or ClusterWorkflowTemplate. Immutable. */
public final class WorkflowManifest extends WorkflowWords<WorkflowManifest> {
    private WorkflowManifest(WorkflowParts parts) {
        super(parts);
    }

    static WorkflowManifest of(WorkflowKind kind, Site site, String name) {
        return new WorkflowManifest(WorkflowParts.of(kind, site, name));
    }

    @Override
    WorkflowManifest copy(WorkflowParts changed) {
        return new WorkflowManifest(changed);
    }

    @Override
    Slot spec(Slot workflowSpec) {
        return workflowSpec;
    }
}
