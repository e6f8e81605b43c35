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
    private static final List<String> OWN =
            List.of("io.tiphys.model.object.", "io.tiphys.model.argo.", "io.tiphys.generator.dsl.");
    private static final int DEPTH = 256;
    private static final int AUTHORED = 3;

    private Origin() {}

    /** The innermost line of the author's code that led here, or nothing where there is none. */
    public static Optional<JavaLine> caller() {
        return WALKER.walk(Origin::find);
    }

    /** One pass; a line number costs more than all the rest, so only a better frame than the best so far is asked. */
    private static Optional<JavaLine> find(Stream<StackWalker.StackFrame> frames) {
        Optional<StackWalker.StackFrame> best = Optional.empty();
        int bestRank = 0;
        Iterator<StackWalker.StackFrame> outward = frames.limit(DEPTH).iterator();
        while (outward.hasNext() && bestRank < AUTHORED) {
            StackWalker.StackFrame frame = outward.next();
            int rank = rank(frame.getDeclaringClass());
            if (rank > bestRank && frame.getLineNumber() > 0) {
                best = Optional.of(frame);
                bestRank = rank;
            }
        }
        return best.map(Origin::line);
    }

    private static int rank(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        if (loader == null || loader == PLATFORM || OWN.stream().anyMatch(type.getName()::startsWith)) {
            return 0;
        } else if (Authored.class.isAssignableFrom(type.getNestHost())) {
            return AUTHORED;
        }
        return loader == LIBRARIES ? 1 : 2;
    }

    private static JavaLine line(StackWalker.StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        String folder = type.getPackageName().replace('.', '/');
        String file = frame.getFileName() == null ? type.getSimpleName() + ".java" : frame.getFileName();
        return new JavaLine(type.getName(), folder.isEmpty() ? file : folder + "/" + file, frame.getLineNumber());
    }
}
