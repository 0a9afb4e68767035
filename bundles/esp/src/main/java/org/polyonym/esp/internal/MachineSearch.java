package org.polyonym.esp.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.esp.PortalSearch;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.RecordMatch;
import org.polyonym.registry.Records;
import org.polyonym.registry.SearchQuery;

/**
 * Searches of components under the machine profile (IO 27(3)-(4), R-ESP-06). They read the records and not the connectors:
 * a connector answers as its system's law answers a person, cut to alerts that the person may see, to a number of items and
 * to a time, and detection may miss nobody for any of these reasons. See {@code docs/decisions/0010-portal.md}.
 */
@Component
public final class MachineSearch implements PortalSearch {
    /** Most records that one search may find before it is refused as too wide; a cut list would be a missed person. */
    static final int MAX_FOUND = 5_000;

    private final Records records;
    private final AuditLog audit;

    /** Over the records of all systems. */
    @Activate
    public MachineSearch(@Reference Records records, @Reference AuditLog audit) {
        this.records = records;
        this.audit = audit;
    }

    @Override
    public List<Found> search(Caller component, Set<SystemId> systems, SearchQuery query) {
        if (component.purpose() != Purpose.MULTIPLE_IDENTITY_DETECTION) {
            throw ProblemException.of(ProblemType.ACCESS_DENIED, "machine searches serve detection only");
        }
        SearchKeys keys = new SearchKeys(query, List.of());
        if (systems.isEmpty() || !keys.selective()) {
            return List.of();
        }
        List<RecordMatch> matches = records.search(systems, query, MAX_FOUND + 1);
        if (matches.size() > MAX_FOUND) {
            throw ProblemException.of(ProblemType.DATA_LIMIT, "the search fits more than 5,000 records");
        }
        audit.append(new AuditEntry(
                "MACHINE_QUERY",
                component,
                List.of(),
                Map.of(
                        "systems", joined(systems.stream().map(SystemId::text).toList()),
                        "fields", joined(keys.fields().stream().map(Enum::name).toList()),
                        "mode", query.mode().name(),
                        "found", String.valueOf(matches.size()))));
        return matches.stream()
                .map(m -> new Found(m.record().ref(), m.byIdentity(), m.byDocument()))
                .toList();
    }

    private static String joined(List<String> words) {
        return words.stream().sorted().collect(Collectors.joining(","));
    }
}
