package org.polyonym.sbms.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.polyonym.model.OriginRef;
import org.polyonym.store.Change;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;
import org.polyonym.store.ShardState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One shard of one system's templates in memory. Derived: it follows the store's change feed, any node can read it at any
 * time, and it can be dropped at any time. All templates of a record lie in one shard, so whoever sees a record sees all its
 * fingers. Thread-safe; one caller catches up while others wait.
 */
final class GalleryShard {
    /** Changes read from the store at once. */
    static final int BATCH = Documents.MAX_RESULTS;

    private static final Logger LOG = LoggerFactory.getLogger(GalleryShard.class);

    private final Documents documents;
    private final DocumentType<StoredTemplate> type;
    private final ShardRef ref;
    private final int batch;
    private final ReentrantLock following = new ReentrantLock();
    private final Map<String, GalleryTemplate> templates = new HashMap<>();
    private final Map<OriginRef, EnrolledRecord> records = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private volatile View view = new View(0, List.of(), 0, 0);

    GalleryShard(Documents documents, ShardRef ref) {
        this(documents, ref, BATCH);
    }

    GalleryShard(Documents documents, ShardRef ref, int batch) {
        this.documents = documents;
        this.batch = batch;
        this.type = TemplateStore.type(ref.system());
        this.ref = ref;
    }

    /**
     * The shard at one moment.
     *
     * @param version all changes up to it are seen
     * @param records enrolled records
     * @param templates templates in memory
     * @param unreadable templates that the store has and that cannot be compared
     */
    record View(long version, List<EnrolledRecord> records, long templates, long unreadable) {
        /** Whether this is all that the store says. At the same version the numbers must agree. */
        boolean agrees(ShardState store) {
            return version > store.version()
                    || version == store.version() && templates + unreadable == store.documents();
        }
    }

    /** What was seen last. */
    View view() {
        return view;
    }

    /**
     * Catches up with what the store showed, or more. When memory and store then disagree, all is read anew: a fault of ours
     * must not hide a person until the next restart.
     */
    View catchUp(ShardState store) {
        View now = view;
        if (now.agrees(store)) {
            return now;
        }
        following.lock();
        try {
            now = follow(store.version());
            if (now.version() >= store.version() && !now.agrees(store)) {
                LOG.error(
                        "{} shard {} does not hold what the store counts; it is read anew",
                        type.collection(),
                        ref.shard());
                clear();
                now = follow(store.version());
            }
            return now;
        } finally {
            following.unlock();
        }
    }

    /** Reads on until a read was not full: only then no enrolment is seen by halves. */
    private View follow(long version) {
        long at = view.version();
        List<Change<StoredTemplate>> changes = List.of();
        while (at < version || changes.size() == batch) {
            changes = documents.changes(type, ref.shard(), at, batch);
            if (changes.isEmpty()) {
                break;
            }
            changes.forEach(this::apply);
            at = changes.getLast().shardVersion();
        }
        if (at < version) {
            LOG.warn(
                    "{} shard {} stops at {} although the store counts {}",
                    type.collection(),
                    ref.shard(),
                    at,
                    version);
        }
        if (at > view.version()) {
            view = new View(at, List.copyOf(records.values()), templates.size(), unreadable.size());
        }
        return view;
    }

    private void clear() {
        templates.clear();
        records.clear();
        unreadable.clear();
        view = new View(0, List.of(), 0, 0);
    }

    private void apply(Change<StoredTemplate> change) {
        unreadable.remove(change.id());
        Optional.ofNullable(templates.remove(change.id()))
                .ifPresent(old -> regroup(old.stored().origin()));
        if (change.value().isEmpty()) {
            return;
        }
        Optional<GalleryTemplate> template = GalleryTemplate.of(change.value().get());
        if (template.isEmpty()) {
            unreadable.add(change.id());
            return;
        }
        templates.put(change.id(), template.get());
        regroup(template.get().stored().origin(), template.get());
    }

    private void regroup(OriginRef origin, GalleryTemplate... added) {
        List<GalleryTemplate> present = new ArrayList<>();
        if (records.containsKey(origin)) {
            for (GalleryTemplate template : records.get(origin).templates()) {
                if (templates.get(template.stored().documentId()) == template) {
                    present.add(template);
                }
            }
        }
        present.addAll(List.of(added));
        if (present.isEmpty()) {
            records.remove(origin);
        } else {
            records.put(origin, new EnrolledRecord(origin, present));
        }
    }
}
