package io.tiphys.model.object;

import io.tiphys.model.finding.JavaLine;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the author's line on the stack: the innermost one in an {@link Authored} class; where there is none, the
 * innermost in a class of the author's project, which has a class loader of its own (see the generator's discovery);
 * else, as in unit tests, the innermost outside Tiphys.
 */
public final class Origin {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final ClassLoader LIBRARIES = Origin.class.getClassLoader();
    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();
    private static final List<String> OWN = List.of(
            "io.tiphys.model.object.",
            "io.tiphys.model.argo.",
            "io.tiphys.generator.dsl.",
            "io.tiphys.generator.helpers.");
    private static final int DEPTH = 256;

    private Origin() {}

    /** The innermost line of the author's code that led here, or nothing where there is none. */
    public static Optional<JavaLine> caller() {
        return WALKER.walk(Origin::find);
    }

    private static Optional<JavaLine> find(Stream<StackWalker.StackFrame> frames) {
        Optional<StackWalker.StackFrame> outside = Optional.empty();
        Optional<StackWalker.StackFrame> ofProject = Optional.empty();
        for (Iterator<StackWalker.StackFrame> all = frames.limit(DEPTH).iterator(); all.hasNext(); ) {
            StackWalker.StackFrame frame = all.next();
            if (!isOutside(frame)) {
                continue;
            }
            if (Authored.class.isAssignableFrom(frame.getDeclaringClass().getNestHost())) {
                return Optional.of(line(frame));
            }
            if (ofProject.isEmpty() && frame.getDeclaringClass().getClassLoader() != LIBRARIES) {
                ofProject = Optional.of(frame);
            }
            outside = outside.or(() -> Optional.of(frame));
        }
        return (ofProject.isPresent() ? ofProject : outside).map(Origin::line);
    }

    private static boolean isOutside(StackWalker.StackFrame frame) {
        String name = frame.getClassName();
        ClassLoader loader = frame.getDeclaringClass().getClassLoader();
        return loader != null
                && loader != PLATFORM
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
