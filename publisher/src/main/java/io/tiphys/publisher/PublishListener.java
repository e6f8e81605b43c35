package io.tiphys.publisher;

import java.util.List;

/** Hears how a publication goes, to tell the user. Called on the thread that publishes. */
public interface PublishListener {

    /** Hears nothing. */
    PublishListener SILENT = new PublishListener() {};

    /** The branch's newest commit is about to be read. */
    default void reading(String repository, String branch) {}

    /** What will be committed. */
    default void planned(List<FileChange> changes, int unchanged) {}

    /** Somebody else moved the branch first; there is another attempt after the pause. */
    default void raceLost(int attempt, long pauseMillis) {}

    /** The branch is at this commit now. */
    default void published(String commit) {}
}
