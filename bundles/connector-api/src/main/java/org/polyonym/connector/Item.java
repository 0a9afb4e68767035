package org.polyonym.connector;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityData;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SampleRef;
import org.polyonym.model.TravelDocument;

/**
 * One found record as its source gives it; the portal cuts it to what the caller's profile may see. All texts together
 * have at most 65,536 characters. Nothing is null: what is not there is an empty {@link Optional} or collection.
 *
 * @param origin the record
 * @param group identity group of the record, where the source keeps groups
 * @param matchedBy what it was found by
 * @param score biometric score or similarity, for ranking inside this source
 * @param identity identity data (category IDENTITY)
 * @param documents travel documents (category DOCUMENT)
 * @param samples references to images (category BIOMETRIC)
 * @param facts everything else
 */
public record Item(
        OriginRef origin,
        Optional<GroupRef> group,
        Set<MatchedBy> matchedBy,
        double score,
        Optional<IdentityData> identity,
        List<TravelDocument> documents,
        List<SampleRef> samples,
        List<Fact> facts) {
    /** Copies the collections. */
    public Item {
        matchedBy = Set.copyOf(matchedBy);
        documents = List.copyOf(documents);
        samples = List.copyOf(samples);
        facts = List.copyOf(facts);
    }
}
