package org.polyonym.gateway.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polyonym.gateway.internal.Server;
import org.polyonym.mid.LinkColour;
import org.polyonym.mid.LinkView;
import org.polyonym.model.Authority;
import org.polyonym.model.GroupRef;
import org.polyonym.model.SystemId;
import org.polyonym.time.LegalClock;

class RecordOperationsTest {
    private static final String RECORDS = "/v1/systems/EES/records";
    private static final String BODY = "{\"category\":\"ENTRY\",\"attributes\":{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}}";
    private static final String NAMED = "{\"category\":\"ENTRY\",\"recordId\":\"e-1\"}";

    private final Server server = new Server();
    private final MemorySystem ees = new MemorySystem(SystemId.EES);
    private final MemoryOutbox outbox = new MemoryOutbox();
    private final MemoryStore store = new MemoryStore();
    private final Systems systems = new Systems();
    private final Detections detections = new Detections(outbox.outbox());
    private final Idempotency idempotency = new Idempotency(store.documents(), store, new LegalClock() {
        @Override
        public Instant now() {
            return MemorySystem.NOW;
        }

        @Override
        public boolean virtual() {
            return true;
        }
    });

    @BeforeEach
    void start() {
        systems.add(ees);
        Readable readable = new Readable(server.access, systems);
        server.offer(new RegisterRecord(server.access, systems, detections, idempotency));
        server.offer(new AmendRecord(server.access, systems, detections));
        server.offer(new EraseRecord(systems));
        server.offer(new ReadRecord(readable));
        server.offer(new ReadImage(readable, systems));
        server.offer(new ReadGroup(readable));
        server.offer(new ReadDetection(server.access, readable, systems, detections));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void acknowledgesAnEntryWithItsPlaceVersionAndDetection() {
        Server.Answer answer = server.post(RECORDS, NAMED);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.headers()).containsEntry("Location", RECORDS + "/e-1").containsEntry("ETag", "\"1\"");
        assertThat(answer.json().at("/record/ref").asText()).isEqualTo("EES/e-1");
        assertThat(answer.json().at("/warnings/0").asText()).isEqualTo("few fingers");
        assertThat(answer.json().at("/detection/state").asText()).isEqualTo("COMPLETED");
        assertThat(answer.json().at("/detection/links").isArray()).isTrue();
    }

    @Test
    void saysThatDetectionIsPendingWhileTheRecordOrItsGroupHasWork() {
        server.post(RECORDS, NAMED);
        outbox.busy.add("EES/e-1");
        assertThat(state(server.get(RECORDS + "/e-1/detection").json())).isEqualTo("PENDING");
        outbox.busy.clear();
        server.post(RECORDS, "{\"category\":\"ENTRY\",\"recordId\":\"e-2\"}");
        outbox.busy.add("EES/e-1");
        assertThat(state(server.get(RECORDS + "/e-2/detection").json())).isEqualTo("PENDING");
        outbox.busy.clear();
        assertThat(state(server.get(RECORDS + "/e-2/detection").json())).isEqualTo("COMPLETED");
    }

    @Test
    void waitsOnlyWhenAskedTo() {
        server.post(RECORDS, NAMED);
        assertThat(outbox.longestWait).isZero();
        server.send("GET", RECORDS + "/e-1/detection", "", Map.of("Prefer", "wait=3"));
        assertThat(outbox.longestWait).hasSeconds(3);
    }

    @Test
    void hasTheSameShapeWithAndWithoutVisibleLinks() {
        server.post(RECORDS, NAMED);
        JsonNode none = server.get(RECORDS + "/e-1/detection").json();
        LinkView link = new LinkView(
                "link-1",
                "sin-1",
                new GroupRef(SystemId.EES, "e-1"),
                new GroupRef(SystemId.SIS, "s-1"),
                LinkColour.RED,
                "",
                "",
                false,
                java.util.Optional.of(Authority.of("SIRENE@MS-1")),
                java.util.Optional.of(MemorySystem.NOW));
        detections.links = (caller, profile, hit) ->
                hit.equals(Set.of(new GroupRef(SystemId.EES, "e-1"))) ? List.of(link) : List.of();
        JsonNode one = server.get(RECORDS + "/e-1/detection").json();
        assertThat(names(none)).containsExactly("state", "links").isEqualTo(names(one));
        assertThat(none.path("links")).isEmpty();
        assertThat(one.at("/links/0/linkId").asText()).isEqualTo("link-1");
    }

    @Test
    void changesARecordOnlyAtTheVersionThatWasRead() {
        server.post(RECORDS, NAMED);
        assertThat(server.send("PUT", RECORDS + "/e-1", BODY, Map.of()).field()).isEqualTo("If-Match");
        assertThat(server.send("PUT", RECORDS + "/e-1", BODY, Map.of("If-Match", "latest"))
                        .code())
                .isEqualTo("PLY-1006");
        Server.Answer changed = server.send("PUT", RECORDS + "/e-1", BODY, Map.of("If-Match", "\"1\""));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.headers()).containsEntry("ETag", "\"2\"");
        assertThat(server.send("PUT", RECORDS + "/e-1", BODY, Map.of("If-Match", "1"))
                        .code())
                .isEqualTo("PLY-1013");
    }

    @Test
    void erasesWithAReasonOnly() {
        server.post(RECORDS, NAMED);
        assertThat(server.send("DELETE", RECORDS + "/e-1", "", Map.of()).field())
                .isEqualTo("reason");
        assertThat(server.send("DELETE", RECORDS + "/e-1?reason=entered%20twice", "", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(server.get(RECORDS + "/e-1").status()).isEqualTo(404);
    }

    @Test
    void makesAHiddenRecordLookLikeNone() {
        server.post(RECORDS, NAMED);
        ees.hidden = "e-1";
        for (String part : List.of("", "/group", "/detection", "/samples/s1")) {
            JsonNode hidden = server.get(RECORDS + "/e-1" + part).json();
            JsonNode none = server.get(RECORDS + "/e-9" + part).json();
            assertThat(hidden.path("code").asText()).as(part).isEqualTo("PLY-1009");
            assertThat(hidden.path("detail")).isEqualTo(none.path("detail"));
        }
    }

    @Test
    void leavesHiddenParticipantsOutOfTheGroup() {
        server.post(RECORDS, NAMED);
        server.post(RECORDS, "{\"category\":\"ENTRY\",\"recordId\":\"e-2\"}");
        ees.hidden = "e-2";
        assertThat(server.get(RECORDS + "/e-1/group").json().path("participants"))
                .hasSize(1);
    }

    @Test
    void readsImagesOfReadableRecordsOnly() {
        server.post(RECORDS, NAMED);
        assertThat(server.get(RECORDS + "/e-1/samples/s1").status()).isEqualTo(200);
        assertThat(server.get(RECORDS + "/e-1/samples/s2").status()).isEqualTo(404);
        assertThat(server.get(RECORDS + "/e-9/samples/s1").status()).isEqualTo(404);
    }

    @Test
    void refusesSystemsThatTheProfileDoesNotReachAndSystemsThatAreDown() {
        assertThat(server.get("/v1/systems/VIS/records/v-1").code()).isEqualTo("PLY-2006");
        assertThat(server.get("/v1/systems/no/records/v-1").code()).isEqualTo("PLY-1006");
        server.access.reaches = Set.of(SystemId.EES, SystemId.VIS);
        assertThat(server.get("/v1/systems/VIS/records/v-1").code()).isEqualTo("PLY-5001");
        systems.remove(ees);
        assertThat(server.post(RECORDS, NAMED).code()).isEqualTo("PLY-5001");
    }

    @Test
    void refusesASubmissionWithoutCategoryOrWithABadIdentifier() {
        assertThat(server.post(RECORDS, "{}").field()).isEqualTo("category");
        assertThat(server.post(RECORDS, "{\"category\":\"ENTRY\",\"recordId\":\"a/b\"}")
                        .field())
                .isEqualTo("recordId");
        assertThat(ees.records).isEmpty();
    }

    @Test
    void entersOneRecordForOneKey() {
        Server.Answer first = keyed("k1", BODY);
        Server.Answer second = keyed("k1", BODY);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(ees.records).hasSize(1);
        keyed("k2", BODY);
        assertThat(ees.records).hasSize(2);
    }

    @Test
    void entersOneNamedRecordForOneKey() {
        assertThat(keyed("k1", NAMED).json()).isEqualTo(keyed("k1", NAMED).json());
        assertThat(server.post(RECORDS, NAMED).code()).isEqualTo("PLY-1013");
    }

    @Test
    void refusesAnotherBodyUnderAUsedKey() {
        keyed("k1", BODY);
        assertThat(keyed("k1", NAMED).code()).isEqualTo("PLY-1012");
        assertThat(keyed("two words", BODY).code()).isEqualTo("PLY-1006");
    }

    @Test
    void leavesTheKeyToTheCorrectedSubmissionAfterARefusal() {
        server.post(RECORDS, NAMED);
        assertThat(keyed("k1", NAMED).code()).isEqualTo("PLY-1013");
        assertThat(keyed("k1", BODY).status()).isEqualTo(201);
    }

    @Test
    void findsTheRecordOfARequestThatWasNeverAnswered() {
        ees.diesBeforeAnswering = true;
        assertThat(keyed("k1", BODY).status()).isEqualTo(500);
        ees.diesBeforeAnswering = false;
        Server.Answer again = keyed("k1", BODY);
        assertThat(again.status()).isEqualTo(201);
        assertThat(ees.records).hasSize(1);
    }

    @Test
    void findsTheNamedRecordOfARequestThatWasNeverAnswered() {
        ees.diesBeforeAnswering = true;
        assertThat(keyed("k1", NAMED).status()).isEqualTo(500);
        ees.diesBeforeAnswering = false;
        assertThat(keyed("k1", NAMED).status()).isEqualTo(201);
        assertThat(ees.records).hasSize(1);
    }

    @Test
    void doesNotPassOffAnotherRecordOfThatNameAsTheOneOfTheKey() {
        ees.diesBeforeAnswering = true;
        keyed("k1", NAMED);
        ees.diesBeforeAnswering = false;
        ees.records.clear();
        server.post(RECORDS, "{\"category\":\"REFUSAL\",\"recordId\":\"e-1\"}");
        assertThat(keyed("k1", NAMED).code()).isEqualTo("PLY-1013");
    }

    @Test
    void acknowledgesWhatIsEnteredWhateverBecameOfTheKeyMeanwhile() {
        store.changesMeanwhile = true;
        assertThat(keyed("k1", BODY).status()).isEqualTo(201);
    }

    @Test
    void forgetsKeysAfterTheirTime() {
        keyed("k1", BODY);
        LocalDate entered = LocalDate.of(2016, 2, 1);
        idempotency.run(entered.plusDays(Idempotency.KEPT_DAYS));
        assertThat(store.size()).isEqualTo(1);
        idempotency.run(entered.plusDays(Idempotency.KEPT_DAYS + 1L));
        assertThat(store.size()).isZero();
    }

    private Server.Answer keyed(String key, String body) {
        return server.send("POST", RECORDS, body, Map.of("Idempotency-Key", key));
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static String state(JsonNode detection) {
        return detection.path("state").asText();
    }
}
