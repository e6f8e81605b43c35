package io.tiphys.verifier.cel;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelValue;
import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Single operations as dev.cel does them: an expression of one node whose operands are variables. What we do not do
 * ourselves is done, and fails, by it. Usable by several threads.
 */
final class Foreign {
    private static final String OPERAND = "operand";

    private final Supplier<CelRuntime> runtime;
    private final Map<Operation, Call> known = new ConcurrentHashMap<>();

    Foreign(Supplier<CelRuntime> runtime) {
        this.runtime = runtime;
    }

    /** What is done to operands. */
    private record Operation(String name, List<String> overloads, boolean member, int operands) {}

    /** A function's call. */
    Call call(String function, List<String> overloads, boolean member, int operands) {
        Operation operation = new Operation(function, overloads, member, operands);
        return known.computeIfAbsent(
                operation,
                key -> new Call(() -> {
                    Tree tree = new Tree();
                    ImmutableList<CelExpr> all = tree.operands(operands);
                    CelReference.Builder reference = CelReference.newBuilder();
                    overloads.forEach(reference::addOverloadIds);
                    tree.references.put(0L, reference.build());
                    return tree.of(CelExpr.ofCall(
                            0,
                            member ? Optional.of(all.get(0)) : Optional.empty(),
                            function,
                            member ? all.subList(1, operands) : all));
                }));
    }

    /** The reading of a field. */
    Call field(String name) {
        return known.computeIfAbsent(
                new Operation(name, List.of(), false, -1),
                key -> new Call(() -> {
                    Tree tree = new Tree();
                    return tree.of(CelExpr.ofSelect(0, tree.operands(1).get(0), name, false));
                }));
    }

    /** The value of a node without operands. */
    Object constant(CelExpr expr, CelAbstractSyntaxTree ast) throws CelEvaluationException {
        return runtime.get()
                .createProgram(CelAbstractSyntaxTree.newCheckedAst(
                        expr, ast.getSource(), ast.getReferenceMap(), ast.getTypeMap()))
                .eval();
    }

    /** A message whose fields are operands. */
    Call message(CelExpr expr, CelAbstractSyntaxTree ast) {
        return new Call(() -> {
            Tree tree = new Tree();
            ImmutableList<CelExpr> operands =
                    tree.operands(expr.struct().entries().size());
            ImmutableList.Builder<CelExpr.CelStruct.Entry> entries = ImmutableList.builder();
            for (int i = 0; i < operands.size(); i++) {
                CelExpr.CelStruct.Entry entry = expr.struct().entries().get(i);
                entries.add(CelExpr.ofStructEntry(
                        operands.size() + 1L + i, entry.fieldKey(), operands.get(i), entry.optionalEntry()));
            }
            ast.getType(expr.id()).ifPresent(type -> tree.types.put(0L, type));
            Optional.ofNullable(ast.getReferenceMap().get(expr.id()))
                    .ifPresent(reference -> tree.references.put(0L, reference));
            return tree.of(CelExpr.ofStruct(0, expr.struct().messageName(), entries.build()));
        });
    }

    /** A tree whose root has the id 0 and whose operands those from 1. */
    private static final class Tree {
        private final Map<Long, CelReference> references = new HashMap<>();
        private final Map<Long, CelType> types = new HashMap<>(Map.of(0L, SimpleType.DYN));

        ImmutableList<CelExpr> operands(int count) {
            List<CelExpr> operands = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long id = i + 1L;
                operands.add(CelExpr.ofIdent(id, OPERAND + i));
                references.put(
                        id, CelReference.newBuilder().setName(OPERAND + i).build());
                types.put(id, SimpleType.DYN);
            }
            return ImmutableList.copyOf(operands);
        }

        CelAbstractSyntaxTree of(CelExpr root) {
            return CelAbstractSyntaxTree.newCheckedAst(
                    root, CelSource.newBuilder().build(), references, types);
        }
    }

    /** An operation, planned when it is first needed. */
    final class Call {
        private final Supplier<CelAbstractSyntaxTree> tree;
        private volatile CelRuntime.@org.jspecify.annotations.Nullable Program program;

        private Call(Supplier<CelAbstractSyntaxTree> tree) {
            this.tree = tree;
        }

        /**
         * Its result.
         *
         * @throws CelFailure if it fails
         */
        Object apply(Object... operands) {
            try {
                CelRuntime.Program planned = program;
                if (planned == null) {
                    planned = runtime.get().createProgram(tree.get());
                    program = planned;
                }
                Object value = planned.eval(
                        name -> Optional.of(operands[Integer.parseInt(name, OPERAND.length(), name.length(), 10)]));
                return value == null ? NullValue.NULL_VALUE : unwrapped(value);
            } catch (CelEvaluationException e) {
                throw new CelFailure(ErrorText.of(e), e.getErrorCode());
            }
        }

        private Object unwrapped(Object value) {
            return value instanceof CelValue known ? known.value() : value;
        }
    }
}
