package io.tiphys.generator.dsl;

import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.model.finding.JavaLine;
import java.util.Optional;

/**
 * Something that Argo fills in when the workflow runs. Its {@code toString} is the {@code {{…}}} form, so that it can
 * stand in any text; given whole ({@code args("-n", nprocs)}), it is declared where it is used.
 */
public sealed interface Reference permits Input, WorkflowParameter {

    /** Its name in the manifest. */
    String name();

    /** What the manifest says of it: name, value, where the value comes from. */
    JsonNode declaration();

    /** The line that made it. */
    Optional<JavaLine> origin();
}
