package io.tiphys.verifier.cel;

import static dev.cel.common.types.SimpleType.BOOL;
import static dev.cel.common.types.SimpleType.STRING;
import static io.tiphys.verifier.cel.Authorizer.AUTHORIZER;
import static io.tiphys.verifier.cel.Authorizer.DECISION;
import static io.tiphys.verifier.cel.Authorizer.GROUP;
import static io.tiphys.verifier.cel.Authorizer.PATH;
import static io.tiphys.verifier.cel.Authorizer.RESOURCE;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OpaqueType;
import java.util.List;

/** {@code authorizer.group('').resource('pods').check('create').allowed()}. */
final class AuthorizerLibrary extends CelLibrary {
    AuthorizerLibrary() {
        super(List.of(
                question("path", AUTHORIZER, PATH),
                question("group", AUTHORIZER, GROUP),
                question("resource", GROUP, RESOURCE),
                question("subresource", RESOURCE, RESOURCE),
                question("namespace", RESOURCE, RESOURCE),
                question("name", RESOURCE, RESOURCE),
                new CelFunction("check", AuthorizerLibrary::check)
                        .member(DECISION, RESOURCE, STRING)
                        .member(DECISION, PATH, STRING),
                new CelFunction("serviceAccount", args -> known("serviceAccount", AUTHORIZER, args)
                                .ofServiceAccount())
                        .member(AUTHORIZER, AUTHORIZER, STRING, STRING),
                flag("allowed", true),
                flag("errored", false),
                text("reason"),
                text("error")));
    }

    @Override
    List<CelType> types() {
        return List.of(AUTHORIZER, PATH, GROUP, RESOURCE, DECISION);
    }

    private static CelFunction question(String name, OpaqueType from, OpaqueType to) {
        return new CelFunction(name, args -> known(name, from, args).as(to)).member(to, from, STRING);
    }

    private static CelFunction flag(String name, boolean ofSuperusers) {
        return new CelFunction(name, args -> {
                    known(name, DECISION, args).answer();
                    return ofSuperusers;
                })
                .member(BOOL, DECISION);
    }

    private static CelFunction text(String name) {
        return new CelFunction(name, args -> {
                    known(name, DECISION, args).answer();
                    return "";
                })
                .member(STRING, DECISION);
    }

    private static Object check(Object[] args) {
        boolean path =
                args[0] instanceof Authorizer question && question.celType().equals(PATH);
        return known("check", path ? PATH : RESOURCE, args).as(DECISION);
    }

    private static Authorizer known(String function, OpaqueType type, Object... args) {
        if (args[0] instanceof Authorizer authorizer && authorizer.celType().equals(type)) {
            return authorizer;
        }
        throw CelFailure.noSuchOverload(function, args);
    }
}
