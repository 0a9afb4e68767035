package org.polyonym.grid.internal;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.polyonym.grid.Member;

/**
 * Which member holds a shard: the one with the highest weight for it (rendezvous hashing). All members that see the same
 * members agree without a word; when one goes only its own shards move, when one comes only those that it takes. By name,
 * so that a restarted node gets back what it had. Pure.
 */
final class Rendezvous {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Rendezvous() {}

    /**
     * The holder.
     *
     * @param members at least one, in any order
     */
    static Member owner(int shard, List<Member> members) {
        return members.stream()
                .max(Comparator.comparingLong((Member member) -> weight(shard, member))
                        .thenComparing(Member::id))
                .orElseThrow(() -> new IllegalArgumentException("no members"));
    }

    /** FNV-1a over the name, then the finaliser of SplitMix64, because FNV alone barely mixes names that differ at the end. */
    private static long weight(int shard, Member member) {
        long hash = OFFSET;
        for (byte b : member.name().getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * PRIME;
        }
        long mixed = hash + shard * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
