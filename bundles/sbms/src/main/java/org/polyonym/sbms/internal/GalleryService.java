package org.polyonym.sbms.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.polyonym.store.ShardState;

/** This node's part of the gallery: searches over all nodes, and the answer to searches of other nodes. Thread-safe. */
@Component(service = {GalleryService.class, GridHandler.class, DerivedStructure.class})
public final class GalleryService implements GridHandler, DerivedStructure {
    private static final ShardState NONE = new ShardState(0, 0);

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

    /** One per system: the shards in memory, and how many changes of the store they have not seen. */
    @Override
    public List<DerivedState> states() {
        Map<String, List<ShardRef>> bySystem = new TreeMap<>();
        Map<ShardRef, Long> versions = gallery.versions();
        versions.keySet()
                .forEach(ref -> bySystem.computeIfAbsent(ref.system().text(), s -> new ArrayList<>())
                        .add(ref));
        return bySystem.entrySet().stream()
                .map(each -> state(each.getKey(), each.getValue(), versions))
                .toList();
    }

    private DerivedState state(String system, List<ShardRef> held, Map<ShardRef, Long> versions) {
        Map<Integer, ShardState> store = documents.shardStates(TemplateStore.type(SystemId.of(system)));
        long behind = held.stream()
                .mapToLong(ref ->
                        Math.max(0, store.getOrDefault(ref.shard(), NONE).version() - versions.get(ref)))
                .sum();
        return new DerivedState(
                "gallery-" + system,
                behind,
                held.stream().map(ShardRef::shard).sorted().toList());
    }
}
