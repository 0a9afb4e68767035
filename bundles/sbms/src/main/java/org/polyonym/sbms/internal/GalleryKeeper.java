package org.polyonym.sbms.internal;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.polyonym.grid.Grid;
import org.polyonym.model.SystemId;
import org.polyonym.store.Documents;
import org.polyonym.store.ShardState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the shards that this node owns into memory before somebody searches them: at the start, and whenever members have
 * come or gone. Drops what it does not own after a while, because another node may be asking it for them until then. A node
 * alone reads what is searched when it is searched.
 */
final class GalleryKeeper implements AutoCloseable {
    /** How long a shard of another owner stays after its last use. */
    static final Duration KEEP_UNUSED = Duration.ofMinutes(5);
    /** How often it is looked for what can be dropped, and for what has been enrolled since. */
    static final Duration PERIOD = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(GalleryKeeper.class);

    private final Documents documents;
    private final Grid grid;
    private final Gallery gallery;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sbms-gallery-keeper").factory());
    private final AutoCloseable changes;

    GalleryKeeper(Documents documents, Grid grid, Gallery gallery) {
        this.documents = documents;
        this.grid = grid;
        this.gallery = gallery;
        this.changes = grid.onChange(this::keepSoon);
        if (grid.size() > 1) {
            thread.scheduleWithFixedDelay(this::keepQuietly, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void keepSoon() {
        try {
            thread.execute(this::keepQuietly);
        } catch (RejectedExecutionException e) {
            LOG.debug("the gallery is being closed");
        }
    }

    private void keepQuietly() {
        try {
            keep();
        } catch (RuntimeException | LinkageError e) {
            // The store is away; the next search or the next round reads it.
            LOG.info("the gallery could not be read: {}", e.getClass().getName());
        }
    }

    /** One round. */
    void keep() {
        Set<ShardRef> own = new HashSet<>();
        for (SystemId system : systems()) {
            for (Map.Entry<Integer, ShardState> each :
                    documents.shardStates(TemplateStore.type(system)).entrySet()) {
                ShardRef ref = new ShardRef(system, each.getKey());
                if (grid.owner(ref.shard()).equals(grid.self())) {
                    own.add(ref);
                    gallery.of(ref).catchUp(each.getValue());
                }
            }
        }
        gallery.forget(own, KEEP_UNUSED.toNanos());
    }

    /** The systems that have templates, or had. */
    List<SystemId> systems() {
        return documents.collections(TemplateStore.COLLECTION).stream()
                .map(name -> name.substring(TemplateStore.COLLECTION.length()).toUpperCase(Locale.ROOT))
                .map(SystemId::of)
                .toList();
    }

    @Override
    public void close() {
        try {
            changes.close();
        } catch (Exception e) {
            LOG.debug("the grid is gone", e);
        }
        thread.shutdownNow();
    }
}
