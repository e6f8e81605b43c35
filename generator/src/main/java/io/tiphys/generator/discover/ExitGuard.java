package io.tiphys.generator.discover;

import java.util.Arrays;

/**
 * Says so when a template class ends the JVM ({@code System.exit}), and makes it a failure: Maven would end without a word,
 * and with {@code exit(0)} as if all were well. Stands from its making until it is removed.
 */
final class ExitGuard {
    private final Thread hook;

    /** A guard over the thread that runs the class. */
    ExitGuard(Thread author, String className) {
        this.hook = new Thread(() -> check(author, className), "tiphys-exit-guard");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** In the end of the JVM; whoever else ends it (a signal, say) does not stand in the author's thread. */
    private static void check(Thread author, String className) {
        StackTraceElement[] trace = author.getStackTrace();
        boolean exits = Arrays.stream(trace)
                .anyMatch(frame -> frame.getClassName().equals(Runtime.class.getName())
                        && frame.getMethodName().equals("exit"));
        if (!exits) {
            return;
        }
        String line = Arrays.stream(trace)
                .filter(frame -> !frame.getClassName().startsWith("java.lang."))
                .findFirst()
                .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse("");
        System.err.println("[ERROR] GEN-04 " + className + " ends the Java process" + line + ", and Maven with it");
        System.err.println("[ERROR]     remedy: Leave out System.exit; throw an exception instead.");
        System.err.flush();
        Runtime.getRuntime().halt(1);
    }

    void remove() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            return; // the JVM ends, and the hook is at work
        }
    }
}
