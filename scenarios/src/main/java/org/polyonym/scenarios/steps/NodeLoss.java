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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.polyonym.model.Authority;
import org.polyonym.model.Country;
import org.polyonym.model.IdentityData;
import org.polyonym.model.OriginRef;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.Purpose;
import org.polyonym.model.Sex;
import org.polyonym.model.TravelDocument;
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

    private static final int CLIENTS = 6;
    private static final Duration DETECTION_LIMIT = Duration.ofSeconds(60);
    private static final Duration SURGE_LIMIT = Duration.ofSeconds(180);
    private static final int PAGE = 1_000;
    private static final String[] ENDS = {"adan", "ebel", "icor", "odum", "ufar", "agen", "ehit", "ikov", "olus", "umas"
    };
    private static final String[] STARTS = {"Bar", "Cel", "Dro", "Fen", "Gri", "Hol", "Jur", "Kav", "Lom", "Mir"};

    private final World world;
    private final Registrations registrations;
    private final ClusterNodes nodes;
    private final List<OriginRef> surge = new ArrayList<>();
    private boolean lost;

    /** Made for each scenario. */
    public NodeLoss(World world, Registrations registrations) {
        this.world = world;
        this.registrations = registrations;
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
     * the task, that one does.
     */
    @When("a node dies at work while {officer} registers {who} in {system} as {code}")
    public void diesAtWork(Authority authority, String who, String system, String category) {
        Submission submission = registrations.submission(who, category, registrations.full(who));
        Officer officer = world.platform()
                .node(BUSY)
                .officer(authority, "officer-1", Vocabulary.purposeOf(authority.kind()), "case-1");
        Answer answer =
                officer.post("/v1/systems/" + system + "/records", submission).expectOk();
        OriginRef ref = OriginRef.of(answer.json().path("record").path("ref").asText());
        world.record(who, system, ref);
        killOneAtWork();
        awaitDetection(authority, ref, DETECTION_LIMIT);
    }

    private void killOneAtWork() {
        nodes.halt(BUSY);
        Optional<Integer> atWork = nodes.atWork(BUSY);
        if (atWork.isEmpty()) {
            nodes.goOn(BUSY);
        }
        assertThat(atWork).as("a node that holds a claimed and unfinished task").isPresent();
        if (atWork.get() != BUSY) {
            nodes.goOn(BUSY);
        }
        nodes.kill(atWork.get());
        lost = true;
    }

    private void awaitDetection(Authority authority, OriginRef ref, Duration limit) {
        Officer officer = world.officer(authority);
        String path = "/v1/systems/" + ref.system() + "/records/" + ref.recordId() + "/detection";
        Platform.await("the detection of " + ref + " is completed", limit, () -> {
            Answer answer = officer.get(path);
            world.answered(answer);
            return answer.ok() && answer.json().path("state").asText().equals("COMPLETED");
        });
    }

    /** Many people at one crossing, as fast as its officers can. */
    @When("{officer} registers {int} travellers in {system} as {code} at once, and a node dies at work")
    public void surge(Authority authority, int count, String system, String category) {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<OriginRef>> entries = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                entries.add(clients.submit(() -> enter(authority, system, category, number)));
                if (i == count / 2) {
                    entries.getLast().get();
                    killOneAtWork();
                }
            }
            for (Future<OriginRef> each : entries) {
                surge.add(each.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            throw new AssertionError("a registration of the surge failed", e.getCause());
        }
    }

    /** With a key, so that an officer whose node died may send it again to another. */
    private OriginRef enter(Authority authority, String system, String category, int number) {
        Officer officer = world.platform()
                .officer(authority, "officer-" + number % CLIENTS, Vocabulary.purposeOf(authority.kind()), "surge");
        Answer answer = officer.post(
                "/v1/systems/" + system + "/records",
                traveller(category, number),
                Map.of("Idempotency-Key", "surge-" + number));
        return OriginRef.of(answer.expectOk().json().path("record").path("ref").asText());
    }

    private static Submission traveller(String category, int number) {
        Country country = Country.of("XAA");
        String name = STARTS[number % 10] + ENDS[number / 10 % 10] + ENDS[number / 100 % 10];
        IdentityData identity = new IdentityData(
                List.of(PersonName.current(name, "Traveller")),
                PartialDate.of("%04d-%02d-%02d".formatted(1950 + number % 50, 1 + number % 12, 1 + number % 28)),
                "Town " + number,
                Optional.of(country),
                Sex.F,
                List.of(country));
        TravelDocument passport = new TravelDocument("P", "S" + (100_000 + number), country, Optional.empty());
        return new Submission(category, Optional.empty(), identity, List.of(passport), List.of(), Map.of());
    }

    /** All of the surge, one by one. */
    @Then("every traveller's detection is completed for {officer}")
    public void everyDetection(Authority authority) {
        assertThat(surge).isNotEmpty().doesNotHaveDuplicates();
        surge.forEach(ref -> awaitDetection(authority, ref, SURGE_LIMIT));
    }

    /** No task is open, claimed or parked, as every node says. */
    @Then("nothing waits and nothing is parked")
    public void nothingLeft() {
        Platform.await("nothing waits", DETECTION_LIMIT, () -> undone().isEmpty());
    }

    private Map<String, Long> undone() {
        Map<String, Long> undone = new TreeMap<>();
        JsonNode queues = world.officer(Authority.of("OPERATIONS@EU"), Purpose.OPERATIONS)
                .get("/v1/status")
                .expectOk()
                .json()
                .path("queues");
        queues.properties()
                .forEach(queue -> queue.getValue().properties().forEach(state -> {
                    if (!state.getKey().equals("DONE") && state.getValue().asLong() > 0) {
                        undone.put(
                                queue.getKey() + " " + state.getKey(),
                                state.getValue().asLong());
                    }
                }));
        return undone;
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
            return count(log, "LINK_CREATED") > 0;
        });
        assertThat(count(log, "LINK_CREATED")).isEqualTo(1);
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

    private static long count(List<JsonNode> log, String event) {
        return log.stream()
                .filter(each -> each.path("entry").path("event").asText().equals(event))
                .count();
    }
}
