package org.polyonym.scenarios.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.MemberState;
import org.polyonym.model.OriginRef;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.Json;

/** Links as officers see and decide them. */
public final class Links {
    private static final List<String> STATES = List.of("MS-1", "MS-2", "MS-3");

    private final World world;

    /** Made for each scenario. */
    public Links(World world) {
        this.world = world;
    }

    /** Somebody sees a link of that colour between two people's records. */
    @Then("{officer} sees a {colour} link between {who} in {system} and {who} in {system}")
    public void sees(Authority authority, LinkColour colour, String a, String systemA, String b, String systemB) {
        JsonNode link = link(authority, a, systemA, b, systemB)
                .orElseThrow(() -> new AssertionError(authority + " sees no link: " + linksOf(authority, a, systemA)));
        assertThat(link.path("colour").asText()).isEqualTo(colour.name());
        world.remember("link", link.path("linkId").asText());
        world.remember("sin", link.path("sin").asText());
    }

    /** The same with the reason code. */
    @Then("{officer} sees a {colour} link between {who} in {system} and {who} in {system} for {word}")
    public void seesFor(
            Authority authority, LinkColour colour, String a, String systemA, String b, String systemB, String reason) {
        sees(authority, colour, a, systemA, b, systemB);
        assertThat(detail(authority).path("link").path("reason").asText()).isEqualTo(reason);
    }

    /** An officer sees none. */
    @Then("{officer} sees no link between {who} in {system} and {who} in {system}")
    public void seesNone(Authority authority, String a, String systemA, String b, String systemB) {
        assertThat(link(authority, a, systemA, b, systemB)).isEmpty();
    }

    /** Nobody of any kind in any state sees a link of that record. */
    @Then("nobody sees a link of {who} in {system}")
    public void nobodySees(String who, String system) {
        List<String> seen = new ArrayList<>();
        for (AuthorityKind kind : Vocabulary.everyKind()) {
            for (String state : STATES) {
                Authority authority = new Authority(kind, MemberState.of(state));
                linksOf(authority, who, system).forEach(l -> seen.add(authority + " sees " + l));
            }
        }
        assertThat(seen).isEmpty();
    }

    /** The link last seen was flagged. */
    @Then("the link is flagged as a discrepancy")
    public void discrepancy() {
        Authority any = Authority.of(world.remembered("seer"));
        assertThat(detail(any).path("link").path("discrepancy").asBoolean()).isTrue();
    }

    /** The authority named in the identity confirmation file. */
    @Then("the identity confirmation file names {officer}")
    public void names(Authority responsible) {
        JsonNode file = world.officer(responsible)
                .get("/v1/identity-confirmation-files/" + world.remembered("sin"))
                .expectOk()
                .json();
        assertThat(file.path("responsibleAuthority").asText()).isEqualTo(responsible.text());
    }

    /** Decides with everything that a decision needs. */
    @Given("{officer} decides {code} on the link between {who} in {system} and {who} in {system}")
    @When("{officer} has decided {code} on the link between {who} in {system} and {who} in {system}")
    public void decides(Authority authority, String finding, String a, String systemA, String b, String systemB) {
        tryDecide(authority, finding, a, systemA, b, systemB);
        world.answer().expectOk();
    }

    /** Tries to decide. */
    @When("{officer} tries to decide {code} on the link between {who} in {system} and {who} in {system}")
    public void tryDecide(Authority authority, String finding, String a, String systemA, String b, String systemB) {
        String id = link(authority, a, systemA, b, systemB)
                .map(l -> l.path("linkId").asText())
                .orElseGet(() -> world.remembered("link"));
        world.answered(world.officer(authority).post("/v1/links/" + id + "/decision", decision(finding)));
    }

    /** Tries to decide without a part. */
    @When("{officer} tries to decide {code} on that link without {word}")
    public void decideWithout(Authority authority, String finding, String part) {
        ObjectNode decision = decision(finding);
        if (decision.path(part).isBoolean()) {
            decision.put(part, false);
        } else {
            decision.remove(part);
        }
        world.answered(world.officer(authority).post("/v1/links/" + world.remembered("link") + "/decision", decision));
    }

    /** Tries to decide the link last seen, though it may be hidden from this officer. */
    @When("{officer} tries to decide {code} on that link as it was")
    public void decideHidden(Authority authority, String finding) {
        world.answered(world.officer(authority)
                .post("/v1/links/" + world.remembered("link") + "/decision", decision(finding)));
    }

    /** Exactly the five groups of IO 34. */
    @Then("the identity confirmation file holds exactly five groups of data")
    public void fiveGroups() {
        List<String> groups = new ArrayList<>();
        confirmationFile().fieldNames().forEachRemaining(groups::add);
        assertThat(groups).hasSize(5);
    }

    /** A text stands nowhere in it. */
    @Then("the identity confirmation file nowhere says {string}")
    public void fileNowhereSays(String text) {
        assertThat(confirmationFile().toString()).doesNotContain(text);
    }

    private JsonNode confirmationFile() {
        return world.officer(Authority.of(world.remembered("seer")))
                .get("/v1/identity-confirmation-files/" + world.remembered("sin"))
                .expectOk()
                .json();
    }

    /** The explanation is complete. */
    @Then("the link explains its rule row, its rule set and its threshold version to {officer}")
    public void explains(Authority authority) {
        JsonNode pair = detail(authority).path("evidence").path(0);
        assertThat(pair.path("row").path("row").asText()).isNotBlank();
        assertThat(pair.path("row").path("source").asText()).isNotBlank();
        assertThat(pair.path("ruleSet").asText()).startsWith("SIM-2023-333");
        assertThat(pair.path("biometric").path("thresholdVersion").asText()).isNotBlank();
    }

    /** Nothing beyond Art 34(a)-(b). */
    @Then("the link shows {officer} no evidence")
    public void noEvidence(Authority authority) {
        assertThat(detail(authority).path("evidence")).isEmpty();
    }

    /** Decision, officer, reason. */
    @Then("the history of the link holds the decision, the officer and the reason")
    public void historyHolds() {
        String history =
                detail(Authority.of(world.remembered("seer"))).path("history").toString();
        assertThat(history).contains("SAME_PERSON_UNJUSTIFIED", "officer-", "interview and documents examined");
    }

    /** A reference, and nothing of the document itself. */
    @Then("the history of the link holds a reference to the evidence and no document")
    public void historyHoldsReference() {
        Authority decider = new Authority(AuthorityKind.BORDER_SECOND_LINE, MemberState.of("MS-3"));
        String history = detail(decider).path("history").toString();
        assertThat(history).contains("file-2026/114").doesNotContain("image", "document\"");
    }

    /** Class of two categories. */
    @Then("the link tells {officer} that the names are {code} and the birth date is {code}")
    public void classes(Authority authority, String names, String birthDate) {
        assertThat(field(authority, "names").path("result").asText()).isEqualTo(names);
        assertThat(field(authority, "birthDate").path("result").asText()).isEqualTo(birthDate);
    }

    /** The compared values side by side. */
    @Then("the link shows {officer} both names {string} and {string}")
    public void bothNames(Authority authority, String a, String b) {
        assertThat(field(authority, "names").toString()).contains(a, b);
    }

    private JsonNode field(Authority authority, String name) {
        for (JsonNode field : detail(authority).path("evidence").path(0).path("fields")) {
            if (field.path("field").asText().replaceAll("[^a-z]", "").equalsIgnoreCase(name)) {
                return field;
            }
        }
        throw new AssertionError("no field " + name + " in " + detail(authority));
    }

    private static ObjectNode decision(String finding) {
        return Json.object()
                .put("finding", finding)
                .put("reason", "interview and documents examined")
                .put("evidenceReference", "file-2026/114")
                .put("personPresent", true)
                .put("explanationHeard", true);
    }

    /** The detail of the link last seen. */
    JsonNode detail(Authority authority) {
        return world.officer(authority)
                .get("/v1/links/" + world.remembered("link"))
                .expectOk()
                .json();
    }

    private Optional<JsonNode> link(Authority authority, String a, String systemA, String b, String systemB) {
        world.remember("seer", authority.text());
        String groupA = group(authority, world.record(a, systemA));
        String groupB = group(authority, world.record(b, systemB));
        return linksOf(authority, a, systemA).stream()
                .filter(l -> joins(l, groupA, groupB))
                .findFirst();
    }

    /** The links of a person's record as an officer may see them. */
    List<JsonNode> linksOf(Authority authority, String who, String system) {
        OriginRef ref = world.record(who, system);
        Answer answer =
                world.officer(authority).get("/v1/links?system=" + ref.system() + "&recordId=" + ref.recordId());
        List<JsonNode> links = new ArrayList<>();
        if (answer.ok()) {
            answer.json().path("links").forEach(links::add);
        }
        return links;
    }

    /** Groups are read by an officer who owns data there; a record alone is a group of its own. */
    private String group(Authority authority, OriginRef ref) {
        Answer own =
                world.officer(authority).get("/v1/systems/" + ref.system() + "/records/" + ref.recordId() + "/group");
        return own.ok() ? own.json().path("ref").asText() : ref.text();
    }

    private static boolean joins(JsonNode link, String a, String b) {
        List<String> ends = List.of(link.path("a").asText(), link.path("b").asText());
        return ends.contains(a) && ends.contains(b);
    }
}
