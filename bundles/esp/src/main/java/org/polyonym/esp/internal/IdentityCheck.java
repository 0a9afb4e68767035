package org.polyonym.esp.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.access.Profile;
import org.polyonym.access.SearchField;
import org.polyonym.access.SourceRight;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.cir.IdentityRepository;
import org.polyonym.cir.IndividualFile;
import org.polyonym.cir.IndividualFile.Partition;
import org.polyonym.esp.SourceStatus;
import org.polyonym.esp.internal.CheckAnswer.Method;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityData;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.OriginRef;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Records;
import org.polyonym.registry.SearchQuery;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.sbms.Identification;
import org.polyonym.sbms.Outcome;

/** Identification by the police in the common identity repository (IO 20). Thread-safe. */
final class IdentityCheck {
    /** Most candidates of one check. */
    static final int MAX_CANDIDATES = 20;
    /** The systems whose identity data the repository holds (IO 18(1)). */
    static final Set<SystemId> REPOSITORY =
            Set.of(SystemId.EES, SystemId.VIS, SystemId.ETIAS, SystemId.EURODAC, SystemId.ECRIS_TCN);
    /** Failures of the biometric query after which IO 20(3) opens the query with data. */
    private static final Set<ProblemType> BIOMETRICS_FAILED = Set.of(
            ProblemType.QUALITY_TOO_LOW,
            ProblemType.IMAGE_TOO_SMALL,
            ProblemType.NOT_AN_IMAGE,
            ProblemType.IMAGE_TRUNCATED,
            ProblemType.COMPONENT_UNAVAILABLE,
            ProblemType.OVERLOADED);

    private final BiometricMatching biometrics;
    private final Supplier<IdentityRepository> repository;
    private final Records records;
    private final AuditLog audit;
    private final LinkPart links;

    private record Search(Method method, Collection<OriginRef> found, String fallback) {}

    IdentityCheck(
            BiometricMatching biometrics,
            Supplier<IdentityRepository> repository,
            Records records,
            AuditLog audit,
            LinkPart links) {
        this.biometrics = biometrics;
        this.repository = repository;
        this.records = records;
        this.audit = audit;
        this.links = links;
    }

    CheckAnswer check(Caller caller, Profile profile, CheckRequest request, LocalDate today) {
        if (caller.purpose() != Purpose.ID_CHECK_ART20) {
            throw ProblemException.of(ProblemType.ACCESS_DENIED, "an identity check needs the purpose of Art 20");
        }
        request.check(today);
        Search search = search(caller, profile, request);
        Map<String, IndividualFile> files = new LinkedHashMap<>();
        search.found().stream()
                .flatMap(ref -> repository.get().fileOf(ref).stream())
                .forEach(file -> files.put(file.fileId(), file));
        List<Partition> partitions =
                files.values().stream().flatMap(f -> f.partitions().stream()).toList();
        AnswerLine.Links seen = links.of(caller, profile, groups(partitions));
        List<CheckAnswer.Flag> red = redFlags(seen);
        CheckAnswer answer = new CheckAnswer(
                !files.isEmpty(),
                search.method(),
                partitions.stream().flatMap(p -> person(profile, p).stream()).toList(),
                status(seen, red),
                red);
        audit.append(entry(caller, profile, request, search, partitions));
        return answer;
    }

    /** Biometrics first; data only where they cannot be used or the query with them fails. */
    private Search search(Caller caller, Profile profile, CheckRequest request) {
        if (request.prints().isEmpty()) {
            return byData(profile, request, request.fallbackReason().orElse(""));
        }
        try {
            return byPrints(caller, profile, request);
        } catch (ProblemException e) {
            if (BIOMETRICS_FAILED.contains(e.type()) && request.mayFallBack()) {
                return byData(profile, request, e.type().name());
            }
            throw e;
        }
    }

    private Search byPrints(Caller caller, Profile profile, CheckRequest request) {
        Set<SystemId> scope = scope(profile, SearchField.FINGERPRINTS);
        Identification answer = biometrics.identify(caller, request.prints(), scope, MAX_CANDIDATES);
        List<OriginRef> same = answer.candidates().stream()
                .filter(c -> c.comparison().outcome() == Outcome.SAME)
                .map(c -> c.ref())
                .toList();
        if (same.isEmpty() && !answer.coverage().complete()) {
            throw ProblemException.of(ProblemType.COMPONENT_UNAVAILABLE, "only part of the prints could be searched");
        }
        return new Search(Method.BIOMETRICS, same, "");
    }

    /** Identity data together with documents, or the identity data alone (IO 20(3)). */
    private Search byData(Profile profile, CheckRequest request, String reason) {
        Stream<OriginRef> byDocument = search(
                scope(profile, SearchField.TRAVEL_DOCUMENT),
                new SearchQuery(IdentityData.NONE, request.documents(), SearchQuery.Mode.EXACT));
        Stream<OriginRef> byName = search(
                scope(profile, SearchField.FAMILY_NAME),
                new SearchQuery(request.identity(), List.of(), SearchQuery.Mode.ONE_EDIT));
        return new Search(
                Method.DATA, Stream.concat(byDocument, byName).distinct().toList(), reason);
    }

    private Stream<OriginRef> search(Set<SystemId> scope, SearchQuery query) {
        if (scope.isEmpty()
                || query.documents().isEmpty() && query.identity().names().isEmpty()) {
            return Stream.empty();
        }
        return records.search(scope, query, MAX_CANDIDATES).stream()
                .map(m -> m.record().ref());
    }

    private static Set<SystemId> scope(Profile profile, SearchField field) {
        return profile.rights().stream()
                .filter(r -> r.search() && r.searchable().contains(field))
                .map(SourceRight::system)
                .filter(REPOSITORY::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<CheckAnswer.Person> person(Profile profile, Partition p) {
        return profile.right(p.origin().system())
                .filter(r -> profile.sees(r.system()))
                .map(r -> new CheckAnswer.Person(
                        r.reply().contains(DataCategory.IDENTITY) ? p.identity() : IdentityData.NONE,
                        r.reply().contains(DataCategory.DOCUMENT) ? p.documents() : List.of(),
                        r.reply().contains(DataCategory.BIOMETRIC) ? p.samples() : List.of()));
    }

    private Set<GroupRef> groups(List<Partition> partitions) {
        return partitions.stream()
                .flatMap(p -> records.groupOf(p.origin()).stream())
                .map(IdentityGroup::ref)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<CheckAnswer.Flag> redFlags(AnswerLine.Links seen) {
        return seen.links().stream()
                .filter(l -> l.colour() == LinkColour.RED)
                .map(l -> new CheckAnswer.Flag(l.colour(), l.statement()))
                .distinct()
                .toList();
    }

    /** Links of another colour must not show in the status either. */
    private static SourceStatus status(AnswerLine.Links seen, List<CheckAnswer.Flag> red) {
        if (seen.status() == SourceStatus.UNAVAILABLE) {
            return SourceStatus.UNAVAILABLE;
        }
        return red.isEmpty() ? SourceStatus.EMPTY_OR_NOT_PERMITTED : SourceStatus.ANSWERED;
    }

    private static AuditEntry entry(
            Caller caller, Profile profile, CheckRequest request, Search search, List<Partition> partitions) {
        return new AuditEntry(
                "IDENTITY_CHECK",
                caller,
                partitions.stream().map(p -> p.origin().text()).toList(),
                Map.of(
                        "profile", profile.id(),
                        "ground", request.ground().orElseThrow().name(),
                        "method", search.method().name(),
                        "modality", request.prints().isEmpty() ? "" : "FINGERPRINT",
                        "fallback", search.fallback(),
                        "bestInterests", request.bestInterestsReason().orElse("")));
    }
}
