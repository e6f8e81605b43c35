package io.tiphys.publisher.git;

/**
 * What became of an attempt to move a branch.
 *
 * @param outcome what happened
 * @param commit id of the commit that was made
 * @param reason what the server said, if it refused
 */
public record Move(Outcome outcome, String commit, String reason) {

    /** What became of it. */
    public enum Outcome {
        /** The branch is at the commit now. */
        MOVED,
        /** Somebody else was faster: the branch is no longer where it was expected. */
        LOST,
        /** The server refused the commit, for a reason of its own or because somebody else holds the branch. */
        REFUSED
    }
}
