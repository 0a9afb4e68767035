package org.polyonym.systemkit;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.polyonym.access.DataCategory;
import org.polyonym.access.SearchField;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Description;
import org.polyonym.connector.Fact;
import org.polyonym.connector.Health;
import org.polyonym.connector.Item;
import org.polyonym.connector.Limits;
import org.polyonym.connector.MatchedBy;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.Modality;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.RecordMatch;
import org.polyonym.registry.Records;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.sbms.Candidate;
import org.polyonym.sbms.Coverage;
import org.polyonym.sbms.Identification;
import org.polyonym.sbms.Outcome;

/**
 * Answers searches of a central system from its stored records and templates. Identity, documents and prints are searched
 * apart and the results united, one item per record. Thread-safe.
 */
public class CentralConnector implements Connector {
    /** Candidates asked for beyond the items wanted, so that hidden ones do not push visible ones out. */
    private static final int SPARE = 50;
    /** Every query asks every central system: less than what an agency's connector bears would leave it out in a surge. */
    private static final Limits LIMITS = new Limits(Limits.DEFAULT.maxItems(), Limits.DEFAULT.timeout(), 128);

    private final Answering answering;
    private final Records records;
    private final BiometricMatching biometrics;
    private final InstantSource machineTime;
    private final Description description;

    /** A record found, by what, and how well. */
    private record Found(OriginRecord record, Set<MatchedBy> by, double score, Optional<Coverage> partial) {
        Found and(MatchedBy more, double otherScore) {
            by.add(more);
            return new Found(record, by, Math.max(score, otherScore), partial);
        }
    }

    /** Reads from the rule table {@code feeders} whether the system can be searched with prints. */
    public CentralConnector(
            Answering answering,
            Records records,
            BiometricMatching biometrics,
            Feeders feeders,
            InstantSource machineTime) {
        this.answering = answering;
        this.records = records;
        this.biometrics = biometrics;
        this.machineTime = machineTime;
        Set<SearchField> searchable = EnumSet.copyOf(answering.searchable());
        if (!feeders.feeds(Modality.FINGERPRINT)) {
            searchable.remove(SearchField.FINGERPRINTS);
        }
        this.description = new Description(
                answering.system(),
                answering.title(),
                searchable,
                EnumSet.of(
                        DataCategory.REFERENCE,
                        DataCategory.IDENTITY,
                        DataCategory.DOCUMENT,
                        DataCategory.BIOMETRIC,
                        answering.factsAre()),
                LIMITS);
    }

    @Override
    public final Description describe() {
        return description;
    }

    @Override
    public final void search(ConnectorQuery query, Consumer<Item> sink) {
        Map<OriginRef, Found> found = new LinkedHashMap<>();
        int limit = Math.min(query.maxItems(), description.limits().maxItems());
        searchPrints(query, limit + SPARE, found);
        checkDeadline(query);
        searchRecords(query, limit + SPARE, found);
        found.values().stream()
                .filter(f -> answering.visible(query.caller(), f.record()))
                .limit(limit)
                .forEach(f -> {
                    checkDeadline(query);
                    sink.accept(item(f, answering.facts(query.caller(), f.record())));
                });
    }

    /** A partial search is told with each item; one that found nothing is not passed off as "no hit". */
    private void searchPrints(ConnectorQuery query, int limit, Map<OriginRef, Found> found) {
        if (query.samples().isEmpty() || !description.searchable().contains(SearchField.FINGERPRINTS)) {
            return;
        }
        Identification answer =
                biometrics.identify(query.caller(), query.samples(), Set.of(description.system()), limit);
        Optional<Coverage> partial = Optional.of(answer.coverage()).filter(c -> !c.complete());
        answer.candidates().stream()
                .filter(c -> c.comparison().outcome() == Outcome.SAME)
                .flatMap(c -> found(c, partial).stream())
                // Before the coverage is judged: a hidden record must not turn "partly searched" into "nothing found".
                .filter(f -> answering.visible(query.caller(), f.record()))
                .forEach(f -> found.put(f.record().ref(), f));
        if (found.isEmpty() && partial.isPresent()) {
            throw ProblemException.of(ProblemType.COMPONENT_UNAVAILABLE, "only part of the prints could be searched");
        }
    }

    private Optional<Found> found(Candidate candidate, Optional<Coverage> partial) {
        return records.find(candidate.ref())
                .map(r -> new Found(
                        r,
                        EnumSet.of(MatchedBy.FINGERPRINTS),
                        candidate.comparison().score(),
                        partial));
    }

    private void searchRecords(ConnectorQuery query, int limit, Map<OriginRef, Found> found) {
        List<RecordMatch> matches = records.search(Set.of(description.system()), query.search(), limit);
        for (RecordMatch match : matches) {
            by(match)
                    .forEach(by -> found.merge(
                            match.record().ref(),
                            new Found(match.record(), EnumSet.of(by), match.similarity(), Optional.empty()),
                            (old, now) -> old.and(by, match.similarity())));
        }
    }

    private static Stream<MatchedBy> by(RecordMatch match) {
        Stream<MatchedBy> identity = match.byIdentity() ? Stream.of(MatchedBy.IDENTITY) : Stream.empty();
        return match.byDocument() ? Stream.concat(identity, Stream.of(MatchedBy.DOCUMENT)) : identity;
    }

    @Override
    public final Optional<Item> fetch(String recordId) {
        return records.find(new OriginRef(description.system(), recordId))
                .map(r -> item(new Found(r, Set.of(), 0, Optional.empty()), List.of()));
    }

    @Override
    public Health health() {
        return Health.UP;
    }

    private Item item(Found found, List<Fact> facts) {
        OriginRecord record = found.record();
        List<Fact> all = Stream.concat(facts.stream(), found.partial().map(CentralConnector::coverage).stream())
                .toList();
        return new Item(
                record.ref(),
                records.groupOf(record.ref()).map(IdentityGroup::ref),
                found.by(),
                found.score(),
                Optional.of(record.identity()),
                record.documents(),
                record.samples(),
                all);
    }

    private static Fact coverage(Coverage c) {
        return new Fact(DataCategory.REFERENCE, "coverage", c.templatesCovered() + "/" + c.templatesKnown());
    }

    private void checkDeadline(ConnectorQuery query) {
        if (machineTime.instant().isAfter(query.deadline())) {
            throw ProblemException.of(ProblemType.REQUEST_TIMEOUT, "the search passed its deadline");
        }
    }
}
