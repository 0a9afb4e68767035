package org.polyonym.gateway.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.audit.StoredAuditEntry;
import org.polyonym.gateway.internal.FakeAccess;
import org.polyonym.gateway.internal.Server;
import org.polyonym.model.CaseReference;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.registry.RecordMatch;
import org.polyonym.registry.Records;
import org.polyonym.registry.SearchQuery;
import org.polyonym.registry.Submission;
import org.polyonym.store.UnitOfWork;

class SearchSystemTest {
    private static final String DIRECT = "/v1/systems/EES/searches";
    private static final String KEYS =
            "{\"identity\":{\"names\":[{\"familyName\":\"SELMANI\",\"givenNames\":\"Nadir\"}],"
                    + "\"birthDate\":\"1991-11-22\"}}";

    private final Server server = new Server();
    private final MemorySystem ees = new MemorySystem(SystemId.EES);
    private final Found records = new Found();
    private final Log log = new Log();
    private final SearchSystem search;

    SearchSystemTest() {
        Systems systems = new Systems();
        systems.add(ees);
        search = new SearchSystem(server.access, log, records, systems);
    }

    @BeforeEach
    void start() {
        server.offer(search);
        server.access.reaches = Set.of(SystemId.EES, SystemId.SIS, SystemId.EUROPOL);
        Submission submission =
                new Submission("ENTRY", Optional.of("e-1"), null, List.of(), List.of(), java.util.Map.of());
        ees.register(FakeAccess.guard(CaseReference.of("case-1")), submission);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void givesWhatTheCallerMayReadWithKeysCutToTheProfileAndLogsBoth() {
        Server.Answer answer = server.post(DIRECT, KEYS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/found").asBoolean()).isTrue();
        assertThat(answer.json().at("/records/0/ref").asText()).isEqualTo("EES/e-1");
        assertThat(records.asked.getFirst().identity().names().getFirst().familyName())
                .isEqualTo("SELMANI");
        assertThat(records.asked.getFirst().identity().names().getFirst().givenNames())
                .as("the profile has the family name alone")
                .isEmpty();
        assertThat(records.asked.getFirst().identity().birthDate().year()).isZero();
        assertThat(log.entries).extracting(AuditEntry::event).containsExactly("DIRECT_QUERY", "DIRECT_ANSWER");
        assertThat(log.entries.getLast().subject()).containsExactly("EES/e-1");
    }

    @Test
    void aHiddenRecordLooksLikeNone() {
        ees.hidden = "e-1";

        assertThat(server.post(DIRECT, KEYS).json().at("/found").asBoolean()).isFalse();
    }

    @Test
    void isClosedWhileThePortalIsThereExceptForSis() {
        search.portal = (caller, systems, query) -> List.of();

        assertThat(server.post(DIRECT, KEYS).json().at("/code").asText()).isEqualTo("PLY-4014");
        assertThat(server.post("/v1/systems/SIS/searches", KEYS)
                        .json()
                        .at("/code")
                        .asText())
                .as("SIS is not refused; here it does not run")
                .isEqualTo("PLY-5001");
        assertThat(records.asked).isEmpty();
    }

    @Test
    void isNoWayIntoSystemsWhoseConnectorsKnowMoreLawNorBeyondTheProfile() {
        assertThat(server.post("/v1/systems/EUROPOL/searches", KEYS)
                        .json()
                        .at("/code")
                        .asText())
                .isEqualTo("PLY-2006");
        server.access.reaches = Set.of();
        assertThat(server.post(DIRECT, KEYS).json().at("/code").asText()).isEqualTo("PLY-2006");
        assertThat(log.entries).isEmpty();
    }

    /** Finds every record of the system. */
    private final class Found implements Records {
        private final List<SearchQuery> asked = new ArrayList<>();

        @Override
        public List<RecordMatch> search(Set<SystemId> systems, SearchQuery query, int limit) {
            asked.add(query);
            return ees.records.values().stream()
                    .map(r -> new RecordMatch(r, true, false, 1))
                    .toList();
        }

        @Override
        public Optional<OriginRecord> find(OriginRef ref) {
            return Optional.empty();
        }

        @Override
        public Optional<OriginRecord> find(UnitOfWork uow, OriginRef ref) {
            return Optional.empty();
        }

        @Override
        public Optional<IdentityGroup> groupOf(OriginRef ref) {
            return Optional.empty();
        }

        @Override
        public Optional<IdentityGroup> group(GroupRef ref) {
            return Optional.empty();
        }
    }

    private static final class Log implements AuditLog {
        private final List<AuditEntry> entries = new ArrayList<>();

        @Override
        public void append(UnitOfWork unitOfWork, AuditEntry entry) {
            append(entry);
        }

        @Override
        public void append(AuditEntry entry) {
            entries.add(entry);
        }

        @Override
        public List<StoredAuditEntry> read(long afterSequence, int limit) {
            return List.of();
        }
    }
}
