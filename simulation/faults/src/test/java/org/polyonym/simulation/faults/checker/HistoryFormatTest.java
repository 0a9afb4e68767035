package org.polyonym.simulation.faults.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polyonym.simulation.faults.client.Answer;
import org.polyonym.simulation.faults.load.DataSearch;
import org.polyonym.simulation.faults.load.History;
import org.polyonym.simulation.faults.load.PrintSearch;
import org.polyonym.simulation.faults.load.Registration;
import org.polyonym.simulation.faults.load.Traveller;

/** What the load writes is what the checker reads. */
class HistoryFormatTest {
    private static final Traveller SOMEBODY = new Traveller(
            7, "MS-1", "Barada", "Nora", "1970-01-02", "F1", List.of("AA==", "AA=="), () -> List.of("AQ==", "AQ=="));

    @TempDir
    Path folder;

    @Test
    void keepsWhatARegistrationWasToldAndWhatItSent() throws IOException {
        Registration registration = new Registration(SOMEBODY, "EES", "key-1", true, 10);
        Attempt read = writtenAndRead(registration, """
                {"record":{"ref":"EES/k-1","version":3},"detection":{"state":"COMPLETED",
                 "links":[{"a":"EES/k-1","b":"VIS/v","colour":"WHITE"}]}}""", 201);
        assertThat(read.ok()).isTrue();
        assertThat(read.record()).isEqualTo("EES/k-1");
        assertThat(read.subject()).isEqualTo("EES key key-1");
        assertThat(read.person()).isEqualTo("p7");
        assertThat(read.endedAt()).isGreaterThanOrEqualTo(read.askedAt());
        assertThat(read.asked().path("content").path("passport").asText()).isEqualTo("F1");
        assertThat(read.asked().path("content").path("samples").asInt()).isEqualTo(2);
        assertThat(read.answered().path("version").asLong()).isEqualTo(3);
        assertThat(read.answered().path("links").path(0).path("b").asText()).isEqualTo("VIS/v");
    }

    @Test
    void keepsTheWishedIdentifierOfARegistrationWithoutAnswer() throws IOException {
        Path file = folder.resolve("history");
        Registration registration = new Registration(SOMEBODY, "VIS", "wish-1", false, 0);
        try (History history = new History(file)) {
            history.invoked(registration, "op-1", "node-1");
            history.answered(registration, "op-1", Optional.empty());
        }
        Attempt read = Recorded.read(file).attempts().getFirst();
        assertThat(read.status()).isZero();
        assertThat(read.refused()).isFalse();
        assertThat(read.record()).isEqualTo("VIS/wish-1");
    }

    @Test
    void keepsCandidatesAndCoverageOfASearchByPrints() throws IOException {
        Attempt read = writtenAndRead(new PrintSearch(SOMEBODY), """
                {"candidates":[{"ref":"EES/e","comparison":{"outcome":"SAME"}}],
                 "coverage":{"templatesCovered":4,"templatesKnown":5}}""", 200);
        assertThat(read.answered().path("covered").asLong()).isEqualTo(4);
        assertThat(read.answered().path("known").asLong()).isEqualTo(5);
        assertThat(read.answered().path("candidates").path(0).path("record").asText())
                .isEqualTo("EES/e");
    }

    @Test
    void keepsWhatEachSourceOfAPortalQuerySaid() throws IOException {
        Attempt read = writtenAndRead(new DataSearch(SOMEBODY), """
                {"type":"QUERY","queryId":"q"}
                {"type":"SOURCE","source":{"system":"EES","status":"ANSWERED","items":[{"origin":"EES/e"}]}}
                {"type":"SOURCE","source":{"system":"VIS","status":"UNAVAILABLE","items":[]}}
                {"type":"END"}""", 200);
        assertThat(read.answered().path("ended").asBoolean()).isTrue();
        assertThat(read.answered()
                        .path("sources")
                        .path("EES")
                        .path("records")
                        .path(0)
                        .asText())
                .isEqualTo("EES/e");
        assertThat(read.answered().path("sources").path("VIS").path("status").asText())
                .isEqualTo("UNAVAILABLE");
    }

    private Attempt writtenAndRead(org.polyonym.simulation.faults.load.Operation operation, String body, int status)
            throws IOException {
        Path file = folder.resolve("history");
        try (History history = new History(file)) {
            history.invoked(operation, "op-1", "node-1");
            history.answered(operation, "op-1", Optional.of(new Answer(status, "", body)));
            history.event("kill", "node-2", "");
        }
        Recorded recorded = Recorded.read(file);
        assertThat(recorded.faults()).isEmpty();
        assertThat(recorded.happenings()).hasSize(1);
        return recorded.attempts().getFirst();
    }
}
