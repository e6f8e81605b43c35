package io.tiphys.generator.discover;

import io.tiphys.generator.dsl.Site;
import io.tiphys.generator.dsl.SiteSource;
import io.tiphys.generator.dsl.TemplateSource;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.JavaLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Renders every template class of a folder. The one entry point from outside the author's class loader. */
public final class Renderer {
    /** Changed whenever what goes in or out of {@link #render} changes its form. */
    public static final int PROTOCOL = 1;

    private static final int MOST_THREADS = 8;

    private final ClassLoader project;
    private final Outcome outcome = new Outcome();

    private Renderer(ClassLoader project) {
        this.project = project;
    }

    /**
     * Renders.
     *
     * @param classes folder of the project's classes
     * @param project the class loader that loads them
     * @param siteClass name of the class with the site's defaults, or empty
     * @return see {@link Outcome#toJdkTypes}
     */
    public static Map<String, Object> render(Path classes, ClassLoader project, String siteClass) {
        Renderer renderer = new Renderer(project);
        renderer.run(ClassScan.of(classes, project), siteClass);
        return renderer.outcome.toJdkTypes();
    }

    private void run(ClassScan scan, String siteClass) {
        List<Class<?>> sources = scan.implementing(TemplateSource.class);
        scan.unloadable()
                .forEach((name, why) -> outcome.add(ClassRenderer.classFinding(
                        DiscoveryRules.NOT_LOADABLE, name, "The class " + name + " cannot be loaded: " + why)));
        Optional<Site> site = site(scan, siteClass);
        if (sources.isEmpty() && scan.unloadable().isEmpty()) {
            outcome.add(Finding.of(
                    DiscoveryRules.NONE_FOUND,
                    scan.classes().isEmpty()
                            ? "The project has no compiled classes; mvn process-classes compiles and generates"
                            : "None of the project's " + scan.classes().size() + " classes implements TemplateSource"));
        }
        if (site.isEmpty()) {
            return;
        }
        Map<String, JavaLine> seen = new TreeMap<>();
        for (Part part : renderAll(sources, site.get())) {
            outcome.addAll(part.outcome());
            for (Rendered rendered : part.rendered()) {
                JavaLine here = rendered.line();
                JavaLine before = seen.putIfAbsent(rendered.file(), here);
                if (before == null) {
                    outcome.add(rendered);
                } else {
                    outcome.add(Finding.of(
                                    DiscoveryRules.DUPLICATE,
                                    rendered.kind() + " \"" + rendered.name() + "\" is defined twice: by "
                                            + before.className() + " (" + before.file() + ":" + before.line()
                                            + ") and by "
                                            + part.source().getName())
                            .withJava(Optional.of(here)));
                }
            }
        }
    }

    private Optional<Site> site(ClassScan scan, String siteClass) {
        List<Class<?>> found = new ArrayList<>();
        if (siteClass.isEmpty()) {
            found.addAll(scan.implementing(SiteSource.class));
        } else {
            try {
                found.add(Class.forName(siteClass, false, project));
            } catch (ClassNotFoundException | LinkageError e) {
                outcome.add(
                        Finding.of(DiscoveryRules.SITES, "The site class " + siteClass + " cannot be loaded: " + e));
                return Optional.empty();
            }
        }
        if (found.isEmpty()) {
            return Optional.of(Site.defaults());
        }
        Class<?> only = found.get(0);
        if (found.size() > 1 || !SiteSource.class.isAssignableFrom(only)) {
            String names = String.join(", ", found.stream().map(Class::getName).toList());
            outcome.add(Finding.of(
                    DiscoveryRules.SITES,
                    found.size() > 1
                            ? "These classes all give site defaults: " + names
                            : names + " does not implement io.tiphys.generator.dsl.SiteSource"));
            return Optional.empty();
        }
        return new ClassRenderer(project, outcome).sites(only).stream().findFirst();
    }

    /** What came of one class. */
    private record Part(Class<?> source, List<Rendered> rendered, Outcome outcome) {}

    /** All classes, several at once, in their order. */
    private List<Part> renderAll(List<Class<?>> sources, Site site) {
        ExecutorService pool = Executors.newFixedThreadPool(
                Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS)), Renderer::daemon);
        try {
            List<Future<Part>> running = new ArrayList<>();
            for (Class<?> source : sources) {
                running.add(pool.submit(() -> {
                    Outcome own = new Outcome();
                    return new Part(source, new ClassRenderer(project, own).render(source, site), own);
                }));
            }
            List<Part> parts = new ArrayList<>();
            for (Future<Part> part : running) {
                parts.add(part.get());
            }
            return parts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("rendering was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("rendering failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "tiphys-renderer");
        thread.setDaemon(true);
        return thread;
    }
}
