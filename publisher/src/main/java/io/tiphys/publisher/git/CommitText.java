package io.tiphys.publisher.git;

import java.time.OffsetDateTime;

/**
 * What a commit says, besides its files.
 *
 * @param message whole message, with {@code \n}
 * @param name author and committer
 * @param email of the author
 * @param time author's and committer's, to the second
 */
public record CommitText(String message, String name, String email, OffsetDateTime time) {}
