package io.tiphys.verifier.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelKind;
import dev.cel.runtime.CelEvaluationException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a checked expression into steps. */
final class StepPlanner {
    private static final String VARIABLES = "variables";

    private final CelAbstractSyntaxTree ast;
    private final CostPlan costs;
    private final Functions functions;
    private final Set<String> inputs = new HashSet<>();
    private final Set<String> variables = new HashSet<>();
    private int slots;

    private StepPlanner(CelAbstractSyntaxTree ast, CostPlan costs, Functions functions) {
        this.ast = ast;
        this.costs = costs;
        this.functions = functions;
    }

    /**
     * The steps of an expression.
     *
     * @throws CelFailure if it names a type that no value has
     */
    static CelExpression plan(CelAbstractSyntaxTree ast, Functions functions) {
        StepPlanner planner = new StepPlanner(ast, CostPlan.of(ast), functions);
        Step root = planner.step(ast.getExpr(), new Scope());
        return new CelExpression(
                root, planner.slots, ast.getResultType(), new CelReads(planner.inputs, planner.variables));
    }

    /** The variables of the loops around a node. */
    private static final class Scope {
        private final Map<String, Variable> variables;

        Scope() {
            this.variables = Map.of();
        }

        private Scope(Map<String, Variable> variables) {
            this.variables = variables;
        }

        @Nullable
        Variable find(String name) {
            return variables.get(name);
        }

        Scope with(String name, Variable variable) {
            Map<String, Variable> more = new HashMap<>(variables);
            more.put(name, variable);
            return new Scope(more);
        }
    }

    /** A variable of a loop; an accumulator has an initial value. */
    private record Variable(int slot, @Nullable Step initial) {}

    private Step step(CelExpr expr, Scope scope) {
        return switch (expr.getKind()) {
            case CONSTANT -> new ReadSteps.Constant(constant(expr.constant()));
            case IDENT -> ident(expr, scope);
            case SELECT -> select(expr, scope);
            case CALL -> call(expr, scope);
            case LIST ->
                new MakeSteps.Items(
                        costs,
                        expr.id(),
                        steps(expr.list().elements(), scope),
                        expr.list().optionalIndices());
            case MAP ->
                new MakeSteps.Fields(
                        costs,
                        expr.id(),
                        expr.map().entries().stream()
                                .map(entry -> new MakeSteps.Entry(
                                        step(entry.key(), scope), step(entry.value(), scope), entry.optionalEntry()))
                                .toList());
            case STRUCT ->
                new CallStep(
                        costs,
                        expr.id(),
                        steps(
                                expr.struct().entries().stream()
                                        .map(entry -> entry.value())
                                        .toList(),
                                scope),
                        null,
                        functions.foreign().message(expr, ast));
            case COMPREHENSION -> loop(expr, scope);
            default -> throw new IllegalStateException("no expression: " + expr.getKind());
        };
    }

    private Step[] steps(List<CelExpr> all, Scope scope) {
        return all.stream().map(expr -> step(expr, scope)).toArray(Step[]::new);
    }

    private static Object constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case NULL_VALUE -> constant.nullValue();
            case BOOLEAN_VALUE -> constant.booleanValue();
            case INT64_VALUE -> constant.int64Value();
            case UINT64_VALUE -> constant.uint64Value();
            case DOUBLE_VALUE -> constant.doubleValue();
            case STRING_VALUE -> constant.stringValue();
            case BYTES_VALUE -> constant.bytesValue();
            default -> throw new IllegalStateException("no constant: " + constant.getKind());
        };
    }

    private Step ident(CelExpr expr, Scope scope) {
        CelReference reference = ast.getReferenceMap().get(expr.id());
        if (reference != null && reference.value().isPresent()) {
            return new ReadSteps.Constant(constant(reference.value().get()));
        }
        boolean type = ast.getType(expr.id())
                .filter(found -> found.kind() == CelKind.TYPE)
                .isPresent();
        String name = reference == null ? expr.ident().name() : reference.name();
        Variable variable = scope.find(name);
        if (variable != null) {
            return variable.initial() == null
                    ? new ReadSteps.Item(costs, expr.id(), variable.slot())
                    : new ReadSteps.Accumulator(costs, expr.id(), variable.slot(), variable.initial());
        }
        return type
                ? new ReadSteps.Constant(typeOf(expr))
                : input(expr, name.startsWith(".") ? name.substring(1) : name);
    }

    private Step input(CelExpr expr, String name) {
        inputs.add(name);
        return new ReadSteps.Input(costs, expr.id(), name);
    }

    private Object typeOf(CelExpr expr) {
        try {
            return functions.foreign().constant(expr, ast);
        } catch (CelEvaluationException e) {
            throw new CelFailure(ErrorText.of(e), e.getErrorCode());
        }
    }

    private Step select(CelExpr expr, Scope scope) {
        CelExpr of = expr.select().operand();
        String field = expr.select().field();
        Step operand = isIdent(of, VARIABLES) && scope.find(VARIABLES) == null ? variable(of, field) : step(of, scope);
        boolean test = expr.select().testOnly();
        return test || OptionalChains.isOptional(of)
                ? new ReadSteps.Presences(costs, expr.id(), operand, field, test)
                : new ReadSteps.Field(
                        costs, expr.id(), operand, field, functions.foreign().field(field));
    }

    private Step variable(CelExpr expr, String field) {
        variables.add(field);
        return new ReadSteps.Input(costs, expr.id(), VARIABLES);
    }

    private Step call(CelExpr expr, Scope scope) {
        CelExpr.CelCall call = expr.call();
        List<CelExpr> operands = new ArrayList<>();
        call.target().ifPresent(operands::add);
        operands.addAll(call.args());
        if (call.function().equals("_?._")) {
            String field = operands.get(1).constant().stringValue();
            return new ReadSteps.Presences(costs, expr.id(), step(operands.get(0), scope), field, false);
        }
        Step[] arguments = steps(operands, scope);
        return switch (call.function()) {
            case "_&&_" -> new LogicSteps.Both(costs, expr.id(), arguments[0], arguments[1], false);
            case "_||_" -> new LogicSteps.Both(costs, expr.id(), arguments[0], arguments[1], true);
            case "_?_:_" -> new LogicSteps.Choice(costs, expr.id(), arguments[0], arguments[1], arguments[2]);
            case "@not_strictly_false" -> new LogicSteps.Unless(arguments[0], fixedCost(expr));
            case "or", "orValue" ->
                new LogicSteps.Otherwise(
                        costs,
                        expr.id(),
                        arguments[0],
                        arguments[1],
                        call.function().equals("orValue"));
            default -> {
                CelReference reference = ast.getReferenceMap().get(expr.id());
                List<String> overloads = reference == null ? List.of() : List.copyOf(reference.overloadIds());
                yield new CallStep(
                        costs,
                        expr.id(),
                        arguments,
                        functions.body(call.function(), overloads, arguments.length),
                        functions
                                .foreign()
                                .call(call.function(), overloads, call.target().isPresent(), arguments.length));
            }
        };
    }

    /** What a call costs whose cost does not depend on its arguments. */
    private int fixedCost(CelExpr call) {
        CallCosts ofCall = costs.call((int) call.id());
        return costs.fixed((int) call.id()) + (ofCall == null ? 0 : (int) ofCall.of(new Object[0], null));
    }

    private Step loop(CelExpr expr, Scope scope) {
        CelExpr.CelComprehension loop = expr.comprehension();
        Step range = step(loop.iterRange(), scope);
        Variable accumulator = new Variable(slots++, step(loop.accuInit(), scope));
        Scope after = scope.with(loop.accuVar(), accumulator);
        LoopStep.Slots places =
                new LoopStep.Slots(accumulator.slot(), slots++, loop.iterVar2().isEmpty() ? -1 : slots++);
        Scope inside = after.with(loop.iterVar(), new Variable(places.item(), null));
        if (places.second() >= 0) {
            inside = inside.with(loop.iterVar2(), new Variable(places.second(), null));
        }
        LoopStep.Parts parts = new LoopStep.Parts(
                range,
                step(loop.loopCondition(), inside),
                growing(loop.loopStep(), loop.accuVar(), inside),
                step(loop.result(), after),
                isLogic(loop.loopStep()));
        return new LoopStep(costs, expr.id(), parts, places);
    }

    private static boolean isLogic(CelExpr expr) {
        return expr.getKind() == Kind.CALL
                && (expr.call().function().equals("_||_")
                        || expr.call().function().equals("_&&_"));
    }

    /** The step of a loop; where it adds to what there is so far, it does so in place. */
    private Step growing(CelExpr expr, String accumulator, Scope scope) {
        if (expr.getKind() != Kind.CALL) {
            return step(expr, scope);
        }
        List<CelExpr> arguments = expr.call().args();
        switch (expr.call().function()) {
            case "_?_:_" -> {
                return new LogicSteps.Choice(
                        costs,
                        expr.id(),
                        step(arguments.get(0), scope),
                        growing(arguments.get(1), accumulator, scope),
                        growing(arguments.get(2), accumulator, scope));
            }
            case "_+_" -> {
                CelExpr more = arguments.get(1);
                if (isIdent(arguments.get(0), accumulator)
                        && more.getKind() == Kind.LIST
                        && more.list().elements().size() == 1
                        && more.list().optionalIndices().isEmpty()) {
                    return new Growing.Append(
                            step(arguments.get(0), scope),
                            step(more.list().elements().get(0), scope),
                            costs.fixed((int) more.id()) + fixedCost(expr));
                }
            }
            case "cel.@mapInsert" -> {
                if (isIdent(arguments.get(0), accumulator)) {
                    return new Growing.Insert(
                            step(arguments.get(0), scope),
                            steps(arguments.subList(1, arguments.size()), scope),
                            fixedCost(expr));
                }
            }
            default -> {}
        }
        return step(expr, scope);
    }

    private static boolean isIdent(CelExpr expr, String name) {
        return expr.getKind() == Kind.IDENT && expr.ident().name().equals(name);
    }
}
