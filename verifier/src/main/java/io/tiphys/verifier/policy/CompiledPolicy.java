package io.tiphys.verifier.policy;

import io.tiphys.verifier.cel.CelCompilation;
import io.tiphys.verifier.cel.CelEnvironment;
import io.tiphys.verifier.cel.CelExpression;
import io.tiphys.verifier.cel.CelResultType;
import io.tiphys.verifier.cel.CelScope;
import io.tiphys.verifier.policy.AdmissionPolicy.Named;
import io.tiphys.verifier.policy.AdmissionPolicy.Source;
import io.tiphys.verifier.policy.AdmissionPolicy.Validation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A policy with its expressions compiled. What does not compile is a problem, and the policy then denies nothing. */
final class CompiledPolicy {

    /** An expression that the API server would refuse. */
    record Problem(Source source, CelCompilation.Refused refused) {}

    /** A compiled match condition or audit annotation. */
    record Condition(Named named, CelExpression expression) {}

    /** A compiled validation. */
    record Check(Validation validation, CelExpression expression, Optional<CelExpression> message) {}

    private final CelEnvironment environment;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Condition> conditions;
    private final Map<String, CelExpression> variables = new LinkedHashMap<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Condition> annotations;
    private final Set<String> fixed;

    CompiledPolicy(AdmissionPolicy policy, CelEnvironment environment) {
        this.environment = environment;
        boolean params = policy.paramKind().isPresent();
        this.conditions = named(policy.conditions(), CelScope.conditions(params).withAuthorizer(), CelResultType.BOOL);
        CelScope scope = CelScope.validations(params).withAuthorizer();
        for (Named variable : policy.variables()) {
            Optional<CelExpression> expression = compile(variable.source(), scope, CelResultType.ANY);
            if (expression.isPresent()) {
                scope = scope.with(variable.name(), expression.get().type());
                variables.put(variable.name(), expression.get());
            }
        }
        for (Validation validation : policy.validations()) {
            addCheck(validation, scope);
        }
        this.annotations = named(policy.annotations(), scope, CelResultType.STRING_OR_NULL);
        this.fixed = fixed(variables);
    }

    private static Set<String> fixed(Map<String, CelExpression> variables) {
        Set<String> fixed = new HashSet<>(variables.keySet());
        boolean changed = true;
        while (changed) { // what reads one of those that are gone is gone next
            Set<String> now = Set.copyOf(fixed);
            changed = fixed.removeIf(
                    name -> !Objects.requireNonNull(variables.get(name)).isFixed(now));
        }
        return Set.copyOf(fixed);
    }

    private void addCheck(Validation validation, CelScope scope) {
        Optional<CelExpression> expression = compile(validation.expression(), scope, CelResultType.BOOL);
        Optional<CelExpression> message =
                validation.messageExpression().flatMap(source -> compile(source, scope, CelResultType.STRING));
        expression.ifPresent(compiled -> checks.add(new Check(validation, compiled, message)));
    }

    private List<Condition> named(List<Named> all, CelScope scope, CelResultType type) {
        List<Condition> compiled = new ArrayList<>();
        for (Named one : all) {
            compile(one.source(), scope, type).ifPresent(found -> compiled.add(new Condition(one, found)));
        }
        return List.copyOf(compiled);
    }

    private Optional<CelExpression> compile(Source source, CelScope scope, CelResultType type) {
        CelCompilation compilation = environment.compile(source.expression(), scope, type);
        if (compilation instanceof CelCompilation.Compiled compiled) {
            return Optional.of(compiled.expression());
        }
        problems.add(new Problem(source, (CelCompilation.Refused) compilation));
        return Optional.empty();
    }

    List<Problem> problems() {
        return problems;
    }

    List<Condition> conditions() {
        return conditions;
    }

    Map<String, CelExpression> variables() {
        return variables;
    }

    /** The names of the variables that follow from the params alone. */
    Set<String> fixed() {
        return fixed;
    }

    List<Check> checks() {
        return checks;
    }

    List<Condition> annotations() {
        return annotations;
    }
}
