package io.tiphys.verifier;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Does the same for many things at once, and ends in time: who wrote a manifest does not decide how long a build waits. The
 * threads do not keep the JVM alive, so that one that goes on for ever is left alone.
 */
final class Workers implements AutoCloseable {
    private static final long LOOK_MILLIS = 500;

    private final Duration longest;
    private final ExecutorService threads;
    private final ConcurrentHashMap<Thread, Task> running = new ConcurrentHashMap<>();

    /**
     * Workers.
     *
     * @param longest how long one thing may take by the clock before its processor time is measured, and then of that
     */
    Workers(Duration longest) {
        this.longest = longest;
        this.threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), work -> {
            Thread thread = new Thread(work, "tiphys-verify");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What a thread does; of its processor time the looking thread alone knows. */
    private static final class Task {
        private final String name;
        private final long start = System.nanoTime();
        private long measuredFrom = -1;

        Task(String name) {
            this.name = name;
        }
    }

    /**
     * The results of all, in their order.
     *
     * @param name what a message calls a thing
     * @throws VerifyException if one takes too long, or is nested so deeply that the stack ends
     */
    <A, B> List<B> all(List<A> things, Function<A, String> name, Function<A, B> work) throws VerifyException {
        List<Future<B>> futures = new ArrayList<>();
        for (A thing : things) {
            futures.add(threads.submit(() -> {
                Thread thread = Thread.currentThread();
                running.put(thread, new Task(name.apply(thing)));
                try {
                    return work.apply(thing);
                } finally {
                    running.remove(thread);
                }
            }));
        }
        List<B> results = new ArrayList<>();
        for (int i = 0; i < things.size(); i++) {
            results.add(result(futures.get(i), name.apply(things.get(i))));
        }
        return results;
    }

    private <B> B result(Future<B> future, String name) throws VerifyException {
        while (true) {
            try {
                return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                look();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new VerifyException("The verification was interrupted", e);
            } catch (ExecutionException e) {
                throw failure(e, name);
            }
        }
    }

    private static VerifyException failure(ExecutionException e, String name) {
        if (e.getCause() instanceof RuntimeException exception) {
            throw exception;
        }
        if (e.getCause() instanceof StackOverflowError) {
            return new VerifyException(
                    name + " is nested too deeply to be judged. Make it flatter, or leave it out.", e);
        }
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return new VerifyException(name + " cannot be judged: " + e.getMessage(), e);
    }

    private void look() throws VerifyException {
        for (Map.Entry<Thread, Task> entry : running.entrySet()) {
            Task task = entry.getValue();
            if (System.nanoTime() - task.start <= longest.toNanos()) {
                continue;
            }
            long used = cpu(entry.getKey());
            if (task.measuredFrom < 0) {
                task.measuredFrom = used;
            } else if (used - task.measuredFrom > longest.toNanos()) {
                throw new VerifyException(task.name + " takes more than " + longest.toSeconds()
                        + " s of processor time. Leave it out (.tiphysignore), or make it smaller.");
            }
        }
    }

    /** Processor time of a thread in nanoseconds; the clock where the JVM does not measure it. */
    private static long cpu(Thread thread) {
        ThreadMXBean measured = ManagementFactory.getThreadMXBean();
        long used = measured.isThreadCpuTimeSupported() ? measured.getThreadCpuTime(thread.getId()) : -1;
        return used < 0 ? System.nanoTime() : used;
    }

    /** Ends the threads; what still runs is left alone. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
