package io.tiphys.generator.discover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The classes of a folder that can be loaded, in the order of their names; none is initialised. */
record ClassScan(List<Class<?>> classes, Map<String, String> unloadable) {

    static ClassScan of(Path folder, ClassLoader loader) {
        List<Class<?>> classes = new ArrayList<>();
        Map<String, String> unloadable = new TreeMap<>();
        for (String name : names(folder)) {
            try {
                classes.add(Class.forName(name, false, loader));
            } catch (ClassNotFoundException | LinkageError e) {
                unloadable.put(name, e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
        return new ClassScan(List.copyOf(classes), unloadable);
    }

    /** Those that can be made instances of a type: its implementations that are not abstract. */
    List<Class<?>> implementing(Class<?> type) {
        return classes.stream()
                .filter(type::isAssignableFrom)
                .filter(candidate -> candidate.isEnum() || !Modifier.isAbstract(candidate.getModifiers()))
                .filter(candidate -> !candidate.isAnonymousClass())
                .toList();
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace(java.io.File.separatorChar, '/'))
                    .filter(file ->
                            file.endsWith(".class") && !file.endsWith("-info.class") && !file.startsWith("META-INF/"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
