package org.polyonym.scenarios.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.Authority;
import org.polyonym.model.BiometricSample;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.Json;

/** Queries of the European search portal. */
public final class Searches {
    private final World world;
    private final Registrations registrations;

    /** Made for each scenario. */
    public Searches(World world, Registrations registrations) {
        this.world = world;
        this.registrations = registrations;
    }

    /** By names, birth date, sex, nationality. */
    @When("{officer} searches for {who} by name")
    public void byName(Authority authority, String who) {
        search(authority, who, true, false, List.of());
    }

    /** By travel document. */
    @When("{officer} searches for {who} by document")
    public void byDocument(Authority authority, String who) {
        search(authority, who, false, true, List.of());
    }

    /** By live prints. */
    @When("{officer} searches for {who} by fingerprints")
    public void byPrints(Authority authority, String who) {
        search(authority, who, false, false, registrations.live(who));
    }

    /** By everything. */
    @When("{officer} searches for {who} by name, document and fingerprints")
    public void byAll(Authority authority, String who) {
        search(authority, who, true, true, registrations.live(who));
    }

    /** The question by names, birth date, sex, nationality. */
    static ObjectNode byName(Claim claim) {
        ObjectNode query = Json.object().put("mode", "ONE_EDIT");
        query.set("identity", Json.MAPPER.valueToTree(claim.identity()));
        return query;
    }

    private void search(
            Authority authority, String who, boolean name, boolean document, List<BiometricSample> samples) {
        Claim claim = world.claim(who);
        ObjectNode query = name ? byName(claim) : Json.object().put("mode", "ONE_EDIT");
        query.set("documents", Json.MAPPER.valueToTree(document ? claim.documents() : List.of()));
        query.set("samples", Json.MAPPER.valueToTree(samples));
        world.answered(world.officer(authority).post("/v1/searches", query));
    }

    /** A source answered with the person's record. */
    @Then("{system} answers with the record of {who}")
    public void answersWith(String system, String who) {
        String ref = world.record(who, system).text();
        assertThat(items(system))
                .as("items of %s", system)
                .anyMatch(i -> ref.equals(i.path("origin").asText()));
    }

    /** A source answered without that record. */
    @Then("{system} does not answer with the record of {who}")
    public void doesNotAnswerWith(String system, String who) {
        String ref = world.record(who, system).text();
        assertThat(source(system).map(s -> s.path("status").asText()))
                .isPresent()
                .get()
                .isNotEqualTo("UNAVAILABLE");
        assertThat(items(system)).noneMatch(i -> ref.equals(i.path("origin").asText()));
    }

    /** State of a source. */
    @Then("{system} is {code}")
    public void isInState(String system, String status) {
        assertThat(source(system).map(s -> s.path("status").asText())).contains(status);
    }

    /** The source is not spoken of at all. */
    @Then("the answer does not mention {system}")
    public void notMentioned(String system) {
        assertThat(source(system)).isEmpty();
        assertThat(world.answer().text()).doesNotContain("\"" + system);
    }

    /** Exactly these sources, in any order. */
    @Then("exactly the sources of the profile answer: {}")
    public void theseSources(String list) {
        List<String> found = lines("SOURCE").stream()
                .map(l -> l.path("source").path("system").asText())
                .toList();
        assertThat(found).containsExactlyInAnyOrder(list.split(",\\s*"));
    }

    /** What the item was found by. */
    @Then("{system} found {who} by {code}")
    public void foundBy(String system, String who, String by) {
        assertThat(item(system, who).path("matchedBy")).anyMatch(m -> m.asText().equals(by));
    }

    /** And by nothing else. */
    @Then("{system} found {who} by {code} only")
    public void foundOnlyBy(String system, String who, String by) {
        assertThat(item(system, who).path("matchedBy"))
                .hasSize(1)
                .allMatch(m -> m.asText().equals(by));
    }

    /** Every source of the profile is empty. */
    @Then("every source is empty")
    public void everySourceEmpty() {
        assertThat(lines("SOURCE"))
                .isNotEmpty()
                .allMatch(l -> l.path("source").path("status").asText().equals("EMPTY_OR_NOT_PERMITTED"));
    }

    /** Text of the answer. */
    @Then("the answer nowhere says {string}")
    public void nowhereSays(String text) {
        assertThat(world.answer().expectOk().text()).doesNotContain(text);
    }

    /** Text of the answer. */
    @Then("the answer says {string}")
    public void says(String text) {
        assertThat(world.answer().text()).contains(text);
    }

    /**
     * Reads lines as they come and lets the hanging source go as soon as another has answered. Were the answer held back
     * until every source is done, the hanging source could only end in its time-out.
     */
    @When("{officer} searches for {who} and reads line by line")
    public void lineByLine(Authority authority, String who) {
        ObjectNode query = Json.object().put("mode", "ONE_EDIT");
        query.set("identity", Json.MAPPER.valueToTree(world.claim(who).identity()));
        List<String> received = new ArrayList<>();
        try (Stream<String> lines = world.officer(authority).stream("/v1/searches", query)) {
            lines.forEach(line -> {
                received.add(line);
                if (line.contains("\"ANSWERED\"")) {
                    world.platform().clearFaults();
                }
            });
        }
        world.answered(Answer.ofLines(received));
    }

    /** The fast source's line came first, and the slow one could then still answer. */
    @Then("{system} has answered while {system} still hangs")
    public void answeredBefore(String fast, String slow) {
        List<String> order = lines("SOURCE").stream()
                .map(l -> l.path("source").path("system").asText())
                .toList();
        assertThat(order.indexOf(fast)).isNotNegative().isLessThan(order.indexOf(slow));
        isInState(slow, "EMPTY_OR_NOT_PERMITTED");
    }

    /** A fact of the person's item. */
    @Then("{system} says {word} {string} about {who}")
    public void saysAbout(String system, String name, String value, String who) {
        assertThat(facts(system, who, name)).contains(value);
    }

    /** No such fact. */
    @Then("{system} says no {word} about {who}")
    public void saysNothingAbout(String system, String name, String who) {
        assertThat(facts(system, who, name)).isEmpty();
    }

    /** Identity data of the item are there or not. */
    @Then("the item of {who} from {system} shows {word}")
    public void shows(String who, String system, String part) {
        assertThat(item(system, who).path(part).isEmpty()
                        && item(system, who).path(part).isContainerNode())
                .as("%s of %s", part, item(system, who))
                .isFalse();
        assertThat(item(system, who).path(part).isMissingNode()
                        || item(system, who).path(part).isNull())
                .isFalse();
    }

    /** The portal's own link part. */
    @Then("the answer carries a {colour} link between {system} and {system}")
    public void carriesLink(LinkColour colour, String a, String b) {
        assertThat(links())
                .anyMatch(l -> l.path("colour").asText().equals(colour.name())
                        && systems(l).containsAll(List.of(a, b)));
    }

    /** No link in the answer. */
    @Then("the answer carries no link")
    public void carriesNoLink() {
        assertThat(lines("LINKS")).hasSize(1);
        assertThat(links()).isEmpty();
    }

    /** Remembers the answer's shape, to compare it with another's. */
    @Then("the shape of the answer is remembered")
    public void rememberShape() {
        world.remember("shape", shape());
    }

    /** Equal but for the query's own identifier. */
    @Then("the answer has the remembered shape")
    public void sameShape() {
        assertThat(shape()).isEqualTo(world.remembered("shape"));
    }

    private String shape() {
        return world.answer()
                .text()
                .replaceAll("\"queryId\":\"[^\"]*\"", "\"queryId\":\"\"")
                .replaceAll("\"at\":\"[^\"]*\"", "\"at\":\"\"")
                .lines()
                .sorted()
                .reduce("", (a, b) -> a + "\n" + b);
    }

    private List<JsonNode> links() {
        return lines("LINKS").stream()
                .flatMap(l -> StreamSupport.stream(l.path("links").spliterator(), false))
                .toList();
    }

    private static List<String> systems(JsonNode link) {
        return List.of(
                link.path("a").asText().split("/")[0], link.path("b").asText().split("/")[0]);
    }

    private List<JsonNode> lines(String type) {
        return world.answer().expectOk().lines().stream()
                .filter(l -> l.path("type").asText().equals(type))
                .toList();
    }

    private Optional<JsonNode> source(String system) {
        return lines("SOURCE").stream()
                .map(l -> l.path("source"))
                .filter(s -> s.path("system").asText().equals(system))
                .findFirst();
    }

    private List<JsonNode> items(String system) {
        List<JsonNode> items = new ArrayList<>();
        source(system).ifPresent(s -> s.path("items").forEach(items::add));
        return items;
    }

    private JsonNode item(String system, String who) {
        String ref = world.record(who, system).text();
        return items(system).stream()
                .filter(i -> ref.equals(i.path("origin").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(system + " does not answer with " + who));
    }

    private List<String> facts(String system, String who, String name) {
        List<String> values = new ArrayList<>();
        for (JsonNode fact : item(system, who).path("facts")) {
            if (fact.path("name").asText().equals(name)) {
                values.add(fact.path("value").asText());
            }
        }
        return values;
    }
}
