package org.polyonym.scenarios.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.en.Then;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.MemberState;
import org.polyonym.model.OriginRef;
import org.polyonym.simulation.harness.Answer;

/** Individual files of the common identity repository. */
public final class Repository {
    private final World world;

    /** Made for each scenario. */
    public Repository(World world) {
        this.world = world;
    }

    /** One file with that many partitions. */
    @Then("{officer} reads one individual file of {who} in {system} with {int} partition(s)")
    public void readsFile(Authority authority, String who, String system, int partitions) {
        assertThat(file(authority, who, system).path("partitions")).hasSize(partitions);
    }

    /** No file. */
    @Then("{officer} finds no individual file of {who} in {system}")
    public void noFile(Authority authority, String who, String system) {
        assertThat(ask(authority, who, system).status()).isEqualTo(404);
    }

    /** Exactly these partitions are shown. */
    @Then("{officer} reads the partitions {} in the file of {who} in {system}")
    public void partitions(Authority authority, String list, String who, String system) {
        TreeSet<String> shown = new TreeSet<>();
        file(authority, who, system)
                .path("partitions")
                .forEach(p -> shown.add(
                        OriginRef.of(p.path("origin").asText()).system().text()));
        assertThat(shown).containsExactlyInAnyOrder(list.split(",\\s*"));
    }

    /** The reference leads to the record. */
    @Then("the partition of {who} in {system} opens the record for {officer}")
    public void opens(String who, String system, Authority authority) {
        OriginRef ref = OriginRef.of(file(authority, who, system)
                .path("partitions")
                .path(0)
                .path("origin")
                .asText());
        JsonNode record = world.officer(authority)
                .get("/v1/systems/" + ref.system() + "/records/" + ref.recordId())
                .expectOk()
                .json();
        assertThat(record.path("ref").asText())
                .isEqualTo(world.record(who, system).text());
    }

    /** A text stands in the file. */
    @Then("the file of {who} in {system} shows {string} to {officer}")
    public void shows(String who, String system, String text, Authority authority) {
        assertThat(file(authority, who, system).toString()).contains(text);
    }

    /** Both records are partitions of one file. */
    @Then("{who} in {system} and {who} in {system} are in one individual file")
    public void oneFile(String a, String systemA, String b, String systemB) {
        Authority reader = new Authority(AuthorityKind.LAW_ENFORCEMENT, MemberState.of("MS-1"));
        List<String> origins = new ArrayList<>();
        file(reader, a, systemA)
                .path("partitions")
                .forEach(p -> origins.add(p.path("origin").asText()));
        assertThat(origins)
                .contains(
                        world.record(a, systemA).text(),
                        world.record(b, systemB).text());
    }

    private JsonNode file(Authority authority, String who, String system) {
        return ask(authority, who, system).expectOk().json();
    }

    private Answer ask(Authority authority, String who, String system) {
        OriginRef ref = world.record(who, system);
        return world.officer(authority).get("/v1/individual-files/" + ref.system() + "/" + ref.recordId());
    }
}
