package io.tiphys.model.object;

import io.tiphys.model.finding.JavaLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the author's line on the stack. Template classes live in a class loader of their own (see the generator's
 * discovery), so their frames are those whose class was not loaded by the loader of Tiphys and the libraries.
 * Where there is only one loader, as in unit tests, it is the innermost frame outside Tiphys' own packages.
 */
public final class Origin {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final ClassLoader LIBRARIES = Origin.class.getClassLoader();
    private static final List<String> OWN = List.of("io.tiphys.model.", "io.tiphys.generator.");
    private static final int DEPTH = 256;

    private Origin() {}

    /** The innermost line of the author's code that led here, or nothing where there is none. */
    public static Optional<JavaLine> caller() {
        return WALKER.walk(Origin::find);
    }

    private static Optional<JavaLine> find(Stream<StackWalker.StackFrame> frames) {
        List<StackWalker.StackFrame> outside =
                frames.limit(DEPTH).filter(Origin::isOutside).toList();
        return outside.stream()
                .filter(frame -> frame.getDeclaringClass().getClassLoader() != LIBRARIES)
                .findFirst()
                .or(() -> outside.stream().findFirst())
                .map(Origin::line);
    }

    private static boolean isOutside(StackWalker.StackFrame frame) {
        String name = frame.getClassName();
        return frame.getDeclaringClass().getClassLoader() != null
                && frame.getLineNumber() > 0
                && OWN.stream().noneMatch(name::startsWith);
    }

    private static JavaLine line(StackWalker.StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        String folder = type.getPackageName().replace('.', '/');
        String file = frame.getFileName() == null ? type.getSimpleName() + ".java" : frame.getFileName();
        return new JavaLine(type.getName(), folder.isEmpty() ? file : folder + "/" + file, frame.getLineNumber());
    }
}
