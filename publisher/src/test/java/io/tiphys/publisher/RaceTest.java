package io.tiphys.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Publications at the same time to the same branch. */
@Timeout(120)
class RaceTest {

    @TempDir
    Path temporary;

    @Test
    void twoPublishersRaceAndBothWin() throws Exception {
        Area area = Area.init(temporary.resolve("area.git"));
        race(area, area.target(), 50);
    }

    @Test
    void twoPublishersRaceOverTheNetworkAndBothWin() throws Exception {
        Area area = Area.init(temporary.resolve("area.git"));
        try (Servers.Running daemon = Servers.daemon(area)) {
            race(area, new Target(daemon.url(), false, "main", "templates"), 15);
        }
    }

    /** Each round both publish a new file of their own, planned on the same tip; the first round makes the branch. */
    private void race(Area area, Target target, int rounds) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        CyclicBarrier bothPlanned = new CyclicBarrier(2);
        Set<String> commits = new HashSet<>();
        try {
            for (int round = 1; round <= rounds; round++) {
                List<Future<PublishResult>> both = new ArrayList<>();
                for (String owner : List.of("one", "two")) {
                    Path folder =
                            Area.manifests(temporary.resolve(owner), Map.of(owner + ".yaml", "round: " + round + "\n"));
                    PublishRequest request = Area.request(folder, "org.example:" + owner, target)
                            .withListener(new Together(bothPlanned));
                    both.add(pool.submit(() -> Publisher.publish(request)));
                }
                int attempts = 0;
                for (Future<PublishResult> one : both) {
                    attempts += one.get().attempts();
                    assertThat(commits.add(one.get().after().orElseThrow())).isTrue();
                }
                assertThat(attempts).as("one of the two lost").isGreaterThanOrEqualTo(3);
                String text = "round: " + round + "\n";
                assertThat(area.manifests()).isEqualTo(Map.of("templates/one.yaml", text, "templates/two.yaml", text));
            }
        } finally {
            pool.shutdownNow();
        }
        List<RevCommit> log = area.log();
        assertThat(log.stream().map(RevCommit::name)).containsExactlyInAnyOrderElementsOf(commits);
        assertThat(log).hasSize(2 * rounds).allMatch(commit -> commit.getParentCount() <= 1);
    }

    /** Holds the first plan of each until the other has one too. */
    private static final class Together implements PublishListener {
        private final CyclicBarrier barrier;
        private boolean met;

        Together(CyclicBarrier barrier) {
            this.barrier = barrier;
        }

        @Override
        public void planned(List<FileChange> changes, int unchanged) {
            if (!met) {
                met = true;
                try {
                    barrier.await();
                } catch (InterruptedException | BrokenBarrierException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }
        }
    }

    @Test
    void manyPublishersCreateOneEmbeddedRepository() throws Exception {
        Path missing = temporary.resolve("science-area.git");
        Target target = new Target(missing.toString(), true, "main", "templates");
        int publishers = 8;
        ExecutorService pool = Executors.newFixedThreadPool(publishers);
        CyclicBarrier start = new CyclicBarrier(publishers);
        try {
            List<Future<PublishResult>> all = new ArrayList<>();
            for (int number = 0; number < publishers; number++) {
                String owner = "area" + number;
                Path folder = Area.manifests(temporary.resolve(owner), Map.of(owner + ".yaml", "a: 1\n"));
                all.add(pool.submit(() -> {
                    start.await();
                    return Publisher.publish(Area.request(folder, "org.example:" + owner, target));
                }));
            }
            for (Future<PublishResult> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(new Area(missing).manifests()).hasSize(publishers);
        assertThat(new Area(missing).log()).hasSize(publishers);
    }

    @Test
    void aLostRaceIsPlannedAnewOnTheOthersCommit() throws Exception {
        Area area = Area.init(temporary.resolve("area.git"));
        Path folder = Area.manifests(temporary.resolve("m"), Map.of("a.yaml", "a: 1\n"));
        List<String> others = new ArrayList<>();
        PublishResult result =
                Publisher.publish(Area.request(folder, area.target()).withListener(meanwhile(area, others, 2)));

        assertThat(result.attempts()).isEqualTo(3);
        assertThat(result.before()).contains(others.get(1));
        assertThat(area.files()).containsKeys("other-1", "other-2", "templates/a.yaml");
        assertThat(area.log()).hasSize(3);
    }

    @Test
    void givesUpAfterTheLastAttempt() throws Exception {
        Area area = Area.init(temporary.resolve("area.git"));
        Path folder = Area.manifests(temporary.resolve("m"), Map.of("a.yaml", "a: 1\n"));
        PublishRequest request = Area.request(folder, area.target())
                .withRetries(new Retries(3, Duration.ZERO, Duration.ZERO))
                .withListener(meanwhile(area, new ArrayList<>(), 99));

        assertThatThrownBy(() -> Publisher.publish(request))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("moved or locked by others during each of 3 attempts");
        assertThat(area.files()).doesNotContainKey("templates/a.yaml");
    }

    @Test
    void aLockLeftBehindIsNamed() throws Exception {
        Area area = Area.init(temporary.resolve("area.git"));
        Files.createFile(area.folder.resolve("refs/heads/main.lock"));
        Path folder = Area.manifests(temporary.resolve("m"), Map.of("a.yaml", "a: 1\n"));
        PublishRequest request =
                Area.request(folder, area.target()).withRetries(new Retries(2, Duration.ZERO, Duration.ZERO));

        assertThatThrownBy(() -> Publisher.publish(request))
                .isInstanceOfSatisfying(PublishException.class, refusal -> assertThat(refusal.remedy())
                        .contains("refs/heads/main.lock"));
    }

    /** Moves the branch between our plan and our push, so many times. */
    private static PublishListener meanwhile(Area area, List<String> commits, int times) {
        return new PublishListener() {
            @Override
            public void planned(List<FileChange> changes, int unchanged) {
                if (commits.size() < times) {
                    try {
                        commits.add(area.commit(Map.of("other-" + (commits.size() + 1), "x")));
                    } catch (java.io.IOException failed) {
                        throw new java.io.UncheckedIOException(failed);
                    }
                }
            }
        };
    }
}
