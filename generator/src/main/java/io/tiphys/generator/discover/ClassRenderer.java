package io.tiphys.generator.discover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tiphys.generator.dsl.Manifest;
import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.SiteSource;
import io.tiphys.generator.dsl.TemplateSource;
import io.tiphys.generator.dsl.WorkflowWords;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.finding.Rule;
import io.tiphys.model.object.Authored;
import io.tiphys.model.object.Rendering;
import io.tiphys.model.value.BadValueException;
import io.tiphys.model.yaml.YamlWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Runs the author's code of one class, in bounded time; whatever it throws becomes a finding at the author's line. */
final class ClassRenderer {
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final List<String> OWN =
            List.of("io.tiphys.generator.dsl.", "io.tiphys.generator.facility.", "io.tiphys.model.");
    private static final long SECONDS_PER_CLASS = 60;

    private final ClassLoader project;
    private final Outcome outcome;

    /** @param outcome takes the findings */
    ClassRenderer(ClassLoader project, Outcome outcome) {
        this.project = project;
        this.outcome = outcome;
    }

    /** What a class with site defaults gives. */
    List<Site> sites(Class<?> type) {
        return attempt(type, () -> {
            List<Site> given = new ArrayList<>();
            for (SiteSource instance : Instances.of(type, SiteSource.class)) {
                given.add(Objects.requireNonNull(instance.site(), "site() returned null"));
            }
            return given;
        });
    }

    /** The manifests of a template class. It is asked twice, to see that it answers alike. */
    List<Rendered> render(Class<?> source, Site site) {
        return attempt(source, () -> {
            List<Manifest> manifests = define(source, site);
            List<JsonNode> contents = new ArrayList<>();
            List<Rendered> first = new ArrayList<>();
            for (Manifest manifest : manifests) {
                Rendering.Rendered rendered = manifest.render();
                contents.add(rendered.json());
                rendered(source, manifest, rendered).ifPresent(first::add);
            }
            List<Manifest> again = define(source, site);
            for (int i = 0; i < contents.size(); i++) {
                JsonNode second = i < again.size() ? again.get(i).render().json() : MissingNode.getInstance();
                if (!contents.get(i).toString().equals(second.toString())) {
                    outcome.add(classFinding(
                            DiscoveryRules.NOT_REPRODUCIBLE,
                            source.getName(),
                            source.getName() + " gives different bytes when it is rendered twice: "
                                    + difference(YamlWriter.write(contents.get(i)), YamlWriter.write(second))));
                }
            }
            return first;
        });
    }

    private static List<Manifest> define(Class<?> source, Site site)
            throws Instances.NoInstanceException, InvocationTargetException {
        List<Manifest> manifests = new ArrayList<>();
        for (TemplateSource instance : Instances.of(source, TemplateSource.class)) {
            manifests.add(Objects.requireNonNull(instance.define(site), "define(site) returned null"));
        }
        return manifests;
    }

    /** The first line that differs. */
    private static String difference(String first, String second) {
        List<String> before = first.lines().toList();
        List<String> after = second.lines().toList();
        int at = 0;
        while (at < before.size() && at < after.size() && before.get(at).equals(after.get(at))) {
            at++;
        }
        return "first \"" + (at < before.size() ? before.get(at).strip() : "") + "\", then \""
                + (at < after.size() ? after.get(at).strip() : "") + "\"";
    }

    private Optional<Rendered> rendered(Class<?> source, Manifest manifest, Rendering.Rendered rendered) {
        String kind = rendered.json().path("kind").asText(Manifest.class.getSimpleName());
        JsonNode metadata = rendered.json().path("metadata");
        boolean generated = !metadata.has("name") && metadata.has("generateName");
        String name = metadata.path(generated ? "generateName" : "name").asText();
        name = generated && name.endsWith("-") ? name.substring(0, name.length() - 1) : name;
        JavaLine line = Optional.ofNullable(
                        rendered.lines().get(generated ? "/metadata/generateName" : "/metadata/name"))
                .orElse(new JavaLine(source.getName(), sourceFile(source.getName()), 1));
        if (name.length() > 253 || !NAME.matcher(name).matches()) {
            outcome.add(Finding.of(DiscoveryRules.BAD_NAME, kind + " has the name \"" + name + "\"")
                    .withJava(Optional.of(line)));
            return Optional.empty();
        }
        JsonNode spec = rendered.json().path("spec");
        spec = spec.path("workflowSpec").isMissingNode() ? spec : spec.path("workflowSpec");
        if (manifest instanceof WorkflowWords<?>
                && spec.path("templates").isEmpty()
                && !spec.has("workflowTemplateRef")) {
            outcome.add(Finding.of(DiscoveryRules.EMPTY, kind + " \"" + name + "\" has no template")
                    .withJava(Optional.of(line)));
        }
        String file = kind.toLowerCase(Locale.ROOT) + "/" + name + ".yaml";
        manifest.findings().forEach(outcome::add);
        Map<String, JavaLine> lines = new TreeMap<>(rendered.lines());
        lines.put("", line);
        return Optional.of(new Rendered(kind, name, file, YamlWriter.write(rendered.json()), lines, line));
    }

    /** Runs the author's code, in bounded time; whatever it throws becomes a finding at the author's line. */
    private <T> List<T> attempt(Class<?> type, Callable<List<T>> work) {
        FutureTask<List<T>> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "tiphys-render");
        thread.setDaemon(true);
        thread.setContextClassLoader(project);
        ExitGuard guard = new ExitGuard(thread, type.getName());
        try {
            thread.start();
            return task.get(SECONDS_PER_CLASS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            JavaLine line = authorLine(type, thread.getStackTrace());
            thread.interrupt();
            outcome.add(Finding.of(
                            DiscoveryRules.DEFINE_FAILED,
                            type.getName() + " did not finish within " + SECONDS_PER_CLASS + " s")
                    .withJava(Optional.of(line)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            outcome.add(failure(type, e.getCause() == null ? e : e.getCause()));
        } finally {
            guard.remove();
        }
        return List.of();
    }

    private Finding failure(Class<?> type, Throwable cause) {
        if (cause instanceof Instances.NoInstanceException) {
            return classFinding(
                    DiscoveryRules.NOT_INSTANTIABLE,
                    type.getName(),
                    "The template class " + type.getName() + " cannot be used: " + cause.getMessage());
        }
        Throwable thrown = cause;
        while ((thrown instanceof InvocationTargetException || thrown instanceof ExceptionInInitializerError)
                && thrown.getCause() != null) {
            thrown = thrown.getCause();
        }
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        outcome.addTrace(trace.toString());
        String message = Objects.requireNonNullElse(thrown.getMessage(), "");
        Finding finding = isRefusal(thrown)
                ? Finding.of(DiscoveryRules.REFUSED, message)
                : Finding.of(
                        DiscoveryRules.DEFINE_FAILED,
                        type.getName() + " threw " + thrown.getClass().getSimpleName()
                                + (message.isEmpty() ? "" : ": " + message));
        return finding.withJava(Optional.of(authorLine(type, thrown.getStackTrace())));
    }

    /** Whether the language or the typed model threw it, to say that it does not take what it was given. */
    private static boolean isRefusal(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return thrown.getMessage() != null
                && (thrown instanceof BadValueException
                        || ((thrown instanceof IllegalArgumentException || thrown instanceof IllegalStateException)
                                && trace.length > 0
                                && OWN.stream().anyMatch(trace[0].getClassName()::startsWith)));
    }

    /** The innermost line of the trace in a template class; else in any class of the project. */
    private JavaLine authorLine(Class<?> type, StackTraceElement[] trace) {
        Optional<StackTraceElement> innermost = Optional.empty();
        for (StackTraceElement element : trace) {
            Optional<Class<?>> owner = ofProject(element.getClassName());
            if (owner.isPresent() && Authored.class.isAssignableFrom(owner.get().getNestHost())) {
                return line(element);
            }
            innermost = innermost.or(() -> owner.map(known -> element));
        }
        return innermost.map(ClassRenderer::line).orElse(new JavaLine(type.getName(), sourceFile(type.getName()), 1));
    }

    private static JavaLine line(StackTraceElement element) {
        return new JavaLine(
                element.getClassName(), sourceFile(element.getClassName()), Math.max(1, element.getLineNumber()));
    }

    private Optional<Class<?>> ofProject(String className) {
        try {
            Class<?> type = Class.forName(className, false, project);
            return type.getClassLoader() == project ? Optional.of(type) : Optional.empty();
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    static Finding classFinding(Rule rule, String className, String message) {
        return Finding.of(rule, message).withJava(Optional.of(new JavaLine(className, sourceFile(className), 1)));
    }

    private static String sourceFile(String className) {
        int nested = className.indexOf('$');
        return (nested < 0 ? className : className.substring(0, nested)).replace('.', '/') + ".java";
    }
}
