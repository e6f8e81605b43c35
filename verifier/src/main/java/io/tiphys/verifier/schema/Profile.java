package io.tiphys.verifier.schema;

import io.tiphys.model.finding.RealProgram;

/** Whose reading of the types a schema stands for. */
enum Profile {
    /** {@code argo lint}: Go's decoding, strict about unknown fields, blind to what is required. */
    LINT(RealProgram.ARGO_LINT),
    /** The API server with its own types. */
    NATIVE(RealProgram.API_SERVER),
    /** The API server with the full CRDs. */
    FULL(RealProgram.API_SERVER),
    /** The API server with the minimal CRDs. */
    MINIMAL(RealProgram.API_SERVER);

    private final RealProgram program;

    Profile(RealProgram program) {
        this.program = program;
    }

    RealProgram program() {
        return program;
    }
}
