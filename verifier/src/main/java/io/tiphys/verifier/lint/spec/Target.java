package io.tiphys.verifier.lint.spec;

import com.fasterxml.jackson.core.JsonPointer;

/** What a call leads to. */
public sealed interface Target {

    /** A template of this spec or another. */
    record Found(Spec spec, Template template) implements Target {}

    /**
     * Nothing.
     *
     * @param at the field that names it
     * @param problem what is missing
     * @param name the name that leads nowhere
     */
    record Missing(JsonPointer at, Problem problem, String name) implements Target {}

    /** Not known before run time, for its name holds a tag; or another finding says why. */
    record Unknown() implements Target {}

    /** What can be missing. */
    enum Problem {
        TEMPLATE,
        OBJECT,
        TEMPLATE_IN_OBJECT
    }
}
