package org.polyonym.scenarios.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.polyonym.model.Authority;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.Json;
import org.polyonym.simulation.harness.Platform;

/** What operators see of connectors, and what users do while the portal is away. */
public final class Operation {
    private static final Authority OPERATOR = Authority.of("OPERATIONS@EU");
    /** A breach is found within this time. */
    private static final Duration FOUND_WITHIN = Duration.ofSeconds(5);

    private final World world;

    /** Made for each scenario. */
    public Operation(World world) {
        this.world = world;
    }

    /** Quarantine with its reason, in the list of connectors and beside readiness; the platform stays ready. */
    @Then("within 5 seconds the connector of {system} is in quarantine because {string}")
    public void quarantined(String system, String reason) {
        Platform.await(
                "the connector of " + system + " is in quarantine because " + reason,
                FOUND_WITHIN,
                () -> StreamSupport.stream(connectors().spliterator(), false)
                        .anyMatch(c -> c.path("system").asText().equals(system)
                                && c.path("condition").asText().equals("QUARANTINED")
                                && c.path("reason").asText().contains(reason)));
        Answer ready = world.platform().get("/health/ready");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().path("notices").toString()).contains(reason);
    }

    private JsonNode connectors() {
        return world.officer(OPERATOR).get("/v1/connectors").expectOk().json().path("connectors");
    }

    /** Waits for a message, which is sent behind the back of who causes it. */
    @Then("soon {officer} is told {code}")
    public void soonTold(Authority authority, String type) {
        Platform.await(
                authority + " is told " + type,
                World.patience(),
                () -> world.officer(authority)
                        .get("/v1/notifications")
                        .expectOk()
                        .text()
                        .contains("\"type\":\"" + type + "\""));
    }

    /** The direct way to one system. */
    @When("{officer} searches {system} directly for {who}")
    public void direct(Authority authority, String system, String who) {
        ObjectNode query = Json.object();
        query.set("identity", Json.MAPPER.valueToTree(world.claim(who).identity()));
        world.answered(world.officer(authority).post("/v1/systems/" + system + "/searches", query));
    }

    /** With the record. */
    @Then("{system} directly gives the record of {who}")
    public void directlyGives(String system, String who) {
        JsonNode answer = world.answer().expectOk().json();
        assertThat(answer.path("system").asText()).isEqualTo(system);
        assertThat(answer.path("records"))
                .anyMatch(r ->
                        r.path("ref").asText().equals(world.record(who, system).text()));
    }

    /** Refused whatever the code. */
    @Then("the direct search is refused with {word}")
    public void directRefused(String code) {
        assertThat(world.answer().problemCode()).isEqualTo(code);
    }
}
