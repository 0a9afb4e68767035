package org.polyonym.scenarios.steps;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.List;
import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.MemberState;
import org.polyonym.simulation.harness.Json;

/** Hits on alerts, Europol's handling codes, Interpol's release. */
public final class Neighbours {
    private final World world;
    private final Registrations registrations;

    /** Made for each scenario. */
    public Neighbours(World world, Registrations registrations) {
        this.world = world;
        this.registrations = registrations;
    }

    /** Confirms a match as a hit by comparing data only. */
    @When("{officer} confirms the hit on {who} without comparing prints")
    public void confirmByData(Authority authority, String who) {
        confirm(authority, who, List.of());
    }

    /** Confirms a match as a hit after comparing live prints. */
    @When("{officer} confirms the hit on {who} after comparing live prints")
    public void confirmByPrints(Authority authority, String who) {
        confirm(authority, who, registrations.live(who));
    }

    private void confirm(Authority authority, String who, List<BiometricSample> samples) {
        ObjectNode body = Json.object()
                .put("confirmed", true)
                .put("place", "Border crossing Harbour")
                .put("furtherAction", "entry refused, instructions requested");
        body.set("samples", Json.MAPPER.valueToTree(samples));
        String alert = world.record(who, "SIS").recordId();
        world.answered(world.officer(authority).post("/v1/alerts/" + alert + "/hits", body));
    }

    /** Passes an item on. */
    @When("{officer} forwards the Europol item on {who} to POLICE of {word}")
    public void forward(Authority authority, String who, String state) {
        forward(authority, who, state, "");
    }

    /** Passes an item on with consent. */
    @When("{officer} forwards the Europol item on {who} to POLICE of {word} with the provider's consent")
    public void forwardWithConsent(Authority authority, String who, String state) {
        forward(authority, who, state, "consent-2026-5");
    }

    private void forward(Authority authority, String who, String state, String consent) {
        Authority recipient = new Authority(AuthorityKind.POLICE, MemberState.of(state));
        ObjectNode body = Json.object().put("recipient", recipient.text());
        if (!consent.isEmpty()) {
            body.put("consent", consent);
        }
        String item = world.record(who, "EUROPOL").recordId();
        world.answered(world.officer(authority).post("/v1/europol/records/" + item + "/forwardings", body));
    }

    /** Records the legal release without which Interpol is never asked. */
    @Given("{officer} records the release of Interpol")
    public void release(Authority authority) {
        ObjectNode release = Json.object()
                .put("reference", "test release")
                .put("grantedBy", "competent authority")
                .put("validUntil", "2030-12-31");
        world.answered(
                world.officer(authority).put("/v1/interpol/release", release).expectOk());
    }
}
