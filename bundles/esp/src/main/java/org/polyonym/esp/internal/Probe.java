package org.polyonym.esp.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.access.SearchField;
import org.polyonym.access.SourceRight;
import org.polyonym.connector.Description;
import org.polyonym.esp.SourceStatus;
import org.polyonym.model.CaseReference;
import org.polyonym.model.Country;
import org.polyonym.model.IdentityData;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.Purpose;
import org.polyonym.model.Sex;
import org.polyonym.model.TravelDocument;
import org.polyonym.registry.SearchQuery;

/** Asks a source for a person who does not exist, guarded like every call of the portal. */
final class Probe {
    /** Time for a probe, where the connector does not claim less. */
    static final Duration LIMIT = Duration.ofMillis(1_500);

    private static final Caller CALLER =
            Caller.component("portal-probe", Purpose.OPERATIONS, CaseReference.of("CONNECTOR-PROBE"));
    /** The year is one in which no living person was born; the state is that of stateless persons. */
    private static final SearchKeys NOBODY = new SearchKeys(
            new SearchQuery(
                    new IdentityData(
                            List.of(PersonName.current("POLYONYM-PROBE", "Nobody")),
                            PartialDate.of("1901-01-01"),
                            "",
                            Optional.empty(),
                            Sex.U,
                            List.of()),
                    List.of(new TravelDocument("P", "PROBE000", Country.of("XXA"), Optional.empty())),
                    SearchQuery.Mode.EXACT),
            List.of());

    private final InstantSource machineTime;

    Probe(InstantSource machineTime) {
        this.machineTime = machineTime;
    }

    /** Why it did not pass; empty when it did. A source that refuses by its own law has passed. */
    Optional<String> failure(Source source, Description description) throws InterruptedException {
        Duration claimed = description.limits().timeout();
        Instant deadline = machineTime.instant().plus(claimed.compareTo(LIMIT) < 0 ? claimed : LIMIT);
        SourceRight right = new SourceRight(
                description.system(),
                true,
                EnumSet.allOf(SearchField.class),
                EnumSet.noneOf(DataCategory.class),
                "probe");
        CompletableFuture<SourceAnswer> answer = new CompletableFuture<>();
        SourceCall call = new SourceCall(
                new SourceCall.Asking("probe", CALLER, NOBODY, deadline, true),
                right,
                () -> Optional.of(source).filter(s -> !s.retired()),
                machineTime,
                answer::complete);
        ConnectorThread.start(source.platforms(), "probe-connector", call);
        SourceAnswer given = await(call, answer, Duration.between(machineTime.instant(), deadline));
        boolean passed = given.status() != SourceStatus.UNAVAILABLE || call.refused();
        return passed ? Optional.empty() : Optional.of(given.reason());
    }

    private static SourceAnswer await(SourceCall call, CompletableFuture<SourceAnswer> answer, Duration limit)
            throws InterruptedException {
        try {
            return answer.get(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call.late();
            return answer.join();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer is only ever completed with a value", e);
        }
    }
}
