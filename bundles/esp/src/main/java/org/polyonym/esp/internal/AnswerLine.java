package org.polyonym.esp.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polyonym.access.DataCategory;
import org.polyonym.access.Profile;
import org.polyonym.access.SourceRight;
import org.polyonym.connector.Fact;
import org.polyonym.connector.Item;
import org.polyonym.connector.MatchedBy;
import org.polyonym.esp.SourceStatus;
import org.polyonym.mid.LinkView;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityData;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SampleRef;
import org.polyonym.model.SystemId;
import org.polyonym.model.TravelDocument;

/** Lines of the portal's answer, cut to the profile (IO 8(1)(d), 9(4)). */
sealed interface AnswerLine {
    /** Kind of the line. */
    String type();

    /** First line. */
    record Query(String type, String queryId, String profile, boolean virtualTime) implements AnswerLine {
        Query(String queryId, Profile profile, boolean virtualTime) {
            this("QUERY", queryId, profile.id(), virtualTime);
        }
    }

    /** One line per source that the profile queries. */
    record SourceLine(String type, Part source) implements AnswerLine {}

    /** Last but one line: links that the caller may see; UNAVAILABLE when the detector did not answer. */
    record Links(String type, SourceStatus status, List<LinkView> links) implements AnswerLine {
        Links(SourceStatus status, List<LinkView> links) {
            this("LINKS", status, links);
        }
    }

    /** Last line: the answer is complete. */
    record End(String type) implements AnswerLine {
        End() {
            this("END");
        }
    }

    /** Answer of one source. */
    record Part(Optional<SystemId> system, SourceStatus status, List<Found> items) {}

    /** A found item with only what the caller may see. */
    record Found(
            Optional<OriginRef> origin,
            Optional<GroupRef> group,
            List<MatchedBy> matchedBy,
            double score,
            Optional<IdentityData> identity,
            List<TravelDocument> documents,
            List<SampleRef> samples,
            List<Fact> facts) {}

    /** The line of a source. Nothing found, and nothing that may be seen, give the same line. */
    static SourceLine of(Profile profile, SourceRight right, SourceAnswer answer) {
        Set<DataCategory> reply = right.reply();
        boolean hidden = answer.status() == SourceStatus.ANSWERED && reply.isEmpty();
        SourceStatus status = hidden ? SourceStatus.EMPTY_OR_NOT_PERMITTED : answer.status();
        Optional<SystemId> system = Optional.of(answer.system()).filter(s -> profile.namesSource());
        List<Found> items = hidden || onlyTellsWhether(reply)
                ? List.of()
                : answer.items().stream()
                        .sorted(Comparator.comparingDouble(Item::score).reversed())
                        .map(item -> cut(item, reply, profile.namesSource()))
                        .toList();
        return new SourceLine("SOURCE", new Part(system, status, items));
    }

    /** A right that shows the bare reference and nothing else is the flag of IO 22(2): which system, not which record. */
    private static boolean onlyTellsWhether(Set<DataCategory> reply) {
        return reply.equals(Set.of(DataCategory.REFERENCE));
    }

    private static Found cut(Item item, Set<DataCategory> reply, boolean namesSource) {
        boolean reference = namesSource && reply.contains(DataCategory.REFERENCE);
        return new Found(
                Optional.of(item.origin()).filter(r -> reference),
                item.group().filter(g -> reference),
                item.matchedBy().stream().sorted().toList(),
                item.score(),
                item.identity().filter(i -> reply.contains(DataCategory.IDENTITY)),
                reply.contains(DataCategory.DOCUMENT) ? item.documents() : List.of(),
                reply.contains(DataCategory.BIOMETRIC) ? item.samples() : List.of(),
                item.facts().stream().filter(f -> reply.contains(f.category())).toList());
    }
}
