package io.tiphys.verifier.cel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression may refer to besides {@code object}, {@code oldObject}, {@code request} and
 * {@code namespaceObject}. Immutable.
 *
 * @param params whether {@code params} is there
 * @param authorizer whether {@code authorizer} is there
 * @param self whether {@code self} is there, the value that a rule of a schema is about
 * @param variables the static types of {@code variables.x}, in order; nothing where the name {@code variables} is
 *     unknown
 */
public record CelScope(boolean params, boolean authorizer, boolean self, Optional<Map<String, CelTypeName>> variables) {

    /** The static type of an expression, opaque to callers. */
    public record CelTypeName(dev.cel.common.types.CelType type) {
        @Override
        public String toString() {
            return type.name();
        }
    }

    public CelScope {
        variables = variables.map(types -> java.util.Collections.unmodifiableMap(new LinkedHashMap<>(types)));
    }

    /** The scope of match conditions: no {@code variables}. */
    public static CelScope conditions(boolean params) {
        return new CelScope(params, false, false, Optional.empty());
    }

    /** The scope of validations before any variable is declared. */
    public static CelScope validations(boolean params) {
        return new CelScope(params, false, false, Optional.of(Map.of()));
    }

    /** The scope of rules of a schema: {@code self}, and no {@code variables}. */
    public static CelScope schema() {
        return new CelScope(false, false, true, Optional.empty());
    }

    /** The same with {@code authorizer}, as policies have it. */
    public CelScope withAuthorizer() {
        return new CelScope(params, true, self, variables);
    }

    /** The same with one more variable; it replaces one of the same name. */
    public CelScope with(String name, CelTypeName type) {
        Map<String, CelTypeName> more = new LinkedHashMap<>(variables.orElse(Map.of()));
        more.put(name, type);
        return new CelScope(params, authorizer, self, Optional.of(more));
    }
}
