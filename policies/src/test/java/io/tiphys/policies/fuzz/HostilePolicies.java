package io.tiphys.policies.fuzz;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Expressions of policies: well formed ones that would take for ever or fill the memory, and such as are no expressions. */
final class HostilePolicies {
    private static final String LIST = "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]";

    private static final List<String> LEAVES = List.of(
            "object",
            "object.spec",
            "object.spec.containers",
            "object.metadata.name",
            "oldObject",
            "params",
            "request",
            "variables.a",
            "1",
            "-9223372036854775808",
            "1.5",
            "true",
            "null",
            "b'x'",
            "'(a+)+$'",
            "'" + "x".repeat(2_000) + "'",
            "x",
            LIST,
            "{'a': 1}",
            "quantity('1Ei')",
            "duration('1h')",
            "timestamp('2020-01-01T00:00:00Z')",
            "authorizer");

    /** Each {@code %s} is an expression. */
    private static final List<String> NODES = List.of(
            "(%s)",
            "!(%s)",
            "-(%s)",
            "%s + %s",
            "%s && %s",
            "%s || %s",
            "%s == %s",
            "%s < %s",
            "%s / %s",
            "%s in %s",
            "%s ? %s : %s",
            "%s[%s]",
            "%s.name",
            "has(%s.name)",
            "%s.?name.orValue(%s)",
            "size(%s)",
            "string(%s)",
            "[%s, %s]",
            "{%s: %s}",
            "%s.all(x, %s)",
            "%s.exists(x, %s)",
            "%s.map(x, %s)",
            "%s.filter(x, %s)",
            LIST + ".map(y, " + LIST + ".map(z, %s))",
            LIST + ".all(y, " + LIST + ".all(z, " + LIST + ".all(w, %s == %s)))",
            "%s.matches(%s)",
            "%s.replace(%s, %s)",
            "%s.split(%s)",
            "%s.join(%s)",
            "%s.findAll(%s)",
            "%s.sum()",
            "%s.format([%s])",
            "url(%s)",
            "cel.bind(x, %s, %s)");

    private HostilePolicies() {}

    static Arbitrary<String> expressions() {
        Arbitrary<String> leaf = Arbitraries.of(LEAVES);
        Arbitrary<String> wellFormed = Arbitraries.recursive(() -> leaf, HostilePolicies::around, 0, 5);
        Arbitrary<String> soup = Arbitraries.of(LEAVES).list().ofMaxSize(20).map(parts -> String.join("(.[", parts));
        Arbitrary<String> deep = Combinators.combine(
                        Arbitraries.of("(", "!", "-", "[", "{'a':", "1+", "a.", "[1].map(x,", "true?"),
                        Arbitraries.integers().between(1, 5_000))
                .as(String::repeat);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, wellFormed),
                net.jqwik.api.Tuple.of(1, soup),
                net.jqwik.api.Tuple.of(1, deep));
    }

    private static Arbitrary<String> around(Arbitrary<String> inner) {
        return Combinators.combine(Arbitraries.of(NODES), inner, inner, inner)
                .as((node, first, second, third) -> String.format(java.util.Locale.ROOT, node, first, second, third));
    }

    /** A policy with the expression in all its places. */
    static String policy(String expression) {
        String quoted = "'" + expression.replace("'", "''") + "'";
        return """
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingAdmissionPolicy
                metadata: {name: hostile.example.org}
                spec:
                  matchConstraints:
                    resourceRules: [{apiGroups: ['*'], apiVersions: ['*'], operations: ['*'], resources: ['*']}]
                  matchConditions: [{name: a, expression: %1$s}]
                  variables: [{name: a, expression: %1$s}]
                  validations:
                  - {expression: %1$s, messageExpression: %1$s}
                  - {expression: 'variables.a == variables.a', message: b}
                ---
                apiVersion: admissionregistration.k8s.io/v1
                kind: ValidatingAdmissionPolicyBinding
                metadata: {name: hostile.example.org}
                spec: {policyName: hostile.example.org, validationActions: [Deny]}
                """.formatted(quoted);
    }
}
