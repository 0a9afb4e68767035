package org.polyonym.sbms.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.biometrics.FusionTable;
import org.polyonym.grid.Grid;
import org.polyonym.grid.GridHandler;
import org.polyonym.health.DerivedState;
import org.polyonym.health.DerivedStructure;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.sbms.Identification;
import org.polyonym.store.Documents;

/** This node's part of the gallery: searches over all nodes, and the answer to searches of other nodes. Thread-safe. */
@Component(service = {GalleryService.class, GridHandler.class, DerivedStructure.class})
public final class GalleryService implements GridHandler, DerivedStructure {
    private final Documents documents;
    private final Grid grid;
    private final Gallery gallery;
    private final GalleryKeeper keeper;
    private final DistributedSearch search;

    /** Wired by the framework. */
    @Activate
    public GalleryService(@Reference Documents documents, @Reference Grid grid) {
        PersonComparer comparer = new PersonComparer(FusionTable.standard());
        this.documents = documents;
        this.grid = grid;
        gallery = new Gallery(documents);
        search = new DistributedSearch(
                documents, grid, new ShardSearch(gallery, new Search(comparer)), comparer.thresholdVersion());
        keeper = new GalleryKeeper(documents, grid, gallery);
    }

    /** Called by the component runtime. */
    @Deactivate
    public void close() {
        keeper.close();
        search.close();
    }

    Identification search(List<ProbeSample> probe, Set<SystemId> scope, Optional<OriginRef> except, int limit) {
        return search.run(probe, scope, except, limit);
    }

    void tellOthers(String handler) {
        grid.tellOthers(handler, new byte[0]);
    }

    @Override
    public String name() {
        return DistributedSearch.HANDLER;
    }

    @Override
    public byte[] handle(byte[] request) {
        return search.handle(request);
    }

    /**
     * One per system: the shards in memory, and how many changes of the store the owned ones have not seen. One that is left
     * over from before its owner changed is read on when it is asked for, or dropped.
     */
    @Override
    public List<DerivedState> states() {
        Map<ShardRef, Long> versions = gallery.versions();
        return keeper.systems().stream().map(system -> state(system, versions)).toList();
    }

    private DerivedState state(SystemId system, Map<ShardRef, Long> versions) {
        List<Integer> held = new ArrayList<>();
        long behind = 0;
        for (Map.Entry<Integer, Long> shard :
                documents.shardVersions(TemplateStore.type(system)).entrySet()) {
            Optional<Long> at = Optional.ofNullable(versions.get(new ShardRef(system, shard.getKey())));
            if (grid.owner(shard.getKey()).equals(grid.self())) {
                behind += Math.max(0, shard.getValue() - at.orElse(0L));
            }
            if (at.isPresent()) {
                held.add(shard.getKey());
            }
        }
        return new DerivedState("gallery-" + system.text(), behind, held);
    }
}
