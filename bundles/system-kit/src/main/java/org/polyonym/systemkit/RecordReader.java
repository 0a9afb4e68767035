package org.polyonym.systemkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.access.SourceRight;
import org.polyonym.model.IdentityData;
import org.polyonym.model.Image;
import org.polyonym.model.OriginRecord;
import org.polyonym.store.Stored;

/** Reading one record, cut to what the caller's profile may see of this system. */
final class RecordReader {
    private final SystemLaw law;
    private final Contracts contracts;

    RecordReader(SystemLaw law, Contracts contracts) {
        this.law = law;
        this.contracts = contracts;
    }

    Optional<OriginRecord> read(Caller caller, String recordId) {
        Set<DataCategory> reply = reply(caller);
        return visible(caller, reply, recordId).map(r -> cut(r, reply));
    }

    Optional<Image> readImage(Caller caller, String recordId, String sampleId) {
        Set<DataCategory> reply = reply(caller);
        if (!reply.contains(DataCategory.BIOMETRIC)) {
            return Optional.empty();
        }
        return visible(caller, reply, recordId)
                .filter(r -> r.samples().stream().anyMatch(s -> s.sampleId().equals(sampleId)))
                .flatMap(r -> contracts.images().get(RecordWriter.imageId(r.ref(), sampleId)));
    }

    /** The whole record, for those who write it. */
    Optional<OriginRecord> whole(String recordId) {
        return stored(recordId).map(RecordTypes::versioned);
    }

    private Set<DataCategory> reply(Caller caller) {
        return contracts
                .access()
                .profile(caller)
                .right(law.system())
                .map(SourceRight::reply)
                .orElse(Set.of());
    }

    private Optional<OriginRecord> visible(Caller caller, Set<DataCategory> reply, String recordId) {
        if (reply.isEmpty()) {
            return Optional.empty();
        }
        return whole(recordId).filter(r -> law.visible(caller, r));
    }

    private Optional<Stored<OriginRecord>> stored(String recordId) {
        return contracts.documents().get(RecordTypes.records(law.system()), recordId);
    }

    private OriginRecord cut(OriginRecord r, Set<DataCategory> reply) {
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
                business ? r.attributes() : Map.of());
    }
}
