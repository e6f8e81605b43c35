package io.tiphys.verifier.cel;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.protobuf.Any;
import com.google.protobuf.BoolValue;
import com.google.protobuf.BytesValue;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DoubleValue;
import com.google.protobuf.Duration;
import com.google.protobuf.Empty;
import com.google.protobuf.FloatValue;
import com.google.protobuf.Int32Value;
import com.google.protobuf.Int64Value;
import com.google.protobuf.ListValue;
import com.google.protobuf.StringValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UInt32Value;
import com.google.protobuf.UInt64Value;
import com.google.protobuf.Value;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Compiles expressions as the API server of one version does when a new policy is created. Making one costs some
 * tenths of a second in a fresh JVM, so it is made once and shared; usable by several threads.
 */
public final class CelEnvironment {
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(Limits.ITERATIONS)
            .maxExpressionCodePointSize(Limits.EXPRESSION)
            .enableOptionalSyntax(true)
            .build();

    /** The messages that the language knows by itself. */
    private static final ImmutableList<Descriptor> MESSAGES = ImmutableList.of(
            Any.getDescriptor(),
            Duration.getDescriptor(),
            Empty.getDescriptor(),
            Timestamp.getDescriptor(),
            Struct.getDescriptor(),
            Value.getDescriptor(),
            ListValue.getDescriptor(),
            BoolValue.getDescriptor(),
            BytesValue.getDescriptor(),
            DoubleValue.getDescriptor(),
            FloatValue.getDescriptor(),
            Int32Value.getDescriptor(),
            Int64Value.getDescriptor(),
            StringValue.getDescriptor(),
            UInt32Value.getDescriptor(),
            UInt64Value.getDescriptor());

    /** So many expressions are remembered. */
    private static final int MOST_KNOWN = 5_000;

    private static final Map<KubernetesVersion, CelEnvironment> SHARED = new ConcurrentHashMap<>();

    private final CelCompilerBuilder base;
    private final Supplier<CelRuntime> runtime;
    private final Functions functions;
    private final Map<CelScope, CelCompiler> compilers = new ConcurrentHashMap<>();
    private final Map<Source, CelCompilation> known = new ConcurrentHashMap<>();
    private final List<CelType> ownTypes;

    /** The same text in the same scope is the same expression, in whatever policy. */
    private record Source(String text, CelScope scope, CelResultType result) {}

    private CelEnvironment(KubernetesVersion version) {
        List<CelLibrary> own = Libraries.own(version);
        this.ownTypes = Stream.concat(
                        own.stream().flatMap(library -> library.types().stream()), AdmissionTypes.all().stream())
                .toList();
        this.base = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(Libraries.shared(version, OPTIONS))
                .addLibraries(own)
                .addMessageTypes(MESSAGES)
                .addVar("object", SimpleType.DYN)
                .addVar("oldObject", SimpleType.DYN)
                .addVar("request", AdmissionTypes.REQUEST)
                .addVar("namespaceObject", AdmissionTypes.NAMESPACE);
        this.runtime = Suppliers.memoize(() -> newRuntime(version));
        this.functions = new Functions(own, new Foreign(runtime));
    }

    private CelRuntime newRuntime(KubernetesVersion version) {
        return CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .setStandardFunctions(CelStandardFunctions.newBuilder()
                        .excludeFunctions(
                                StandardFunction.ADD,
                                StandardFunction.STRING,
                                StandardFunction.DOUBLE,
                                StandardFunction.INT,
                                StandardFunction.TIMESTAMP,
                                StandardFunction.MATCHES)
                        .build())
                .setTypeProvider(provider(ownTypes))
                .addMessageTypes(MESSAGES)
                .addLibraries(Libraries.runtime(version, OPTIONS))
                .build();
    }

    /** The environment of a version; the same object at every call. */
    public static CelEnvironment of(KubernetesVersion version) {
        return SHARED.computeIfAbsent(version, CelEnvironment::new);
    }

    /** Compiles an expression; what the server would refuse is refused. */
    public CelCompilation compile(String expression, CelScope scope, CelResultType result) {
        Source source = new Source(expression, scope, result);
        CelCompilation compilation = known.get(source);
        if (compilation == null) {
            compilation = bounded(expression, scope, result);
            if (known.size() < MOST_KNOWN) {
                known.put(source, compilation);
            }
        }
        return compilation;
    }

    private CelCompilation bounded(String expression, CelScope scope, CelResultType result) {
        try {
            return compiled(expression, scope, result);
        } catch (StackOverflowError e) {
            return new CelCompilation.Refused("the expression is nested too deeply", 1, 1);
        }
    }

    private CelCompilation compiled(String expression, CelScope scope, CelResultType result) {
        CelValidationResult checked = compiler(scope).compile(expression);
        try {
            CelAbstractSyntaxTree ast = checked.getAst();
            if (!result.allows(ast.getResultType())) {
                return new CelCompilation.Refused(result.refusal(ast.getResultType()), 1, 1);
            }
            Optional<LiteralRules.Problem> problem = new LiteralRules(ast, runtime).check();
            if (problem.isPresent()) {
                return refused(ast, problem.get());
            }
            return new CelCompilation.Compiled(StepPlanner.plan(ast, functions));
        } catch (CelValidationException e) {
            return refused(e);
        } catch (CelFailure e) {
            return new CelCompilation.Refused(e.getMessage(), 1, 1);
        }
    }

    private CelCompiler compiler(CelScope scope) {
        CelCompiler known = compilers.get(scope);
        return known == null ? compilers.computeIfAbsent(scope, this::newCompiler) : known;
    }

    private CelCompiler newCompiler(CelScope scope) {
        CelCompilerBuilder builder = base.build().toCompilerBuilder();
        if (scope.params()) {
            builder.addVar("params", SimpleType.DYN);
        }
        if (scope.self()) {
            builder.addVar("self", SimpleType.DYN);
        }
        if (scope.authorizer()) {
            builder.addVar("authorizer", Authorizer.AUTHORIZER);
            builder.addVar("authorizer.requestResource", Authorizer.RESOURCE);
        }
        ImmutableList.Builder<CelType> types = ImmutableList.<CelType>builder().addAll(ownTypes);
        scope.variables().ifPresent(variables -> {
            Map<String, CelType> fields = new LinkedHashMap<>();
            variables.forEach((name, type) -> fields.put(name, type.type()));
            StructType type = variablesType(fields);
            types.add(type);
            builder.addVar("variables", type);
        });
        return builder.setTypeProvider(provider(types.build())).build();
    }

    static StructType variablesType(Map<String, CelType> fields) {
        return AdmissionTypes.struct("kubernetes.variables", fields);
    }

    private static CelTypeProvider provider(List<CelType> types) {
        ImmutableList<CelType> all = ImmutableList.copyOf(types);
        return new CelTypeProvider() {
            @Override
            public ImmutableList<CelType> types() {
                return all;
            }

            @Override
            public Optional<CelType> findType(String name) {
                return all.stream().filter(type -> type.name().equals(name)).findFirst();
            }
        };
    }

    private static CelCompilation refused(CelValidationException error) {
        return error.getErrors().stream()
                .min(Comparator.comparing(CelIssue::getSourceLocation))
                .map(issue -> new CelCompilation.Refused(
                        issue.getMessage(),
                        Math.max(issue.getSourceLocation().getLine(), 1),
                        Math.max(issue.getSourceLocation().getColumn() + 1, 1)))
                .orElseGet(() -> new CelCompilation.Refused(String.valueOf(error.getMessage()), 1, 1));
    }

    private static CelCompilation refused(CelAbstractSyntaxTree ast, LiteralRules.Problem problem) {
        Integer offset = ast.getSource().getPositionsMap().get(problem.expression());
        CelSourceLocation location = offset == null
                ? CelSourceLocation.of(1, 0)
                : ast.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.of(1, 0));
        return new CelCompilation.Refused(problem.message(), location.getLine(), location.getColumn() + 1);
    }
}
