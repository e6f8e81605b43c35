package io.tiphys.verifier.lint.verdict;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.tiphys.verifier.lint.spec.Node;
import io.tiphys.verifier.lint.spec.Spec;

/**
 * The object in which names of templates are looked up.
 *
 * @param scope how its templates are kept apart from those of others
 * @param spec its workflow spec
 * @param own whether it is the object that is judged, so that places in it can be named
 */
record Base(Scope scope, Spec spec, boolean own) {

    /** Which object it is. */
    enum Scope {
        LOCAL("local"),
        NAMESPACED("namespaced"),
        CLUSTER("cluster");

        private final String label;

        Scope(String label) {
            this.label = label;
        }
    }

    static Base own(Spec spec) {
        return new Base(Scope.LOCAL, spec, true);
    }

    static Base stored(Spec spec, boolean clusterScope) {
        return new Base(clusterScope ? Scope.CLUSTER : Scope.NAMESPACED, spec, false);
    }

    /** Keeps templates of different objects apart. */
    String key() {
        return scope.label + "/" + (scope == Scope.LOCAL ? "" : spec.manifest().name());
    }

    JsonNode json() {
        return spec.node().json();
    }

    /** Pointer to a template in it. */
    JsonPointer at(int template) {
        return spec.node().at().appendProperty("templates").appendIndex(template);
    }

    /** Whether templateDefaults of the object give an image; those of cluster templates are not looked at. */
    boolean hasDefaultImage(Kind kind) {
        return scope != Scope.CLUSTER
                && !Fields.text(json().path("templateDefaults").path(kind.field()), "image")
                        .isEmpty();
    }

    Node templates() {
        return spec.node().get("templates");
    }
}
