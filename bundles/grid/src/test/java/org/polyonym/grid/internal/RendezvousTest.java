package org.polyonym.grid.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polyonym.grid.Member;

class RendezvousTest {
    private static final int SHARDS = 64;

    private static List<Member> nodes(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new Member("id-" + n, "node-" + n))
                .toList();
    }

    private static Map<Integer, Member> owners(List<Member> members) {
        return IntStream.range(0, SHARDS)
                .boxed()
                .collect(Collectors.toMap(shard -> shard, shard -> Rendezvous.owner(shard, members)));
    }

    @Test
    void givesEveryNodeAFairShare() {
        for (int count = 2; count <= 5; count++) {
            int fair = SHARDS / count;
            Map<Member, Long> shares = owners(nodes(count)).values().stream()
                    .collect(Collectors.groupingBy(m -> m, Collectors.counting()));
            assertThat(shares).hasSize(count);
            assertThat(shares.values()).allSatisfy(share -> assertThat(share).isBetween(fair / 2L, fair * 3L / 2));
        }
    }

    @Test
    void doesNotDependOnTheOrderOfMembers() {
        List<Member> members = nodes(4);
        assertThat(owners(members.reversed())).isEqualTo(owners(members));
    }

    @Test
    void movesOnlyTheShardsOfAMemberThatGoes() {
        List<Member> before = nodes(4);
        List<Member> after = new ArrayList<>(before);
        Member gone = after.remove(1);
        Map<Integer, Member> old = owners(before);
        assertThat(owners(after)).allSatisfy((shard, owner) -> {
            if (!old.get(shard).equals(gone)) {
                assertThat(owner).isEqualTo(old.get(shard));
            }
        });
    }

    @Test
    void givesARestartedNodeItsShardsBack() {
        List<Member> before = nodes(3);
        List<Member> after = new ArrayList<>(before);
        after.set(1, new Member("id-new", "node-2"));
        owners(before)
                .forEach((shard, owner) ->
                        assertThat(Rendezvous.owner(shard, after).name()).isEqualTo(owner.name()));
    }
}
