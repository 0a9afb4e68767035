package org.polyonym.gateway.internal.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.access.Profile;
import org.polyonym.access.SourceRight;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.esp.PortalSearch;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.RecordMatch;
import org.polyonym.registry.Records;
import org.polyonym.registry.SearchQuery;
import org.polyonym.registry.SystemOfRecord;

/**
 * The direct way to one central system while the portal is not there (IO 11(3)): the same profile, the same keys, the same
 * records as they may be read one by one, the same log. SIS may be searched so at any time (IO 7(5)).
 */
@Component
public final class SearchSystem implements Endpoint {
    /** Most records of an answer, as a connector of a central system gives. */
    static final int MAX_RECORDS = 50;
    /** Matches looked at, so that hidden ones do not push visible ones out. */
    static final int MAX_MATCHES = 2 * MAX_RECORDS;

    /** Systems whose law for searching is the one for reading; Europol and Interpol have more to say and are left out. */
    private static final Set<SystemId> DIRECT = Set.of(SystemId.SIS, SystemId.EES, SystemId.VIS, SystemId.EURODAC);

    private static final Set<SystemId> ALWAYS = Set.of(SystemId.SIS);

    private final AccessControl access;
    private final AuditLog audit;
    private final Records records;
    private final Systems systems;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile PortalSearch portal;

    /**
     * The answer.
     *
     * @param system the system
     * @param found whether anything was found that the caller may know of
     * @param records as the caller may see them, at most 50; none where only whether may be told
     */
    record Found(SystemId system, boolean found, List<OriginRecord> records) {}

    /** Called by the component runtime. */
    @Activate
    public SearchSystem(
            @Reference AccessControl access,
            @Reference AuditLog audit,
            @Reference Records records,
            @Reference Systems systems) {
        this.access = access;
        this.audit = audit;
        this.records = records;
        this.systems = systems;
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public String path() {
        return "/v1/systems/{system}/searches";
    }

    @Override
    public String operationId() {
        return "searchSystem";
    }

    @Override
    public Reply handle(Request request) {
        SystemId id = Places.system(request);
        Caller caller = request.caller();
        SourceRight right = right(caller, id);
        if (portal != null && !ALWAYS.contains(id)) {
            throw ProblemException.of(ProblemType.PORTAL_IN_USE, "the direct way is open while the portal is away");
        }
        SystemOfRecord system = systems.running(id);
        SearchQuery keys = request.body(SearchQuery.class).cutTo(right.searchable());
        audit.append(new AuditEntry(
                "DIRECT_QUERY",
                caller,
                List.of(),
                Map.of("system", id.text(), "mode", keys.mode().name(), "portal", portal == null ? "away" : "there")));
        List<OriginRecord> visible = keys.selective() ? search(caller, system, keys) : List.of();
        audit.append(new AuditEntry(
                "DIRECT_ANSWER",
                caller,
                visible.stream().map(r -> r.ref().text()).toList(),
                Map.of("system", id.text(), "items", Integer.toString(visible.size()))));
        boolean onlyWhether = right.reply().equals(Set.of(DataCategory.REFERENCE));
        return Reply.ok(new Found(id, !visible.isEmpty(), onlyWhether ? List.of() : visible));
    }

    private SourceRight right(Caller caller, SystemId id) {
        Profile profile = access.profile(caller);
        return profile.right(id)
                .filter(right -> profile.namesSource()
                        && right.search()
                        && !right.reply().isEmpty())
                .filter(right -> DIRECT.contains(id))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.ACCESS_DENIED,
                        "the profile " + profile.id() + " does not search " + id + " directly"));
    }

    private List<OriginRecord> search(Caller caller, SystemOfRecord system, SearchQuery keys) {
        return records.search(Set.of(system.system()), keys, MAX_MATCHES).stream()
                .map(RecordMatch::record)
                .map(record -> system.read(caller, record.ref().recordId()))
                .flatMap(Optional::stream)
                .limit(MAX_RECORDS)
                .collect(Collectors.toList());
    }
}
