package io.tiphys.publisher;

import io.tiphys.publisher.git.CommitText;
import io.tiphys.publisher.git.FileEdits;
import io.tiphys.publisher.git.GitBranch;
import io.tiphys.publisher.git.GitException;
import io.tiphys.publisher.git.Move;
import io.tiphys.publisher.git.Tip;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Commits rendered manifests to a branch, without a work tree. Only files that the same owner published before are
 * replaced or removed. A published file that was edited by hand is overwritten, and the result says so: the folder is
 * generated, and the edit stays in the history. If somebody else moves the branch meanwhile, the plan is made anew on
 * their commit; nothing is ever forced. Several publications may run at once, in one process or many.
 *
 * <p>A folder of this machine is written directly, so its hooks do not run.
 */
public final class Publisher {
    private Publisher() {}

    /**
     * Publishes.
     *
     * @throws PublishException if nothing was published; the branch is as it was
     */
    public static PublishResult publish(PublishRequest request) throws PublishException {
        Target target = request.target().checked();
        Ownership.check(request.owner());
        SortedMap<String, byte[]> manifests = Manifests.read(request.manifests(), request.allowEmpty());
        try (GitBranch branch =
                GitBranch.open(target.repository(), target.branch(), target.createIfMissing(), request.credentials())) {
            return publish(request, target, manifests, branch);
        } catch (GitException failed) {
            throw new PublishException(failed);
        }
    }

    private static PublishResult publish(
            PublishRequest request, Target target, SortedMap<String, byte[]> manifests, GitBranch branch)
            throws PublishException, GitException {
        Optional<String> refusedOn = Optional.empty();
        for (int attempt = 1; ; attempt++) {
            request.listener().reading(target.display(), target.branch());
            Tip tip = branch.tip();
            Plan plan = Plan.of(target, request.owner(), manifests, tip);
            request.listener().planned(plan.changes(), plan.unchanged());
            if (plan.changes().isEmpty() || request.dryRun()) {
                return result(request, target, plan, tip, tip.commit(), attempt);
            }
            FileEdits edits = plan.edits()
                    .and(HydratorMetadata.of(target, request.provenance().source(), tip));
            Move move = branch.commit(tip, edits, text(request, plan));
            if (move.outcome() == Move.Outcome.MOVED) {
                request.listener().published(move.commit());
                return result(request, target, plan, tip, Optional.of(move.commit()), attempt);
            }
            if (move.outcome() == Move.Outcome.REFUSED) {
                Optional<String> here = Optional.of(tip.commit().orElse(""));
                if (here.equals(refusedOn)) {
                    throw refused(target, move.reason());
                }
                refusedOn = here;
            }
            pause(request, target, attempt);
        }
    }

    private static CommitText text(PublishRequest request, Plan plan) {
        Provenance provenance = request.provenance();
        return new CommitText(
                CommitMessage.of(request.owner(), provenance, plan.changes()),
                provenance.name(),
                provenance.email(),
                provenance.time());
    }

    private static PublishResult result(
            PublishRequest request, Target target, Plan plan, Tip tip, Optional<String> after, int attempts) {
        return new PublishResult(
                target.display(),
                target.branch(),
                tip.commit(),
                after,
                plan.changes(),
                plan.unchanged(),
                attempts,
                request.dryRun());
    }

    private static void pause(PublishRequest request, Target target, int attempt) throws PublishException {
        if (attempt >= request.retries().attempts()) {
            throw new PublishException(
                    PublishException.Blame.ENVIRONMENT,
                    "Branch " + target.branch() + " of " + target.display() + " was moved or locked by others during "
                            + "each of " + attempt + " attempts to publish.",
                    "Run the build again when fewer of them publish. If nobody else does, remove the lock that an "
                            + "interrupted program left there: refs/heads/" + target.branch() + ".lock");
        }
        long millis =
                request.retries().pause(attempt, ThreadLocalRandom.current().nextDouble());
        request.listener().raceLost(attempt, millis);
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PublishException(
                    PublishException.Blame.ENVIRONMENT, "The publication was interrupted.", "Run the build again.");
        }
    }

    private static PublishException refused(Target target, String reason) {
        return new PublishException(
                PublishException.Blame.ENVIRONMENT,
                "The server refused the commit for branch " + target.branch() + " of " + target.display() + ": "
                        + reason,
                "Check the branch's protection rules and the user's right to push to it.");
    }
}
