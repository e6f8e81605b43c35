package io.tiphys.generator.language;

import static io.tiphys.generator.dsl.Dsl.artifact;
import static io.tiphys.generator.dsl.Dsl.artifactOutput;
import static io.tiphys.generator.dsl.Dsl.container;
import static io.tiphys.generator.dsl.Dsl.containerSet;
import static io.tiphys.generator.dsl.Dsl.counter;
import static io.tiphys.generator.dsl.Dsl.dag;
import static io.tiphys.generator.dsl.Dsl.data;
import static io.tiphys.generator.dsl.Dsl.emptyDir;
import static io.tiphys.generator.dsl.Dsl.http;
import static io.tiphys.generator.dsl.Dsl.input;
import static io.tiphys.generator.dsl.Dsl.output;
import static io.tiphys.generator.dsl.Dsl.parameter;
import static io.tiphys.generator.dsl.Dsl.plugin;
import static io.tiphys.generator.dsl.Dsl.resource;
import static io.tiphys.generator.dsl.Dsl.script;
import static io.tiphys.generator.dsl.Dsl.secret;
import static io.tiphys.generator.dsl.Dsl.steps;
import static io.tiphys.generator.dsl.Dsl.suspend;
import static io.tiphys.generator.dsl.Dsl.templateRef;
import static io.tiphys.generator.dsl.Variables.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.tiphys.generator.dsl.Location;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.ParameterType;
import io.tiphys.generator.dsl.Retry;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.WorkflowManifest;
import io.tiphys.model.argo.ArtifactoryArtifact;
import io.tiphys.model.argo.AzureArtifact;
import io.tiphys.model.argo.GCSArtifact;
import io.tiphys.model.argo.GitArtifact;
import io.tiphys.model.argo.HDFSArtifact;
import io.tiphys.model.argo.HTTPArtifact;
import io.tiphys.model.argo.OSSArtifact;
import io.tiphys.model.argo.PluginArtifact;
import io.tiphys.model.argo.S3Artifact;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A field that is read before it is set is null. Whichever word it is given to says so, by the name of what is missing. */
class NullTest {
    private static final List<Object> VALUES = new ArrayList<>(List.of(
            input("a"),
            artifact("a", "/a"),
            output("a", "/a"),
            artifactOutput("a", "/a"),
            parameter("a"),
            item(),
            item().is("a"),
            counter("a", 1),
            Retry.times(1),
            Retry.Policy.ALWAYS,
            ParameterType.text(),
            Location.raw("a"),
            emptyDir("a", "/a"),
            secret("a", "b"),
            Site.defaults(),
            workflow(),
            Site.defaults().cronWorkflow("a", "0 3 * * *"),
            Manifest.of(new ConfigMapBuilder().build()),
            container("a"),
            script("a"),
            steps("a", s -> {}),
            containerSet("a", c -> c.container(container("b"))),
            suspend("a"),
            http("a", "b"),
            resource("a", "get"),
            data("a", Location.s3("a")),
            plugin("a", "b", Map.of()),
            templateRef("a", "b"),
            container("a").with(input("a"), "b"),
            new Affinity(),
            new PodSecurityContext(),
            new SecurityContext(),
            new VolumeBuilder().withName("a").build(),
            S3Artifact.of(),
            GCSArtifact.of(),
            AzureArtifact.of(),
            OSSArtifact.of(),
            HDFSArtifact.of(),
            HTTPArtifact.of(),
            GitArtifact.of(),
            ArtifactoryArtifact.of(),
            PluginArtifact.of(),
            io.tiphys.model.argo.Template.of().name("a"),
            NullTest.class,
            Map.of("a", "b"),
            List.of("a"),
            (UnaryOperator<Object>) change -> change,
            (Consumer<Object>) body -> {},
            "a"));

    /**
     * A call with one null.
     *
     * @param item whether the null stands in a list of arguments, rather than for the list
     */
    record Call(Method word, int argument, boolean item) {
        @Override
        public String toString() {
            return word.getDeclaringClass().getSimpleName() + "." + word.getName() + " "
                    + word.getParameters()[argument] + (item ? " item" : "");
        }
    }

    private static WorkflowManifest workflow() {
        return Site.defaults().clusterWorkflowTemplate("a").entrypoint(container("a"));
    }

    static Stream<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (Class<?> type : PublicTypes.all()) {
            if (!type.getPackage().equals(Site.class.getPackage())) {
                continue;
            }
            for (Method word : type.getDeclaredMethods()) {
                boolean own = !word.isBridge()
                        && !word.isSynthetic()
                        && !word.getName().equals("equals");
                if (own && Modifier.isPublic(word.getModifiers()) && !type.isRecord() && !type.isEnum()) {
                    for (int i = 0; i < word.getParameterCount(); i++) {
                        Class<?> parameter = word.getParameterTypes()[i];
                        if (!parameter.isPrimitive()) {
                            calls.add(new Call(word, i, false));
                        }
                        if (parameter.isArray() && !parameter.getComponentType().isPrimitive()) {
                            calls.add(new Call(word, i, true));
                        }
                    }
                }
            }
        }
        return calls.stream().filter(call -> !isInterfaceToImplement(call.word().getDeclaringClass()));
    }

    private static boolean isInterfaceToImplement(Class<?> type) {
        return type.isInterface() && !type.isSealed();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aNullIsTold(Call call) throws Exception {
        Class<?>[] types = call.word().getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = sample(types[i], i == call.argument() && call.item());
        }
        if (!call.item()) {
            arguments[call.argument()] = null;
        }
        Throwable thrown = onNode(call.word(), arguments);
        assertThat(thrown).isInstanceOf(NullPointerException.class);
        assertThat(thrown).message().contains("null; was a field read before it was set?");
    }

    /** Steps and tasks, and what defines them, live only within the lambda of their graph. */
    private static Throwable onNode(Method word, Object[] arguments) {
        Throwable[] thrown = new Throwable[1];
        dag("main", d -> {
            steps("main", s -> {
                s.parallel(p -> {
                    containerSet("set", c -> {
                        List<Object> all = new ArrayList<>(VALUES);
                        all.addAll(List.of(d, s, p, c));
                        all.addAll(List.of(d.task("t", container("a")), s.step("s", container("a"))));
                        all.add(c.container(container("c")));
                        for (int i = 0; i < arguments.length; i++) {
                            arguments[i] = arguments[i] instanceof Class<?> wanted && wanted != NullTest.class
                                    ? find(all, wanted).orElseThrow()
                                    : arguments[i];
                        }
                        Object target = Modifier.isStatic(word.getModifiers())
                                ? null
                                : find(all, word.getDeclaringClass())
                                        .orElseThrow(() -> new IllegalStateException("no sample of " + word));
                        thrown[0] = call(word, target, arguments);
                    });
                });
            });
        });
        return thrown[0];
    }

    private static Throwable call(Method word, Object target, Object[] arguments) {
        try {
            Object result = word.invoke(target, arguments);
            return new AssertionError("gives " + result);
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (IllegalAccessException e) {
            return e;
        }
    }

    private static Optional<Object> find(List<Object> values, Class<?> type) {
        return values.stream().filter(type::isInstance).findFirst();
    }

    /** A value of a type; for a type that lives in a graph, the type itself. */
    private static Object sample(Class<?> type, boolean withNull) {
        if (type == int.class) {
            return 1;
        } else if (type == long.class) {
            return 1L;
        } else if (type == boolean.class) {
            return true;
        } else if (type == double[].class) {
            return new double[] {1};
        } else if (type.isArray()) {
            Object item = withNull ? null : sample(type.getComponentType(), false);
            Object[] array = (Object[]) Array.newInstance(type.getComponentType(), 1);
            array[0] = item instanceof Class<?> ? null : item;
            return array;
        } else if (type == Object.class || type == String.class) {
            return "a";
        } else if (type == HasMetadata.class) {
            return new ConfigMapBuilder().build();
        }
        return find(VALUES, type).orElse(type);
    }
}
