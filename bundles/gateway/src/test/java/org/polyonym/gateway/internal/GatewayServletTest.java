package org.polyonym.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polyonym.audit.AuditEntry;
import org.polyonym.gateway.internal.platform.ReadOpenApi;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.model.Image;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

class GatewayServletTest {
    private static final String LINK = "/v1/links/link-1";

    private final AtomicInteger handled = new AtomicInteger();
    private final Server server = new Server();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void hasItsAuditEntryBeforeTheAnswer() {
        offerLink();
        Server.Answer answer = server.get(LINK);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("linkId").asText()).isEqualTo("link-1");
        assertThat(answer.headers()).containsEntry("Cache-Control", "no-store");
        AuditEntry entry = server.audit.entries.getFirst();
        assertThat(entry.event()).isEqualTo("REQUEST");
        assertThat(entry.caller().user()).isEqualTo("guard-1");
        assertThat(entry.subject()).containsExactly("link-1");
        assertThat(entry.detail()).containsEntry("operation", "readLink").containsEntry("status", "200");
    }

    @Test
    void withholdsTheAnswerWhenTheAuditLogFailsOrIsGone() {
        offerLink();
        server.audit.failing = true;
        Server.Answer failing = server.get(LINK);
        server.gate.audit = null;
        Server.Answer gone = server.get(LINK);
        for (Server.Answer answer : List.of(failing, gone)) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("PLY-5002");
            assertThat(answer.headers()).containsKey("Retry-After");
            assertThat(answer.text()).doesNotContain("link-1").doesNotContain("SELMANI");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, '', PLY-2001, 401",
        "Authorization, Basic Z3Vlc3Q6Z3Vlc3Q=, PLY-2001, 401",
        "Authorization, Bearer expired-token, PLY-2003, 401",
        "Authorization, Bearer forged-token, PLY-2002, 401",
        "Polyonym-Purpose, '', PLY-2004, 400",
        "Polyonym-Case, '', PLY-2004, 400",
        "Polyonym-Purpose, CUSTOMS, PLY-2005, 403"
    })
    void letsNobodyInWithoutTokenPurposeAndCase(String header, String value, String code, int status) {
        offerLink();
        Server.Answer answer = server.send("GET", LINK, "", Map.of(header, value));
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().containsKey("WWW-Authenticate")).isEqualTo(status == 401);
        assertThat(handled.get()).isZero();
    }

    @Test
    void refusesAnOperationThatTheTableDoesNotAllowAndLogsTheRefusal() {
        offerLink();
        server.access.forbidden = Optional.of("readLink");
        assertThat(server.get(LINK).code()).isEqualTo("PLY-2006");
        assertThat(handled.get()).isZero();
        assertThat(server.audit.entries.getFirst().detail())
                .containsEntry("problem", "PLY-2006")
                .containsEntry("status", "403");
    }

    @Test
    void tellsAnUnknownPathFromAWrongMethod() {
        assertThat(server.get("/v1/nowhere").code()).isEqualTo("PLY-1009");
        assertThat(server.get("/v1/links/").code()).isEqualTo("PLY-1009");
        Server.Answer wrong = server.send("DELETE", LINK, "", Map.of());
        assertThat(wrong.code()).isEqualTo("PLY-1010");
        assertThat(wrong.headers()).containsEntry("Allow", "GET");
    }

    @Test
    void saysThatAComponentIsMissingAndWhenToComeAgain() {
        Server.Answer answer = server.get(LINK);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("PLY-5001");
        assertThat(answer.headers()).containsKey("Retry-After");
        offerLink();
        assertThat(server.get(LINK).status()).isEqualTo(200);
    }

    @Test
    void opensNothingWithoutAccessControl() {
        offerLink();
        server.gate.access = null;
        assertThat(server.get(LINK).code()).isEqualTo("PLY-5001");
        assertThat(handled.get()).isZero();
    }

    @Test
    void doesNotServeAnEndpointThatTheFileDoesNotDescribe() {
        server.endpoints.add(new FakeEndpoint(Method.GET, "/v1/secrets", "readSecrets", request -> Reply.ok("x")));
        server.endpoints.add(new FakeEndpoint(Method.GET, "/v1/links/{id}", "readLink", request -> Reply.ok("x")));
        assertThat(server.get("/v1/secrets").code()).isEqualTo("PLY-1009");
        assertThat(server.get(LINK).code()).isEqualTo("PLY-5001");
        assertThat(server.endpoints.findings()).hasSize(2);
    }

    @Test
    void tellsAFaultOfOursWithoutItsMessage() {
        server.endpoints.add(FakeEndpoint.link(request -> {
            throw new IllegalStateException("born 1991-11-22, SELMANI");
        }));
        Server.Answer answer = server.get(LINK);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("PLY-5005");
        assertThat(answer.json().path("reference").asText()).hasSize(36);
        assertThat(answer.text())
                .doesNotContain("SELMANI")
                .doesNotContain("IllegalState")
                .doesNotContain(" at ");
    }

    @Test
    void passesOnWhatAComponentRefuses() {
        server.endpoints.add(FakeEndpoint.link(request -> {
            throw ProblemException.ofField(ProblemType.NOT_RESPONSIBLE, "finding", "MS-2 is");
        }));
        Server.Answer answer = server.get(LINK);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("PLY-2008");
        assertThat(answer.field()).isEqualTo("finding");
        assertThat(answer.json().path("detail").asText()).isEqualTo("MS-2 is");
    }

    @Test
    void withholdsAnAnswerThatCannotBeWritten() {
        server.endpoints.add(FakeEndpoint.link(request -> Reply.ok(new Object() {
            @SuppressWarnings("unused")
            public String getName() {
                throw new IllegalStateException("SELMANI");
            }
        })));
        Server.Answer answer = server.get(LINK);
        assertThat(answer.code()).isEqualTo("PLY-5005");
        assertThat(answer.text()).doesNotContain("SELMANI");
    }

    @Test
    void writesImagesAsTheyAre() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10};
        server.endpoints.add(FakeEndpoint.link(request -> Reply.image(Image.ofBytes(png))));
        Server.Answer answer = server.get(LINK);
        assertThat(answer.headers()).containsEntry("Content-Type", "image/png").containsEntry("Content-Length", "6");
    }

    @Test
    void handsOverHeadersQueryAndWait() {
        server.endpoints.add(FakeEndpoint.link(request -> Reply.ok(Map.of(
                "match", request.header("If-Match").orElse(""),
                "q", request.query("after").orElse(""),
                "wait", request.waitAtMost().toSeconds(),
                "case", request.caller().caseReference().text()))));
        Server.Answer answer = server.send(
                "GET",
                LINK + "?after=a%20b&after=c",
                "",
                Map.of("If-Match", "\"3\"", "Prefer", "respond-async, wait=999"));
        assertThat(answer.json().path("match").asText()).isEqualTo("\"3\"");
        assertThat(answer.json().path("q").asText()).isEqualTo("a b");
        assertThat(answer.json().path("wait").asInt()).isEqualTo(60);
        assertThat(answer.json().path("case").asText()).isEqualTo("case-1");
    }

    @Test
    void publishesItsDescriptionToEverybody() {
        server.endpoints.add(new ReadOpenApi(server.endpoints));
        Server.Answer answer = server.send("GET", "/openapi.json", "", Map.of("Authorization", ""));
        assertThat(answer.json().path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(server.audit.entries).isEmpty();
    }

    private void offerLink() {
        server.endpoints.add(FakeEndpoint.link(request -> {
            handled.incrementAndGet();
            return Reply.ok(Map.of("linkId", request.path("linkId")));
        }));
    }

    @Test
    void refusesWritesWithoutAMajorityBeforeAnythingIsDoneAndGoesOnReading() {
        server.endpoints.add(new FakeEndpoint(Method.POST, "/v1/links/{linkId}/decision", "decideLink", request -> {
            handled.incrementAndGet();
            return Reply.ok(Map.of());
        }));
        server.grid.majority = false;
        Server.Answer refused = server.post(LINK + "/decision", "{}");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("PLY-5006");
        assertThat(refused.headers()).containsKey("Retry-After");
        assertThat(handled.get()).isZero();
        offerLink();
        assertThat(server.get(LINK).status()).isEqualTo(200);
        server.grid.majority = true;
        assertThat(server.post(LINK + "/decision", "{}").status()).isEqualTo(200);
        server.gate.grid = null;
        assertThat(server.post(LINK + "/decision", "{}").code()).isEqualTo("PLY-5001");
    }
}
