package io.tiphys.verifier.pod;

import io.tiphys.verifier.expr.Scope;
import java.util.Optional;

/** The values of tags at one place of a workflow. */
interface Values {
    /** The value of a tag that is no expression. */
    Optional<String> value(String tag);

    /** The variables that expressions see, the unknown ones too. */
    Scope scope();
}
