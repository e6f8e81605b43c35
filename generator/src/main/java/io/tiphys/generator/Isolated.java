package io.tiphys.generator;

import io.tiphys.generator.discover.Renderer;
import io.tiphys.model.finding.Finding;
import io.tiphys.model.finding.JavaLine;
import io.tiphys.model.finding.Severity;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Runs the {@link Renderer} of the project's own class path in class loaders of their own, closed afterwards: one for the
 * libraries, whose parent is the platform's, and below it one for the project's classes.
 */
final class Isolated {
    private final SortedMap<String, String> manifests = new TreeMap<>();
    private final SortedMap<String, Map<String, JavaLine>> lines = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> traces = new ArrayList<>();

    private Isolated() {}

    SortedMap<String, String> manifests() {
        return manifests;
    }

    SortedMap<String, Map<String, JavaLine>> lines() {
        return lines;
    }

    List<Finding> findings() {
        return findings;
    }

    List<String> traces() {
        return traces;
    }

    static Isolated render(GenerateRequest request) throws GenerateException, IOException {
        try (URLClassLoader libraries = new URLClassLoader(
                        "libraries", urls(request.libraries()), ClassLoader.getPlatformClassLoader());
                URLClassLoader project = new URLClassLoader("templates", urls(List.of(request.classes())), libraries)) {
            Map<?, ?> outcome = call(libraries, request.classes(), project, request.site());
            Isolated isolated = new Isolated();
            isolated.read(outcome, new Sources(request.base(), request.sourceRoots(), new HashMap<>()));
            return isolated;
        }
    }

    private static Map<?, ?> call(ClassLoader libraries, Path classes, ClassLoader project, String site)
            throws GenerateException {
        try {
            Class<?> renderer = Class.forName(Renderer.class.getName(), true, libraries);
            if (renderer.getField("PROTOCOL").getInt(null) != Renderer.PROTOCOL) {
                throw new GenerateException(
                        "The project depends on another version of tiphys-generator than the plugin's; "
                                + "give both the same version.");
            }
            Object outcome = renderer.getMethod("render", Path.class, ClassLoader.class, String.class)
                    .invoke(null, classes, project, site);
            return (Map<?, ?>) outcome;
        } catch (ClassNotFoundException | NoSuchFieldException | NoSuchMethodException e) {
            throw new GenerateException(
                    "The project's class path has no io.tiphys:tiphys-generator that fits this plugin. Add to the POM: "
                            + "<dependency><groupId>io.tiphys</groupId><artifactId>tiphys-generator</artifactId>"
                            + "<version>…</version></dependency> with the plugin's version.",
                    e);
        } catch (InvocationTargetException e) {
            throw new GenerateException("Rendering failed: " + e.getCause(), e);
        } catch (IllegalAccessException e) {
            throw new GenerateException("Rendering failed: " + e.getMessage(), e);
        }
    }

    private void read(Map<?, ?> outcome, Sources sources) {
        for (Object item : (List<?>) get(outcome, "manifests")) {
            Map<?, ?> manifest = (Map<?, ?>) item;
            String file = (String) get(manifest, "file");
            manifests.put(file, (String) get(manifest, "yaml"));
            Map<String, JavaLine> nodes = new LinkedHashMap<>();
            ((Map<?, ?>) get(manifest, "lines")).forEach((pointer, line) -> sources.line((List<?>) line)
                    .ifPresent(found -> nodes.put((String) pointer, found)));
            lines.put(file, nodes);
        }
        for (Object item : (List<?>) get(outcome, "findings")) {
            Map<?, ?> finding = (Map<?, ?>) item;
            findings.add(new Finding(
                    (String) get(finding, "rule"),
                    Severity.ERROR,
                    (String) get(finding, "message"),
                    (String) get(finding, "remedy"),
                    new Finding.Place("", 0, 0, 0, "", (String) get(finding, "template"), ""),
                    sources.line((List<?>) get(finding, "java")),
                    List.of(),
                    Optional.empty()));
        }
        for (Object trace : (List<?>) get(outcome, "traces")) {
            traces.add((String) trace);
        }
    }

    private static Object get(Map<?, ?> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("the renderer's answer lacks \"" + key + "\"");
        }
        return value;
    }

    private static URL[] urls(List<Path> paths) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (Path path : paths) {
            urls.add(path.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    /** Names source files as the project does: relative to its folder where they are found. */
    private record Sources(Path base, List<Path> roots, Map<String, String> names) {
        Optional<JavaLine> line(List<?> parts) {
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            String file = (String) parts.get(1);
            String named = names.computeIfAbsent(file, this::name);
            return Optional.of(new JavaLine((String) parts.get(0), named, (Integer) parts.get(2)));
        }

        private String name(String file) {
            return roots.stream()
                    .map(root -> root.resolve(file))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .map(found -> base.relativize(found).toString().replace('\\', '/'))
                    .orElse(file);
        }
    }
}
