package org.polyonym.cir.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.access.Profile;
import org.polyonym.access.SourceRight;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.cir.IdentityRepository;
import org.polyonym.cir.IndividualFile;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.model.IdentityData;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * The individual file of a record, cut to the partitions whose systems the caller's profile sees (IO 18(3)). A file that
 * holds nothing for the caller is as good as absent.
 */
@Component
public final class ReadIndividualFileEndpoint implements Endpoint {
    private final IdentityRepository files;
    private final AccessControl access;
    private final AuditLog log;

    /** Wires. */
    @Activate
    public ReadIndividualFileEndpoint(
            @Reference IdentityRepository files, @Reference AccessControl access, @Reference AuditLog log) {
        this.files = files;
        this.access = access;
        this.log = log;
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return "/v1/individual-files/{system}/{recordId}";
    }

    @Override
    public String operationId() {
        return "readIndividualFile";
    }

    @Override
    public Reply handle(Request request) {
        Caller caller = request.caller();
        access.requireOperation(caller, operationId());
        OriginRef origin = new OriginRef(SystemId.of(request.path("system")), request.path("recordId"));
        Profile profile = access.profile(caller);
        IndividualFile file = Optional.of(profile)
                .filter(p -> p.namesSource() && p.sees(origin.system()))
                .flatMap(p -> files.fileOf(origin))
                .map(found -> cut(found, profile))
                .filter(found -> holds(found, origin))
                .orElseThrow(() ->
                        ProblemException.of(ProblemType.NOT_FOUND, "there is no individual file for this record"));
        log.append(new AuditEntry(
                "INDIVIDUAL_FILE_READ",
                caller,
                file.partitions().stream().map(part -> part.origin().text()).toList(),
                Map.of("profile", profile.id())));
        return Reply.ok(file);
    }

    private static boolean holds(IndividualFile file, OriginRef origin) {
        return file.partitions().stream().anyMatch(part -> part.origin().equals(origin));
    }

    /** The partitions of systems that the profile gives access to, each cut to its data categories. */
    static IndividualFile cut(IndividualFile file, Profile profile) {
        List<IndividualFile.Partition> seen = file.partitions().stream()
                .filter(part -> profile.sees(part.origin().system()))
                .flatMap(part -> profile.right(part.origin().system()).stream()
                        .map(SourceRight::reply)
                        .filter(reply -> reply.contains(DataCategory.IDENTITY))
                        .map(reply -> cut(part, reply)))
                .toList();
        return new IndividualFile(file.fileId(), seen);
    }

    private static IndividualFile.Partition cut(IndividualFile.Partition part, Set<DataCategory> reply) {
        return new IndividualFile.Partition(
                part.origin(),
                reply.contains(DataCategory.IDENTITY) ? part.identity() : IdentityData.NONE,
                reply.contains(DataCategory.DOCUMENT) ? part.documents() : List.of(),
                reply.contains(DataCategory.BIOMETRIC) ? part.samples() : List.of());
    }
}
