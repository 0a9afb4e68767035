package org.polyonym.cir.internal;

import java.time.Instant;
import java.util.List;
import org.polyonym.cir.IndividualFile;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityData;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SampleRef;
import org.polyonym.model.TravelDocument;

/**
 * The data of one record inside a file, with the identity group that the record belongs to.
 *
 * @param origin where the data come from
 * @param group identity group in the origin system
 * @param enteredAt legal time of entry in the origin system
 * @param identity identity data
 * @param documents travel documents
 * @param samples references to face and prints
 */
record Member(
        OriginRef origin,
        GroupRef group,
        Instant enteredAt,
        IdentityData identity,
        List<TravelDocument> documents,
        List<SampleRef> samples) {
    Member {
        documents = List.copyOf(documents);
        samples = List.copyOf(samples);
    }

    Member in(GroupRef newGroup) {
        return new Member(origin, newGroup, enteredAt, identity, documents, samples);
    }

    IndividualFile.Partition partition() {
        return new IndividualFile.Partition(origin, identity, documents, samples);
    }
}
