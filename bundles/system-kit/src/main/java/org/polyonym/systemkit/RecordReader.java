package org.polyonym.systemkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.access.Profile;
import org.polyonym.access.SourceRight;
import org.polyonym.model.IdentityData;
import org.polyonym.model.Image;
import org.polyonym.model.OriginRecord;
import org.polyonym.store.Stored;

/** Reading one record, cut to what the caller's profile may see of this system. */
final class RecordReader {
    private final SystemLaw law;
    private final Contracts contracts;
    private final Groups groups;
    private final LinkedAccess linked;

    RecordReader(SystemLaw law, Contracts contracts, Groups groups, LinkedAccess linked) {
        this.law = law;
        this.contracts = contracts;
        this.groups = groups;
        this.linked = linked;
    }

    Optional<OriginRecord> read(Caller caller, String recordId) {
        Profile profile = contracts.access().profile(caller);
        return profile.right(law.system())
                .flatMap(right -> visible(caller, profile, right, recordId).map(r -> cut(caller, r, right.reply())));
    }

    Optional<Image> readImage(Caller caller, String recordId, String sampleId) {
        Profile profile = contracts.access().profile(caller);
        return profile.right(law.system())
                .filter(right -> right.reply().contains(DataCategory.BIOMETRIC))
                .flatMap(right -> visible(caller, profile, right, recordId))
                .filter(r -> r.samples().stream().anyMatch(s -> s.sampleId().equals(sampleId)))
                .flatMap(r -> contracts.images().get(RecordWriter.imageId(r.ref(), sampleId)));
    }

    /** The whole record, for those who write it. */
    Optional<OriginRecord> whole(String recordId) {
        return stored(recordId).map(RecordTypes::versioned);
    }

    private Optional<OriginRecord> visible(Caller caller, Profile profile, SourceRight right, String recordId) {
        if (right.reply().isEmpty()) {
            return Optional.empty();
        }
        return whole(recordId)
                .filter(r -> law.visible(caller, r))
                .filter(r -> !right.linkedOnly()
                        || groups.groupOf(recordId)
                                .filter(g -> linked.reaches(caller, profile, g.ref()))
                                .isPresent());
    }

    private Optional<Stored<OriginRecord>> stored(String recordId) {
        return contracts.documents().get(RecordTypes.records(law.system()), recordId);
    }

    private OriginRecord cut(Caller caller, OriginRecord r, Set<DataCategory> reply) {
        boolean business = reply.contains(law.attributesAre());
        return new OriginRecord(
                r.ref(),
                r.version(),
                r.owner(),
                business ? r.category() : "",
                r.createdAt(),
                r.updatedAt(),
                r.retentionUntil(),
                reply.contains(DataCategory.IDENTITY) ? r.identity() : IdentityData.NONE,
                reply.contains(DataCategory.DOCUMENT) ? r.documents() : List.of(),
                reply.contains(DataCategory.BIOMETRIC) ? r.samples() : List.of(),
                business ? law.attributes(caller, r) : Map.of());
    }
}
