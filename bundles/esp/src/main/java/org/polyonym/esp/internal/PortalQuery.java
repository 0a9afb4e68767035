package org.polyonym.esp.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polyonym.access.Profile;
import org.polyonym.access.SourceRight;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.connector.Item;
import org.polyonym.esp.SourceStatus;
import org.polyonym.http.Reply.LineStream;
import org.polyonym.model.GroupRef;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * One portal query: starts the fan-out and writes each source's line as it comes, its audit entry first. Used once, by one
 * thread.
 */
final class PortalQuery implements LineStream {
    /** How often deadlines are looked at while nothing arrives. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private final SourceCall.Asking asking;
    private final Profile profile;
    private final Portal portal;
    private final Arrivals arrivals = new Arrivals();
    private final List<SourceRight> queried;
    private final Set<GroupRef> hit = new HashSet<>();

    /** What every query of this component uses. */
    record Portal(
            Sources sources,
            FanOut fanOut,
            AuditLog audit,
            LinkPart links,
            InstantSource machineTime,
            boolean virtual) {}

    PortalQuery(SourceCall.Asking asking, Profile profile, Portal portal) {
        this.asking = asking;
        this.profile = profile;
        this.portal = portal;
        this.queried = profile.rights().stream()
                .filter(r -> r.search() && asking.keys().cutTo(r.searchable()).selective())
                .toList();
    }

    /** Stores the entry of the query; called before anything is asked or written. */
    PortalQuery logged() {
        portal.audit()
                .append(new AuditEntry(
                        "PORTAL_QUERY",
                        asking.caller(),
                        List.of(asking.queryId()),
                        Map.of(
                                "profile", profile.id(),
                                "sources",
                                        joined(queried.stream()
                                                .map(r -> r.system().text())),
                                "fields", joined(asking.keys().fields().stream().map(Enum::name)),
                                "mode", asking.keys().query().mode().name())));
        return this;
    }

    @Override
    public void writeTo(Consumer<Object> line) {
        List<SourceCall> calls = queried.stream().map(this::call).toList();
        try {
            line.accept(new AnswerLine.Query(asking.queryId(), profile, portal.virtual()));
            portal.fanOut().start(calls);
            for (int open = calls.size(); open > 0; open--) {
                release(next(calls), line);
            }
            line.accept(portal.links().of(asking.caller(), profile, hit));
            line.accept(new AnswerLine.End());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.causedBy(ProblemType.REQUEST_TIMEOUT, "the search was broken off", e);
        } finally {
            calls.forEach(c -> c.end("the query is over"));
        }
    }

    private SourceCall call(SourceRight right) {
        return new SourceCall(
                asking, right, () -> portal.sources().of(right.system()), portal.machineTime(), arrivals::add);
    }

    /** Waits for the next answer; calls whose time is over answer for themselves with UNAVAILABLE. */
    private SourceAnswer next(List<SourceCall> calls) throws InterruptedException {
        while (true) {
            Optional<SourceAnswer> arrived = arrivals.next(LOOK);
            if (arrived.isPresent()) {
                return arrived.get();
            }
            Instant now = portal.machineTime().instant();
            calls.stream()
                    .filter(c -> !c.isSettled() && now.isAfter(c.deadline()))
                    .forEach(SourceCall::late);
        }
    }

    private void release(SourceAnswer answer, Consumer<Object> line) {
        SourceRight right = profile.right(answer.system()).orElseThrow();
        AnswerLine.SourceLine released = AnswerLine.of(profile, right, answer);
        portal.audit().append(entry(answer, released.source().status()));
        if (released.source().status() == SourceStatus.ANSWERED) {
            answer.items().stream().flatMap(i -> i.group().stream()).forEach(hit::add);
        }
        line.accept(released);
    }

    private AuditEntry entry(SourceAnswer answer, SourceStatus released) {
        List<String> subject = new ArrayList<>(List.of(asking.queryId()));
        answer.items().stream().map(Item::origin).forEach(origin -> subject.add(origin.text()));
        return new AuditEntry(
                "PORTAL_SOURCE_ANSWER",
                asking.caller(),
                subject,
                Map.of(
                        "system", answer.system().text(),
                        "status", released.name(),
                        "items", String.valueOf(answer.items().size()),
                        "reason", answer.reason()));
    }

    private static String joined(Stream<String> words) {
        return words.sorted().collect(Collectors.joining(","));
    }
}
