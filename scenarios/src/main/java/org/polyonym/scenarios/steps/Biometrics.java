package org.polyonym.scenarios.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.CaptureContext;
import org.polyonym.model.MemberState;
import org.polyonym.simulation.europe.PrintSource;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.Json;

/** Searches of the shared biometric matching service. */
public final class Biometrics {
    private static final Authority OBSERVER = new Authority(AuthorityKind.LAW_ENFORCEMENT, MemberState.of("MS-1"));
    private static final List<String> ALL = List.of("SIS", "EES", "VIS", "EURODAC");
    private static final int LIMIT = 20;
    /** A body that no scenario registers. */
    private static final long STRANGER = 49_999;

    private final World world;
    private final Registrations registrations;

    /** Made for each scenario. */
    public Biometrics(World world, Registrations registrations) {
        this.world = world;
        this.registrations = registrations;
    }

    /** With live prints, limited to systems. */
    @When("{officer} searches the biometrics of {who} in {}")
    public void search(Authority authority, String who, String systems) {
        ask(authority, registrations.live(who), List.of(systems.split(",\\s*")));
    }

    /** Without the purpose header. */
    @When("{officer} searches biometrics without naming a purpose")
    public void searchWithoutPurpose(Authority authority) {
        Map<String, String> headers = world.officer(authority).headersWithout("Polyonym-Purpose");
        world.answered(world.platform()
                .post("/v1/biometric-searches", body(stranger(), ALL).toString(), headers));
    }

    private void ask(Authority authority, List<BiometricSample> samples, List<String> systems) {
        world.answered(world.officer(authority).post("/v1/biometric-searches", body(samples, systems)));
    }

    private static ObjectNode body(List<BiometricSample> samples, List<String> systems) {
        ObjectNode body = Json.object().put("limit", LIMIT);
        body.set("samples", Json.MAPPER.valueToTree(samples));
        body.set("systems", Json.MAPPER.valueToTree(systems));
        return body;
    }

    private List<BiometricSample> stranger() {
        return world.prints().capture(STRANGER, PrintSource.FOUR_FINGERS, 1, CaptureContext.LIVE);
    }

    /** Exactly two. */
    @Then("the candidates are {who} in {system} and {who} in {system}")
    public void candidatesAre(String a, String systemA, String b, String systemB) {
        assertThat(refs())
                .containsExactlyInAnyOrder(
                        world.record(a, systemA).text(),
                        world.record(b, systemB).text());
    }

    /** Exactly one. */
    @Then("the only candidate is {who} in {system}")
    public void onlyCandidate(String who, String system) {
        assertThat(refs()).containsExactly(world.record(who, system).text());
    }

    /** None. */
    @Then("there is no candidate")
    public void noCandidate() {
        assertThat(refs()).isEmpty();
    }

    /** All parts of the explanation. */
    @Then("the candidate shows its score, its false match rate, the threshold version and both qualities")
    public void explained() {
        JsonNode comparison = world.answer().json().path("candidates").path(0).path("comparison");
        assertThat(comparison.path("score").asDouble()).isPositive();
        assertThat(comparison.path("log10Fmr").asDouble()).isNegative();
        assertThat(comparison.path("thresholdVersion").asText()).isNotBlank();
        assertThat(comparison.path("probeQuality").asInt()).isPositive();
        assertThat(comparison.path("candidateQuality").asInt()).isPositive();
    }

    /** Coverage as counted by the shards. */
    @Then("the search covered the whole gallery")
    public void coveredAll() {
        JsonNode coverage = world.answer().expectOk().json().path("coverage");
        assertThat(coverage.path("templatesKnown").asLong()).isPositive();
        assertThat(coverage.path("templatesCovered").asLong())
                .isGreaterThanOrEqualTo(coverage.path("templatesKnown").asLong());
    }

    /** The gallery is empty, by its own count. */
    @Then("the platform knows no template at all")
    public void noTemplate() {
        Answer answer = world.officer(OBSERVER).post("/v1/biometric-searches", body(stranger(), ALL));
        assertThat(answer.expectOk()
                        .json()
                        .path("coverage")
                        .path("templatesKnown")
                        .asLong(-1))
                .isZero();
    }

    private List<String> refs() {
        return StreamSupport.stream(
                        world.answer().expectOk().json().path("candidates").spliterator(), false)
                .map(c -> c.path("ref").asText())
                .collect(Collectors.toList());
    }
}
