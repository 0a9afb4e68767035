package org.polyonym.mid.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.audit.StoredAuditEntry;
import org.polyonym.cir.IdentityRepository;
import org.polyonym.cir.IndividualFile;
import org.polyonym.esp.PortalSearch;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Request;
import org.polyonym.identity.DocumentComparison;
import org.polyonym.identity.IdentityClass;
import org.polyonym.identity.IdentityVerdict;
import org.polyonym.identity.SimilarityRules;
import org.polyonym.model.Authority;
import org.polyonym.model.CaseReference;
import org.polyonym.model.GroupRef;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.notification.Notification;
import org.polyonym.notification.Notifications;
import org.polyonym.registry.SearchQuery;
import org.polyonym.store.Task;
import org.polyonym.store.UnitOfWork;
import org.polyonym.store.internal.SqlStore;
import org.polyonym.store.internal.StoreConfig;
import org.polyonym.time.LegalClock;

/** The detector over the real store, with records, matcher and portal played by the test. */
final class World implements AutoCloseable, LegalClock, Notifications, AuditLog, IdentityRepository, PortalSearch {
    static final Caller SOMEBODY = caller("BORDER_FIRST_LINE@MS-9");

    final SqlStore store = SqlStore.open(StoreConfig.memory());
    final FakeRecords records = new FakeRecords();
    final FakeMatching matching = new FakeMatching();
    final FakeAccess access = new FakeAccess();
    final List<Notification> sent = new ArrayList<>();
    final List<AuditEntry> log = new ArrayList<>();
    final Set<String> joined = new TreeSet<>();
    final LinkBook book = new LinkBook(new MidRules(Tables.BOOK), store.documents(), records, this, this, this, this);
    Instant now = Instant.parse("2026-03-01T08:00:00Z");

    static Caller caller(String authority) {
        return new Caller(Authority.of(authority), "officer-7", Purpose.ASYLUM, CaseReference.of("case-7"));
    }

    /** Enters a record without detection. */
    OriginRef enter(RecordBuilder builder) {
        OriginRecord record = builder.build(now);
        records.records.put(record.ref(), record);
        builder.fingers().ifPresent(person -> matching.fingersOf.put(record.ref(), person));
        now = now.plus(Duration.ofMinutes(1));
        return record.ref();
    }

    /** Enters a record and detects. */
    OriginRef register(RecordBuilder builder) {
        OriginRef ref = enter(builder);
        detect(ref);
        return ref;
    }

    void detect(OriginRef ref) {
        DetectTasks tasks = new DetectTasks(book, matching, this, Map.of());
        store.transactions().inTransaction(uow -> {
            tasks.handle(uow, new Task("t", DetectTasks.QUEUE, ref.text(), 1, SOMEBODY));
            return true;
        });
    }

    /** Erases a record and lets the detector review what hung on it. */
    void erase(OriginRef ref, OriginRef reviewed) {
        records.erase(ref);
        matching.fingersOf.remove(ref);
        detect(reviewed);
    }

    LinkDecisions decisions() {
        return new LinkDecisions(book, store.transactions(), store.outbox());
    }

    /** Decides with everything that a decision needs. */
    LinkDecisions.Outcome decide(String authority, Link link, String finding) {
        return decisions()
                .decide(
                        caller(authority),
                        access.profile(caller(authority)),
                        link.linkId(),
                        new Finding(finding, "interview", "national file 3", true, true));
    }

    /** The link between the groups of two records. */
    Optional<Link> between(OriginRef a, OriginRef b) {
        return store.transactions().inTransaction(uow -> book.store().between(uow, groupOf(a), groupOf(b)));
    }

    Link linkBetween(OriginRef a, OriginRef b) {
        return between(a, b).orElseThrow(() -> new AssertionError("no link between " + a + " and " + b));
    }

    private GroupRef groupOf(OriginRef ref) {
        return records.groupOf(ref).map(group -> group.ref()).orElse(new GroupRef(ref.system(), ref.recordId()));
    }

    /** Every link, also one that hangs on a group that is no more. */
    List<Link> links() {
        Set<GroupRef> groups =
                records.records.keySet().stream().map(this::groupOf).collect(Collectors.toSet());
        records.records.keySet().forEach(ref -> groups.add(new GroupRef(ref.system(), ref.recordId())));
        return book.store().touching(groups);
    }

    /** What the links say, without identifiers: colour, flags and the records of both sides. */
    Set<String> content() {
        return links().stream()
                .map(link -> link.colour() + " " + link.row().row() + " "
                        + link.status().discrepancy() + " " + new TreeSet<>(texts(link.records())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> texts(List<OriginRef> refs) {
        return refs.stream().map(OriginRef::text).toList();
    }

    List<String> sentTo(String authority) {
        return sent.stream()
                .filter(message -> message.recipient().equals(Authority.of(authority)))
                .map(Notification::type)
                .toList();
    }

    Object call(Endpoint endpoint, String authority, Map<String, String> parameters) {
        return endpoint.handle(new FakeRequest(caller(authority), parameters, Optional.empty()))
                .body()
                .orElseThrow();
    }

    record FakeRequest(Caller caller, Map<String, String> parameters, Optional<Object> content) implements Request {
        @Override
        public String path(String name) {
            return parameters.get(name);
        }

        @Override
        public Optional<String> query(String name) {
            return Optional.ofNullable(parameters.get(name));
        }

        @Override
        public <T> T body(Class<T> type) {
            return type.cast(content.orElseThrow());
        }

        @Override
        public Duration waitAtMost() {
            return Duration.ZERO;
        }
    }

    @Override
    public List<Found> search(Caller component, Set<SystemId> systems, SearchQuery query) {
        List<Found> found = new ArrayList<>();
        for (OriginRecord record : records.records.values()) {
            IdentityVerdict verdict = SimilarityRules.compare(query.identity(), record.identity());
            // The search index knows the names of victims too.
            boolean identity = verdict.identityClass() != IdentityClass.DIFFERENT || verdict.misusedHint();
            boolean document = DocumentComparison.of(query.documents(), record.documents()) == DocumentComparison.SAME;
            if (systems.contains(record.ref().system()) && (identity || document)) {
                found.add(new Found(record.ref(), identity, document));
            }
        }
        return found;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public boolean virtual() {
        return true;
    }

    @Override
    public Notification send(
            UnitOfWork uow, Authority recipient, String type, List<String> subject, Map<String, String> facts) {
        Notification message = new Notification("n" + sent.size(), now, recipient, type, subject, facts);
        sent.add(message);
        return message;
    }

    @Override
    public List<Notification> of(Authority recipient, String afterId, int limit) {
        return sent.stream().filter(m -> m.recipient().equals(recipient)).toList();
    }

    @Override
    public void append(UnitOfWork unitOfWork, AuditEntry entry) {
        log.add(entry);
    }

    @Override
    public void append(AuditEntry entry) {
        log.add(entry);
    }

    @Override
    public List<StoredAuditEntry> read(long afterSequence, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<IndividualFile> fileOf(OriginRef origin) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<IndividualFile> file(String fileId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void join(UnitOfWork uow, GroupRef a, GroupRef b) {
        joined.add(Link.pair(a, b));
    }

    @Override
    public void part(UnitOfWork uow, GroupRef a, GroupRef b) {
        joined.remove(Link.pair(a, b));
    }

    /** Every stored document of the detector as text. */
    String everythingStored() {
        StringBuilder all = new StringBuilder();
        for (Link link : links()) {
            all.append(link)
                    .append(book.store().verification(link.linkId()))
                    .append(book.store().file(link.sin()));
        }
        return all.toString();
    }

    /** Records of a group in order of entry. */
    void groupByEntry(Set<OriginRef> members) {
        records.group(new HashSet<>(members)
                .stream()
                        .sorted(Comparator.comparing(
                                ref -> records.find(ref).orElseThrow().createdAt()))
                        .toArray(OriginRef[]::new));
    }

    @Override
    public void close() {
        store.close();
    }
}
