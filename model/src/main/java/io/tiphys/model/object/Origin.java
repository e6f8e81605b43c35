package io.tiphys.model.object;

import io.tiphys.model.finding.JavaLine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the author's line on the stack: the innermost one in an {@link Authored} class; where there is none, the
 * innermost in a class of the author's project, which has a class loader of its own (see the generator's discovery);
 * else, as in unit tests, the innermost outside Tiphys.
 */
public final class Origin {
    /** Reflection's frames are of the platform and so never the author's; to sort them out costs more than to look at them. */
    private static final StackWalker WALKER = StackWalker.getInstance(
            Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE, StackWalker.Option.SHOW_REFLECT_FRAMES));

    private static final ClassLoader LIBRARIES = Origin.class.getClassLoader();
    private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();
    private static final List<String> OWN = List.of(
            "io.tiphys.model.object.",
            "io.tiphys.model.argo.",
            "io.tiphys.generator.dsl.",
            "io.tiphys.generator.facility.");
    private static final int DEPTH = 256;
    private static final int AUTHORED = 3;
    private static final ClassValue<Integer> RANKS = new ClassValue<>() {
        @Override
        protected Integer computeValue(Class<?> type) {
            return rank(type);
        }
    };

    private Origin() {}

    /** The innermost line of the author's code that led here, or nothing where there is none. */
    public static Optional<JavaLine> caller() {
        return WALKER.walk(frames -> new Search().in(frames));
    }

    /** One pass; a line number costs more than all the rest, so only a better frame than the best so far is asked. */
    private static final class Search implements Consumer<StackWalker.StackFrame> {
        private StackWalker.@Nullable StackFrame best;
        private int bestRank;

        Optional<JavaLine> in(Stream<StackWalker.StackFrame> frames) {
            Spliterator<StackWalker.StackFrame> outward = frames.spliterator();
            int left = DEPTH;
            while (left > 0 && bestRank < AUTHORED && outward.tryAdvance(this)) {
                left--;
            }
            return best == null ? Optional.empty() : Optional.of(line(best));
        }

        @Override
        public void accept(StackWalker.StackFrame frame) {
            int rank = RANKS.get(frame.getDeclaringClass());
            if (rank > bestRank && frame.getLineNumber() > 0) {
                best = frame;
                bestRank = rank;
            }
        }
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
