package org.polyonym.scenarios.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.en.Then;
import java.util.ArrayList;
import java.util.List;
import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.MemberState;
import org.polyonym.model.Purpose;

/** Who was told what, and what the log holds. */
public final class Notices {
    private static final int FULL_PAGE = 100;

    private final World world;

    /** Made for each scenario. */
    public Notices(World world) {
        this.world = world;
    }

    /** A message of that type has arrived. */
    @Then("{officer} is told {code}")
    public void told(Authority authority, String type) {
        assertThat(inbox(authority)).extracting(n -> n.path("type").asText()).contains(type);
    }

    /** Exactly that many. */
    @Then("{officer} is told {code} exactly {int} time(s)")
    public void toldTimes(Authority authority, String type, int times) {
        assertThat(inbox(authority).stream().filter(n -> n.path("type").asText().equals(type)))
                .hasSize(times);
    }

    /** No message of that type. */
    @Then("{officer} is not told {code}")
    public void notTold(Authority authority, String type) {
        assertThat(inbox(authority)).extracting(n -> n.path("type").asText()).doesNotContain(type);
    }

    /** The inbox is empty. */
    @Then("{officer} is told nothing")
    public void toldNothing(Authority authority) {
        assertThat(inbox(authority)).isEmpty();
    }

    /** A message names a value in a fact. */
    @Then("{officer} is told {code} with {word} {string}")
    public void toldWith(Authority authority, String type, String fact, String value) {
        assertThat(inbox(authority))
                .anyMatch(n -> n.path("type").asText().equals(type)
                        && n.path("facts").path(fact).asText().contains(value));
    }

    /** The audit log has an entry of that event since the scenario began. */
    @Then("the audit log holds {code}")
    public void auditHolds(String event) {
        assertThat(audit())
                .extracting(e -> e.path("entry").path("event").asText())
                .contains(event);
    }

    /** An entry with a detail. */
    @Then("the audit log holds {code} with {word} {string}")
    public void auditHoldsWith(String event, String name, String value) {
        assertThat(audit())
                .anyMatch(e -> e.path("entry").path("event").asText().equals(event)
                        && e.path("entry").path("detail").path(name).asText().contains(value));
    }

    /** Nothing of that text stands in the log. */
    @Then("the audit log nowhere says {string}")
    public void auditNowhere(String text) {
        assertThat(audit()).noneMatch(e -> e.toString().contains(text));
    }

    /** No entry can hold an image or a template. */
    @Then("no audit entry is longer than {int} characters")
    public void noLongEntry(int length) {
        assertThat(audit()).isNotEmpty().allMatch(e -> e.toString().length() <= length);
    }

    private List<JsonNode> inbox(Authority authority) {
        List<JsonNode> list = new ArrayList<>();
        world.officer(authority)
                .get("/v1/notifications")
                .expectOk()
                .json()
                .path("notifications")
                .forEach(list::add);
        return list;
    }

    private List<JsonNode> audit() {
        Authority supervisor = new Authority(AuthorityKind.SUPERVISOR, MemberState.of("EU"));
        List<JsonNode> entries = new ArrayList<>();
        int before;
        do {
            before = entries.size();
            long after =
                    entries.isEmpty() ? 0 : entries.getLast().path("sequence").asLong();
            world.officer(supervisor, Purpose.SUPERVISION)
                    .get("/v1/audit?after=" + after)
                    .expectOk()
                    .json()
                    .path("entries")
                    .forEach(entries::add);
            // Reading is logged too, so there is always one entry more: a short page is the last one.
        } while (entries.size() - before > FULL_PAGE);
        return entries;
    }
}
