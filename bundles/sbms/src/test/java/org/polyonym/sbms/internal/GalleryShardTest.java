package org.polyonym.sbms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.polyonym.sbms.internal.Bench.FOUR;
import static org.polyonym.sbms.internal.Bench.eurodac;
import static org.polyonym.sbms.internal.Bench.fingers;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.sbms.PreparedSamples;
import org.polyonym.store.ShardState;

class GalleryShardTest {
    private final Bench bench = new Bench();
    private final PreparedSamples samples = bench.matching.prepare(fingers(1, FOUR, 0), sample -> true);

    private void enrol(OriginRef origin) {
        bench.transactions.inTransaction(uow -> {
            bench.matching.enrol(uow, origin, samples);
            return true;
        });
    }

    private Map.Entry<Integer, ShardState> onlyShard() {
        Map<Integer, ShardState> states = bench.documents.shardStates(TemplateStore.type(SystemId.EURODAC));
        List<Map.Entry<Integer, ShardState>> live = states.entrySet().stream()
                .filter(each -> each.getValue().documents() > 0)
                .toList();
        assertThat(live).hasSize(1);
        return live.getFirst();
    }

    @Test
    void allFingersOfARecordLieInOneShardAndAreSeenTogetherHoweverFewAreReadAtOnce() {
        enrol(eurodac("E1"));
        Map.Entry<Integer, ShardState> shard = onlyShard();
        ShardState earlier = new ShardState(shard.getValue().version() - 3, 1);
        for (int batch = 1; batch <= 5; batch++) {
            GalleryShard.View view = new GalleryShard(
                            bench.documents, new ShardRef(SystemId.EURODAC, shard.getKey()), batch)
                    .catchUp(earlier);
            assertThat(view.records())
                    .singleElement()
                    .satisfies(record -> assertThat(record.templates()).hasSize(4));
        }
    }

    @Test
    void readsAllAnewWhenItDoesNotHoldWhatTheStoreCounts() {
        enrol(eurodac("E1"));
        Map.Entry<Integer, ShardState> shard = onlyShard();
        GalleryShard gallery = new GalleryShard(bench.documents, new ShardRef(SystemId.EURODAC, shard.getKey()));
        ShardState store = shard.getValue();
        assertThat(gallery.catchUp(store).agrees(store)).isTrue();
        ShardState other = new ShardState(store.version(), store.documents() + 1);
        assertThat(gallery.catchUp(other).agrees(other))
                .as("the store says otherwise")
                .isFalse();
        assertThat(gallery.catchUp(store).records())
                .as("after it was read anew")
                .hasSize(1);
    }
}
