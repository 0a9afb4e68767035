package org.polyonym.cir;

import java.util.List;
import org.polyonym.model.IdentityData;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SampleRef;
import org.polyonym.model.TravelDocument;

/**
 * One person's file: partitions stay apart by origin system and hold references and Art 18 data only.
 *
 * @param fileId unique
 * @param partitions by origin
 */
public record IndividualFile(String fileId, List<Partition> partitions) {
    /**
     * Data of one record.
     *
     * @param origin where they come from
     * @param identity Art 18(1) identity data
     * @param documents travel documents
     * @param samples references to face and prints
     */
    public record Partition(
            OriginRef origin, IdentityData identity, List<TravelDocument> documents, List<SampleRef> samples) {}

    /** Copies the list. */
    public IndividualFile {
        partitions = List.copyOf(partitions);
    }
}
