package io.tiphys.verifier.pod;

import com.fasterxml.jackson.databind.node.BooleanNode;

/** A boolean that is an object of its own, so that it can have an origin. */
final class LocatedBoolean extends BooleanNode {
    private static final long serialVersionUID = 1L;

    LocatedBoolean(boolean value) {
        super(value);
    }
}
