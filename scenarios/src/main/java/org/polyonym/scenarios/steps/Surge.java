package org.polyonym.scenarios.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Many travellers at one crossing, entered without waiting for anybody's detection. */
public final class Surge {
    private static final int CLIENTS = 6;
    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final Duration DETECTION_LIMIT = Duration.ofSeconds(60);
    /** Of the surge, so many at least are left when somebody else's turn has come. */
    private static final int STILL_WAITING = 20;

    private static final String[] ENDS = {"adan", "ebel", "icor", "odum", "ufar", "agen", "ehit", "ikov", "olus", "umas"
    };
    private static final String[] STARTS = {"Bar", "Cel", "Dro", "Fen", "Gri", "Hol", "Jur", "Kav", "Lom", "Mir"};

    private final World world;
    private final Registrations registrations;
    private final List<OriginRef> entered = new ArrayList<>();

    /** Made for each scenario. */
    public Surge(World world, Registrations registrations) {
        this.world = world;
        this.registrations = registrations;
    }

    /** As fast as the officers of the crossing can. */
    @When("{officer} registers {int} travellers in {system} as {code} at once")
    public void enter(Authority authority, int count, String system, String category) {
        enter(authority, count, system, category, () -> {});
    }

    /** The same, and something happens when half are entered, while the others go on. */
    void enter(Authority authority, int count, String system, String category, Runnable halfWay) {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<OriginRef>> entries = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                entries.add(clients.submit(() -> enter(authority, system, category, number)));
            }
            entries.get(count / 2).get();
            halfWay.run();
            for (Future<OriginRef> each : entries) {
                entered.add(each.get());
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

    /** One person of another authority, behind all of the surge. */
    @When("{officer} registers {who} in {system} as {code} behind them")
    public void enterBehind(Authority authority, String who, String system, String category) {
        Submission submission = registrations.submission(who, category, List.of());
        Answer answer = world.officer(authority)
                .post("/v1/systems/" + system + "/records", submission)
                .expectOk();
        world.record(
                who,
                system,
                OriginRef.of(answer.json().path("record").path("ref").asText()));
    }

    /** It did not wait until those before it were done. */
    @Then("{officer} sees the detection of {who} in {system} completed while travellers of the surge still wait")
    public void overtakes(Authority authority, String who, String system) {
        awaitDetection(authority, world.record(who, system));
        long waiting = undone().values().stream().mapToLong(Long::longValue).sum();
        assertThat(waiting).as("tasks of the surge that wait").isGreaterThanOrEqualTo(STILL_WAITING);
    }

    /** All of the surge, one by one. */
    @Then("every traveller's detection is completed for {officer}")
    public void everyDetection(Authority authority) {
        assertThat(entered).isNotEmpty().doesNotHaveDuplicates();
        entered.forEach(ref -> awaitDetection(authority, ref, LIMIT));
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

    /** Returns when the detection of the record is completed; the last answer is the scenario's. */
    void awaitDetection(Authority authority, OriginRef ref) {
        awaitDetection(authority, ref, DETECTION_LIMIT);
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
}
