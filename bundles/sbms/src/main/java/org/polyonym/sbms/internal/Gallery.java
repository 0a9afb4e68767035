package org.polyonym.sbms.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.polyonym.biometrics.GalleryFinger;
import org.polyonym.biometrics.Template;
import org.polyonym.biometrics.TemplateRefusedException;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.store.Change;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The templates of one system in memory. Derived: it follows the store's change feed shard by shard and can be dropped at
 * any time. Every search first catches up with the shard versions that the store shows after the search began, so it
 * sees each enrolment committed before. Thread-safe; one caller catches up while others wait.
 */
final class Gallery {
    /** Changes read from the store at once. */
    static final int BATCH = Documents.MAX_RESULTS;

    /** How often a search reads on when enrolments and erasures commit while it catches up. */
    static final int MAX_ROUNDS = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Gallery.class);

    private final Documents documents;
    private final DocumentType<StoredTemplate> type;
    private final ReentrantLock following = new ReentrantLock();
    private final Map<Integer, Long> applied = new HashMap<>();
    private final Map<String, GalleryTemplate> templates = new HashMap<>();
    private final Map<OriginRef, EnrolledRecord> records = new HashMap<>();
    private final Set<OriginRef> partlyRead = new HashSet<>();
    private Optional<List<EnrolledRecord>> recordList = Optional.empty();

    Gallery(Documents documents, SystemId system) {
        this.documents = documents;
        this.type = TemplateStore.type(system);
    }

    /**
     * The gallery at one moment.
     *
     * @param records enrolled records
     * @param covered templates in memory from shards that are up to date
     * @param known templates that the store says there are
     */
    record Snapshot(List<EnrolledRecord> records, long covered, long known) {}

    /** Catches up and returns what there is. */
    Snapshot snapshot() {
        following.lock();
        try {
            Snapshot snapshot = read();
            for (int round = 1; round < MAX_ROUNDS && !settled(snapshot); round++) {
                snapshot = read();
            }
            return snapshot;
        } finally {
            following.unlock();
        }
    }

    /** Catches up and returns one record's templates. */
    Optional<EnrolledRecord> record(OriginRef origin) {
        following.lock();
        try {
            snapshot();
            return Optional.ofNullable(records.get(origin));
        } finally {
            following.unlock();
        }
    }

    private boolean settled(Snapshot snapshot) {
        return snapshot.covered() >= snapshot.known() && partlyRead.isEmpty();
    }

    /** The count is taken before the shard versions, so every template counted is within them or was deleted since. */
    private Snapshot read() {
        long known = documents.count(type);
        Set<Integer> behind = new HashSet<>();
        documents.shardVersions(type).forEach((shard, version) -> {
            if (!follow(shard, version)) {
                behind.add(shard);
            }
        });
        long covered = behind.isEmpty()
                ? templates.size()
                : templates.values().stream()
                        .filter(t -> !behind.contains(t.shard()))
                        .count();
        if (recordList.isEmpty()) {
            recordList = Optional.of(List.copyOf(records.values()));
        }
        return new Snapshot(recordList.get(), covered, known);
    }

    /** Returns whether the shard was followed up to the version. */
    private boolean follow(int shard, long version) {
        long at = applied.getOrDefault(shard, 0L);
        while (at < version) {
            List<Change<StoredTemplate>> changes = documents.changes(type, shard, at, BATCH);
            if (changes.isEmpty()) {
                LOG.warn("{} shard {} stops at {} although the store counts {}", type.collection(), shard, at, version);
                return false;
            }
            for (Change<StoredTemplate> change : changes) {
                apply(shard, change);
                at = change.shardVersion();
                applied.put(shard, at);
            }
        }
        return true;
    }

    private void apply(int shard, Change<StoredTemplate> change) {
        Optional.ofNullable(templates.remove(change.id()))
                .ifPresent(old -> regroup(old.stored().origin()));
        change.value()
                .flatMap(stored -> prepare(shard, change.shardVersion(), stored))
                .ifPresent(template -> {
                    templates.put(change.id(), template);
                    regroup(template.stored().origin(), template);
                });
        recordList = Optional.empty();
    }

    /** A template that cannot be read is left out; the coverage then says that one is missing. */
    private Optional<GalleryTemplate> prepare(int shard, long version, StoredTemplate stored) {
        try {
            Template template = Template.of(stored.template());
            return Optional.of(new GalleryTemplate(shard, stored, GalleryFinger.of(template)));
        } catch (TemplateRefusedException e) {
            LOG.error("{} shard {} version {} holds a damaged template", type.collection(), shard, version, e);
            return Optional.empty();
        }
    }

    private void regroup(OriginRef origin, GalleryTemplate... added) {
        List<GalleryTemplate> present = new ArrayList<>();
        Collection<GalleryTemplate> before =
                records.containsKey(origin) ? records.get(origin).templates() : List.of();
        for (GalleryTemplate template : before) {
            if (templates.get(template.stored().documentId()) == template) {
                present.add(template);
            }
        }
        present.addAll(List.of(added));
        partlyRead.remove(origin);
        if (present.isEmpty()) {
            records.remove(origin);
            return;
        }
        EnrolledRecord record = new EnrolledRecord(origin, present);
        records.put(origin, record);
        if (!record.whole()) {
            partlyRead.add(origin);
        }
    }
}
