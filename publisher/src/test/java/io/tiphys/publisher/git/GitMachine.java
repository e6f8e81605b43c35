package io.tiphys.publisher.git;

/** Lets tests that use JGit themselves see no more of the machine than the publisher does. */
public final class GitMachine {
    private GitMachine() {}

    public static void isolate() {
        IsolatedReader.install();
    }
}
