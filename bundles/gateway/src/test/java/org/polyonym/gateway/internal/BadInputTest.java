package org.polyonym.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polyonym.http.Reply;
import org.polyonym.json.JsonMapping;
import org.polyonym.registry.Submission;

/** Whatever is sent, the caller learns its own error code and the platform keeps serving. */
class BadInputTest {
    private final AtomicInteger handled = new AtomicInteger();
    private final Server server = new Server();

    @BeforeEach
    void offerAnOperation() {
        server.endpoints.add(FakeEndpoint.search(request -> {
            Submission submission = request.body(Submission.class);
            handled.incrementAndGet();
            return Reply.ok(Map.of("category", submission.category()));
        }));
    }

    @AfterEach
    void stillServes() {
        assertThat(server.post("/v1/searches", "{\"category\":\"X\"}").status()).isEqualTo(200);
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "not JSON at all         | {\"category\":                                     | PLY-1001 | 400 |",
                "a field twice           | {\"category\":\"A\",\"category\":\"B\"}             | PLY-1001 | 400 |",
                "more after the end      | {\"category\":\"A\"} {}                             | PLY-1001 | 400 |",
                "an unknown field        | {\"identity\":{\"nick\":\"x\"}}                     | PLY-1004 | 400 | identity/nick",
                "null instead of a body  | null                                                | PLY-1005 | 422 |",
                "no document number      | {\"documents\":[{\"type\":\"P\",\"issuingState\":\"XAA\"}]} | PLY-1006 | 422 | documents/0/number",
                "no issuing state        | {\"documents\":[{\"type\":\"P\",\"number\":\"A1\"}]} | PLY-1005 | 422 | documents/0/issuingState",
                "a bad document number   | {\"documents\":[{\"type\":\"P\",\"number\":\"A1\",\"issuingState\":\"XAA\"},{\"type\":\"P\",\"number\":\"?\",\"issuingState\":\"XAA\"}]} | PLY-1006 | 422 | documents/1/number",
                "a name without parts    | {\"identity\":{\"names\":[{\"kind\":\"ALIAS\"}]}}   | PLY-1005 | 422 | identity/names/0/familyName",
                "a kind nobody knows     | {\"identity\":{\"names\":[{\"kind\":\"NICK\",\"familyName\":\"A\"}]}} | PLY-1006 | 422 | identity/names/0/kind",
                "an impossible date      | {\"identity\":{\"birthDate\":\"1991-02-30\"}}       | PLY-1007 | 422 | identity/birthDate",
                "an impossible expiry    | {\"documents\":[{\"type\":\"P\",\"number\":\"A1\",\"issuingState\":\"XAA\",\"expiry\":\"2020-13-01\"}]} | PLY-1007 | 422 | documents/0/expiry",
                "a country of two letters| {\"identity\":{\"nationalities\":[\"XAA\",\"XB\"]}} | PLY-1008 | 422 | identity/nationalities/1",
                "an object for a text    | {\"category\":{}}                                   | PLY-1006 | 422 | category",
                "a sample without image  | {\"samples\":[{\"modality\":\"FINGERPRINT\"}]}      | PLY-1005 | 422 | samples/0",
                "an image not in base64  | {\"samples\":[{\"modality\":\"FINGERPRINT\",\"image\":\"%%\"}]} | PLY-3001 | 422 | samples/0/image",
                "an endless number       | {\"category\":12345678901234567890123456789012345678901234567890} | PLY-1006 | 422 |"
            })
    void namesTheFaultAndItsPlace(String fault, String body, String code, int status, String field) {
        Server.Answer answer = server.post("/v1/searches", body);
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.field()).isEqualTo(Optional.ofNullable(field).orElse(""));
        assertThat(answer.headers().get("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("remedy").asText()).isNotEmpty();
        assertThat(answer.json().path("reference").asText()).isNotEmpty();
        assertThat(handled.get()).isZero();
    }

    @Test
    void refusesNestingBeyondTheLimit() {
        String deep = "[".repeat(JsonMapping.MAX_DEPTH + 1) + "]".repeat(JsonMapping.MAX_DEPTH + 1);
        Server.Answer answer = server.post("/v1/searches", "{\"documents\":" + deep + "}");
        assertThat(answer.code()).isEqualTo("PLY-1003");
    }

    @Test
    void refusesABodyThatIsTooLargeWhetherItSaysSoOrNot() {
        String large = "{\"category\":\"" + "x".repeat(Limits.MAX_BODY_BYTES) + "\"}";
        assertThat(server.post("/v1/searches", large).code()).isEqualTo("PLY-1002");
        assertThat(Chunked.post(server, "/v1/searches", large).code()).isEqualTo("PLY-1002");
    }

    @Test
    void refusesAStringThatIsTooLong() {
        String body = "{\"category\":\"" + "x".repeat(JsonMapping.MAX_STRING + 1) + "\"}";
        Server.Answer answer = server.post("/v1/searches", body);
        assertThat(answer.code()).isEqualTo("PLY-1002");
        assertThat(answer.field()).isEqualTo("category");
    }

    @Test
    void refusesAMissingBody() {
        assertThat(server.post("/v1/searches", "").code()).isEqualTo("PLY-1005");
    }

    @Test
    void readsNothingButJson() {
        for (String type :
                List.of("text/plain", "application/x-www-form-urlencoded", "application/json;charset=utf-16")) {
            Server.Answer answer =
                    server.send("POST", "/v1/searches", "{\"category\":\"A\"}", Map.of("Content-Type", type));
            assertThat(answer.code()).as(type).isEqualTo("PLY-1011");
        }
        Server.Answer packed =
                server.send("POST", "/v1/searches", "{\"category\":\"A\"}", Map.of("Content-Encoding", "gzip"));
        assertThat(packed.code()).isEqualTo("PLY-1011");
    }

    @Test
    void neverQuotesTheValueThatItRefuses() {
        Server.Answer answer = server.post("/v1/searches", "{\"identity\":{\"birthDate\":\"SELMANI\",\"names\":[]}}");
        assertThat(answer.text()).doesNotContain("SELMANI");
    }
}
