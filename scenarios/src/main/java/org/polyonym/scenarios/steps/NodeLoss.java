package org.polyonym.scenarios.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polyonym.model.Authority;
import org.polyonym.model.OriginRef;
import org.polyonym.model.Purpose;
import org.polyonym.registry.Submission;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.Officer;
import org.polyonym.simulation.harness.Platform;

/** What officers and travellers notice when a node of the platform dies. */
public final class NodeLoss {
    /** Registrations go to this node, so that it is the one at work. */
    private static final int BUSY = 2;
    /** The one that dies while it has nothing special to do. */
    private static final int IDLE = 3;

    /** A detection takes a tenth of a second, and some are over before the node can be halted. */
    private static final int ATTEMPTS = 10;

    private static final Duration DETECTION_LIMIT = Duration.ofSeconds(60);
    private static final int PAGE = 1_000;

    private final World world;
    private final Registrations registrations;
    private final Surge surge;
    private final ClusterNodes nodes;
    private Optional<OriginRef> registered = Optional.empty();
    private boolean lost;

    /** Made for each scenario. */
    public NodeLoss(World world, Registrations registrations, Surge surge) {
        this.world = world;
        this.registrations = registrations;
        this.surge = surge;
        this.nodes = new ClusterNodes(world.platform());
    }

    /** The next scenario finds every node. */
    @After("@cluster")
    public void startWhatDied() {
        if (lost) {
            nodes.startAll();
        }
    }

    /** It dies without warning. */
    @Given("a node of the platform has died")
    public void hasDied() {
        nodes.kill(IDLE);
        lost = true;
    }

    /**
     * The node that has acknowledged the registration dies before the detection is done; if another node was quicker to take
     * the task, that one does. If the detection was done before anybody could look, the record is erased and entered again.
     */
    @When("a node dies at work while {officer} registers {who} in {system} as {code}")
    public void diesAtWork(Authority authority, String who, String system, String category) {
        Submission submission = registrations.submission(who, category, registrations.full(who));
        Officer officer = world.platform()
                .node(BUSY)
                .officer(authority, "officer-1", Vocabulary.purposeOf(authority.kind()), "case-1");
        Optional<Integer> atWork = Optional.empty();
        for (int attempt = 1; atWork.isEmpty(); attempt++) {
            assertThat(attempt).as("attempts to meet a node at work").isLessThanOrEqualTo(ATTEMPTS);
            registered.ifPresent(done -> {
                surge.awaitDetection(authority, done);
                officer.erase(done, "entered once more").expectOk();
            });
            OriginRef ref = enter(officer, system, submission);
            atWork = haltedAtWork();
            registered = Optional.of(ref);
        }
        world.record(who, system, registered.get());
        kill(atWork.get());
        surge.awaitDetection(authority, registered.get());
    }

    private static OriginRef enter(Officer officer, String system, Submission submission) {
        Answer answer =
                officer.post("/v1/systems/" + system + "/records", submission).expectOk();
        return OriginRef.of(answer.json().path("record").path("ref").asText());
    }

    /** Of several that are at work all the time; none is halted before it is seen so, for that costs the others seconds. */
    private void killOneAtWork() {
        Optional<Integer> atWork = Optional.empty();
        for (int attempt = 1; atWork.isEmpty() && attempt <= ATTEMPTS; attempt++) {
            atWork = nodes.atWork(BUSY).filter(this::haltedStillAtWork);
        }
        assertThat(atWork).as("a node that holds a claimed and unfinished task").isPresent();
        kill(atWork.get());
    }

    /** A node with a claimed and unfinished task, which stands still from before it was looked at. */
    private Optional<Integer> haltedAtWork() {
        nodes.halt(BUSY);
        Optional<Integer> atWork = nodes.atWork(BUSY);
        if (atWork.isPresent() && atWork.get() == BUSY) {
            return atWork;
        }
        nodes.goOn(BUSY);
        return atWork.filter(this::haltedStillAtWork);
    }

    private boolean haltedStillAtWork(int node) {
        nodes.halt(node);
        boolean still = nodes.atWork(node).filter(found -> found == node).isPresent();
        if (!still) {
            nodes.goOn(node);
        }
        return still;
    }

    private void kill(int node) {
        nodes.kill(node);
        lost = true;
    }

    /** Many people at one crossing, as fast as its officers can. */
    @When("{officer} registers {int} travellers in {system} as {code} at once, and a node dies at work")
    public void surge(Authority authority, int count, String system, String category) {
        surge.enter(authority, count, system, category, this::killOneAtWork);
    }

    /** The node that died, too. */
    @When("every node is back")
    public void everyNodeIsBack() {
        nodes.startAll();
        lost = false;
    }

    /** A connector that was deployed meanwhile has come up there by itself. */
    @Then("soon the node that was away finds {who} in {system} for {officer}")
    public void findsAtTheNodeThatWasAway(String who, String system, Authority authority) {
        Platform.await(
                system + " has an item at node " + IDLE,
                DETECTION_LIMIT,
                () -> askedAtTheNodeThatWasAway(who, authority)
                        .filter(line ->
                                line.path("source").path("system").asText().equals(system))
                        .anyMatch(line -> !line.path("source").path("items").isEmpty()));
    }

    /** And one that was removed has gone. */
    @Then("soon the node that was away no longer mentions {system} to {officer} who searches for {who}")
    public void noLongerMentions(String system, Authority authority, String who) {
        Platform.await(
                system + " is gone from node " + IDLE,
                DETECTION_LIMIT,
                () -> askedAtTheNodeThatWasAway(who, authority)
                        .noneMatch(line -> line.toString().contains(system)));
    }

    private Stream<JsonNode> askedAtTheNodeThatWasAway(String who, Authority authority) {
        return world
                .platform()
                .node(IDLE)
                .officer(authority, "officer-1", Vocabulary.purposeOf(authority.kind()), "case-1")
                .post("/v1/searches", Searches.byName(world.claim(who)))
                .expectOk()
                .lines()
                .stream();
    }

    /** One link, whoever looks. */
    @Then("it is the only link of {who} in {system} for {officer}")
    public void onlyLink(String who, String system, Authority authority) {
        OriginRef ref = world.record(who, system);
        JsonNode links = world.officer(authority)
                .get("/v1/links?system=" + ref.system() + "&recordId=" + ref.recordId())
                .expectOk()
                .json()
                .path("links");
        assertThat(links).hasSize(1);
    }

    /** The detection took effect once, and its log lost nothing. */
    @Then("the log tells of it once and has no gap")
    public void logIsWhole() {
        List<JsonNode> log = new ArrayList<>();
        Platform.await("the log tells of the link", DETECTION_LIMIT, () -> {
            readOn(log);
            return linksCreated(log) > 0;
        });
        assertThat(linksCreated(log)).isEqualTo(1);
        long first = log.getFirst().path("sequence").asLong();
        for (int i = 0; i < log.size(); i++) {
            assertThat(log.get(i).path("sequence").asLong()).isEqualTo(first + i);
        }
    }

    /** As far as it can be read now; a node that takes over may answer 503 for a moment. */
    private void readOn(List<JsonNode> log) {
        Officer supervisor = world.officer(Authority.of("SUPERVISOR@EU"), Purpose.SUPERVISION);
        int before;
        do {
            before = log.size();
            long after = log.isEmpty() ? 0 : log.getLast().path("sequence").asLong();
            Answer page = supervisor.get("/v1/audit?after=" + after);
            if (page.ok()) {
                page.json().path("entries").forEach(log::add);
            }
        } while (log.size() - before == PAGE);
    }

    private long linksCreated(List<JsonNode> log) {
        String record = registered.orElseThrow().text();
        return log.stream()
                .map(each -> each.path("entry"))
                .filter(entry -> entry.path("event").asText().equals("LINK_CREATED"))
                .filter(entry -> entry.path("subject").toString().contains('"' + record + '"'))
                .count();
    }
}
