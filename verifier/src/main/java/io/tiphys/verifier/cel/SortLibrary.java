package io.tiphys.verifier.cel;

import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code [3, 1, 2].sort()} and {@code pods.sortBy(p, p.name)}, for items or keys that have an order. */
final class SortLibrary extends CelLibrary {
    private static final String BY_KEYS = "@sortByAssociatedKeys";
    private static final String INPUT = "@sortByInput";

    SortLibrary() {
        super(List.of(sort(), byKeys()));
    }

    @Override
    List<CelMacro> macros() {
        return List.of(CelMacro.newReceiverMacro("sortBy", 2, SortLibrary::expand));
    }

    private static CelFunction sort() {
        CelFunction function = new CelFunction("sort", args -> sorted("sort", args[0], args[0], args));
        ListLibrary.ORDERED.forEach(type -> function.member(Types.list(type), Types.list(type)));
        return function;
    }

    private static CelFunction byKeys() {
        CelFunction function = new CelFunction(BY_KEYS, args -> sorted("sortBy", args[0], args[1], args));
        for (CelType type : ListLibrary.ORDERED) {
            function.member(Types.list(Types.T), Types.list(Types.T), Types.list(type));
        }
        return function;
    }

    private static Object sorted(String function, Object items, Object keys, Object... args) {
        if (!(items instanceof List<?> values) || !(keys instanceof List<?> order)) {
            throw CelFailure.noSuchOverload(function, args);
        }
        List<Object> sorted = new ArrayList<>();
        IntStream.range(0, values.size())
                .boxed()
                .sorted((first, second) -> Order.compare(order.get(first), order.get(second)))
                .forEach(index -> sorted.add(values.get(index)));
        return List.copyOf(sorted);
    }

    /** {@code list.sortBy(x, key)}: the list is held once, and its keys are those of {@code list.map(x, key)}. */
    private static Optional<CelExpr> expand(CelMacroExprFactory make, CelExpr target, List<CelExpr> arguments) {
        CelExpr item = arguments.get(0);
        if (item.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return Optional.of(make.reportError("sortBy: the first argument must be a name"));
        }
        String result = make.getAccumulatorVarName();
        CelExpr step = make.newGlobalCall(
                Operator.ADD.getFunction(), make.newIdentifier(result), make.newList(arguments.get(1)));
        CelExpr keys = make.fold(
                item.ident().name(),
                make.newIdentifier(INPUT),
                result,
                make.newList(),
                make.newBoolLiteral(true),
                step,
                make.newIdentifier(result));
        return Optional.of(make.fold(
                "#unused",
                make.newList(),
                INPUT,
                target,
                make.newBoolLiteral(false),
                make.newIdentifier(INPUT),
                make.newReceiverCall(BY_KEYS, make.newIdentifier(INPUT), keys)));
    }
}
