package org.polyonym.scenarios.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import org.polyonym.model.Authority;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.CaptureContext;
import org.polyonym.simulation.europe.PrintSource;
import org.polyonym.simulation.harness.Json;

/** Identity checks by the police under Art 20. */
public final class IdentityChecks {
    private final World world;
    private final Registrations registrations;

    /** Made for each scenario. */
    public IdentityChecks(World world, Registrations registrations) {
        this.world = world;
        this.registrations = registrations;
    }

    /** A lawful check with live prints. */
    @When("{officer} checks the identity of {who} because of {code}")
    public void check(Authority authority, String who, String ground) {
        ask(authority, who, check(registrations.live(who)).put("ground", ground));
    }

    /** Without one of the five grounds. */
    @When("{officer} checks the identity of {who} without a ground")
    public void checkWithoutGround(Authority authority, String who) {
        ask(authority, who, check(registrations.live(who)));
    }

    /** With stored pictures instead of live prints. */
    @When("{officer} checks the identity of {who} from stored pictures because of {code}")
    public void checkStored(Authority authority, String who, String ground) {
        List<BiometricSample> scanned =
                world.prints().capture(world.claim(who).prints(), PrintSource.FOUR_FINGERS, 1, CaptureContext.SCANNED);
        ask(authority, who, check(scanned).put("ground", ground));
    }

    /** Prints cannot be used: identity and document data instead. */
    @When("{officer} checks the identity of {who}, whose fingers are injured, because of {code}")
    public void checkByData(Authority authority, String who, String ground) {
        ObjectNode body = check(List.of()).put("ground", ground).put("fallbackReason", "FINGERS_INJURED");
        body.set("identity", Json.MAPPER.valueToTree(world.claim(who).identity()));
        body.set("documents", Json.MAPPER.valueToTree(world.claim(who).documents()));
        ask(authority, who, body);
    }

    /** A child, with the justification. */
    @When("{officer} checks the identity of {who} because of {code} in the child's best interests")
    public void checkChild(Authority authority, String who, String ground) {
        ask(
                authority,
                who,
                check(registrations.live(who))
                        .put("ground", ground)
                        .put("bestInterestsReason", "found alone at the station"));
    }

    private static ObjectNode check(List<BiometricSample> samples) {
        ObjectNode body = Json.object().put("personPresent", true);
        body.set("samples", Json.MAPPER.valueToTree(samples));
        return body;
    }

    private void ask(Authority authority, String who, ObjectNode body) {
        body.put("birthDate", world.claim(who).identity().birthDate().text());
        world.answered(world.officer(authority).post("/v1/identity-checks", body));
    }

    /** The person was identified under that identity. */
    @Then("the check identifies the person as {who}")
    public void identifiedAs(String who) {
        String surname = world.claim(who).identity().names().getFirst().familyName();
        assertThat(world.answer().expectOk().json().path("identified").asBoolean())
                .isTrue();
        assertThat(names()).contains(surname);
    }

    /** Nobody was found. */
    @Then("the check identifies nobody")
    public void identifiesNobody() {
        assertThat(world.answer().expectOk().json().path("identified").asBoolean())
                .isFalse();
    }

    /** How. */
    @Then("the check was made by {word}")
    public void madeBy(String method) {
        assertThat(world.answer().json().path("method").asText()).isEqualToIgnoringCase(method);
    }

    /** No system is named anywhere in the answer. */
    @Then("the answer names no system")
    public void namesNoSystem() {
        assertThat(world.answer().text()).doesNotContain("EURODAC", "VIS", "EES", "SIS", "ETIAS", "ECRIS");
    }

    /** The red flag. */
    @Then("the check shows a red link")
    public void showsRed() {
        assertThat(world.answer().json().path("links"))
                .anyMatch(l -> l.path("colour").asText().equals("RED"));
    }

    private List<String> names() {
        List<String> names = new java.util.ArrayList<>();
        for (JsonNode person : world.answer().json().path("persons")) {
            person.path("identity")
                    .path("names")
                    .forEach(n -> names.add(n.path("familyName").asText()));
        }
        return names;
    }
}
