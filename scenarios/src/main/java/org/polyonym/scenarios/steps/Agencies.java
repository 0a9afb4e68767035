package org.polyonym.scenarios.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.model.Authority;
import org.polyonym.simulation.harness.Officer;

/** Connectors of agencies that the operator deploys into the running platform. */
public final class Agencies {
    private static final String CONNECTORS = "/v1/connectors";
    private static final Map<String, String> EXAMPLES = Map.of(
            "police register of MS-2", "example-police-register",
            "passenger unit of MS-1", "example-passenger-unit");
    private static final String PREFIX = "org.polyonym.";

    private final World world;
    private final List<String> deployed = new ArrayList<>();

    /** Made for each scenario. */
    public Agencies(World world) {
        this.world = world;
    }

    /** Takes away what the scenario has deployed. */
    @After
    public void removeAll() {
        deployed.forEach(name -> operator().send("DELETE", CONNECTORS + "/" + name, "", Map.of()));
    }

    /** One of the examples, with the access that its project proposes. */
    @Given("the operator deploys the {agency}")
    public void deploy(String agency) {
        deploy(EXAMPLES.get(agency), AgencyProjects.example(EXAMPLES.get(agency)));
    }

    /** And away again. */
    @When("the operator removes the {agency}")
    public void remove(String agency) {
        String name = PREFIX + EXAMPLES.get(agency);
        operator().send("DELETE", CONNECTORS + "/" + name, "", Map.of()).expectOk();
        deployed.remove(name);
    }

    /** Deploys any jar; it goes when the scenario ends. */
    void deploy(String name, Map<String, String> body) {
        operator().post(CONNECTORS, body).expectOk();
        deployed.add(PREFIX + name);
    }

    /** The reason of a quarantine in the operator's list, of the first node that has it there. */
    Optional<String> quarantine(String system) {
        for (JsonNode each : operator().get(CONNECTORS).expectOk().json().path("connectors")) {
            boolean quarantined = each.path("condition").asText().equals("QUARANTINED");
            if (quarantined && each.path("system").asText().equals(system)) {
                return Optional.of(each.path("reason").asText());
            }
        }
        return Optional.empty();
    }

    /** A record that the scenario did not enter itself. */
    @Then("{system} answers with its record {word}")
    public void answersWith(String system, String record) {
        assertThat(source(system).path("items"))
                .as("items of %s", system)
                .anyMatch(item -> item.path("origin").asText().equals(system + "/" + record));
    }

    /** It was asked, and nothing fits or may be seen. */
    @Then("{system} answers with nothing")
    public void answersWithNothing(String system) {
        assertThat(source(system).path("status").asText()).isEqualTo("EMPTY_OR_NOT_PERMITTED");
        assertThat(source(system).path("items")).isEmpty();
    }

    private JsonNode source(String system) {
        return world.answer().expectOk().lines().stream()
                .map(line -> line.path("source"))
                .filter(source -> source.path("system").asText().equals(system))
                .findFirst()
                .orElseThrow(() -> new AssertionError(system + " was not asked"));
    }

    private Officer operator() {
        return world.officer(Authority.of("OPERATIONS@EU"));
    }
}
