package org.polyonym.cir.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.polyonym.cir.IndividualFile;

/**
 * An individual file as stored.
 *
 * @param fileId unique
 * @param members data by record, in order of entry
 * @param joins links that hold groups of the file together
 */
record FileDocument(String fileId, List<Member> members, List<Join> joins) {
    FileDocument {
        members = List.copyOf(members);
        joins = List.copyOf(joins);
    }

    /** When its oldest data were entered. */
    Instant since() {
        return members.stream()
                .map(Member::enteredAt)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    IndividualFile file() {
        return new IndividualFile(
                fileId, members.stream().map(Member::partition).toList());
    }
}
