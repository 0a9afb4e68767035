package org.polyonym.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

@Timeout(60)
class GroupCommitTest {
    private final List<List<String>> committed = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @AfterEach
    void end() {
        threads.close();
    }

    @Test
    void whoComesWhileACommitIsWrittenIsCommittedTogether() throws Exception {
        GroupCommit<String> commits = new GroupCommit<>(this::slowly);
        List<CompletableFuture<Void>> all = addBehindAFirst(commits, 2 * GroupCommit.MOST);
        for (CompletableFuture<Void> each : all) {
            each.get(20, TimeUnit.SECONDS);
        }
        assertThat(committed).hasSize(3);
        assertThat(committed.stream().flatMap(List::stream))
                .hasSize(1 + 2 * GroupCommit.MOST)
                .doesNotHaveDuplicates();
    }

    @Test
    void oneThatCannotBeCommittedHarmsNoOther() throws Exception {
        GroupCommit<String> commits = new GroupCommit<>(group -> {
            slowly(group);
            if (group.contains("3")) {
                committed.remove(group);
                throw new IllegalArgumentException("not this one");
            }
        });
        List<CompletableFuture<Void>> all = addBehindAFirst(commits, 5);
        for (int i = 0; i < all.size(); i++) {
            CompletableFuture<Void> each = all.get(i);
            if (i == 3) {
                assertThatThrownBy(each::join).hasRootCauseInstanceOf(IllegalArgumentException.class);
            } else {
                assertThatCode(each::join).doesNotThrowAnyException();
            }
        }
        assertThat(committed.stream().flatMap(List::stream)).containsExactlyInAnyOrder("first", "0", "1", "2", "4");
    }

    @Test
    void aStoreThatIsAwayIsNotAskedAgainForEach() throws Exception {
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        GroupCommit<String> commits = new GroupCommit<>(group -> {
            slowly(group);
            sizes.add(group.size());
            if (!group.contains("first")) {
                throw ProblemException.of(ProblemType.STORE_UNAVAILABLE, "away");
            }
        });
        addBehindAFirst(commits, 5)
                .forEach(each -> assertThatThrownBy(each::join).hasRootCauseInstanceOf(ProblemException.class));
        assertThat(sizes).containsExactly(1, 5);
    }

    /** All but the first find a commit under way. */
    private List<CompletableFuture<Void>> addBehindAFirst(GroupCommit<String> commits, int count) throws Exception {
        CompletableFuture<Void> leader = CompletableFuture.runAsync(() -> commits.add("first"), threads);
        assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();
        List<CompletableFuture<Void>> behind = IntStream.range(0, count)
                .mapToObj(i -> CompletableFuture.runAsync(() -> commits.add(Integer.toString(i)), threads))
                .toList();
        while (commits.waiting() < count) {
            Thread.sleep(5);
        }
        go.countDown();
        leader.get(20, TimeUnit.SECONDS);
        return behind;
    }

    private void slowly(List<String> group) {
        committed.add(group);
        first.countDown();
        try {
            assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
