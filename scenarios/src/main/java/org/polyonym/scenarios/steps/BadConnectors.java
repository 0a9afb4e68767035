package org.polyonym.scenarios.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.polyonym.model.Authority;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.Json;
import org.polyonym.simulation.harness.Officer;
import org.polyonym.simulation.harness.Platform;

/** Connectors with one fault each, searched in beside the others. */
public final class BadConnectors {
    /** Surname that brings out the fault; the connectors know it too. */
    private static final String MARKED = "MISBEHAVE";

    private static final Authority GUARD = Authority.of("BORDER_FIRST_LINE@MS-3");
    /** As many as make a connector that throws or is late look bad: one failure alone may be bad luck. */
    private static final int GUARDS = 3;
    /** By how much an answer may differ from the one before, on a machine that has other work. */
    private static final int SLOWER = 2;

    /** Less than the 2 s after which a connector that hangs is given up. */
    private static final Duration SLACK = Duration.ofMillis(1_200);

    private final World world;
    private final Agencies agencies;
    private final Map<String, Duration> arrivals = new TreeMap<>();
    private final Map<String, Duration> before = new TreeMap<>();
    private final Set<String> unavailable = new TreeSet<>();
    private String system;
    private Instant asked;
    private boolean ready = true;

    /** Made for each scenario. */
    public BadConnectors(World world, Agencies agencies) {
        this.world = world;
        this.agencies = agencies;
    }

    /** With access for border guards. */
    @Given("the operator deploys the bad connector {word}")
    public void deploy(String fault) {
        system = "BAD-" + fault.toUpperCase(Locale.ROOT);
        agencies.deploy("bad-" + fault, AgencyProjects.bad(fault, system));
    }

    /** At once, so that failures come in a row. */
    @When("border guards of MS-3 search for the person that brings out the fault")
    public void searchForTheMarked() throws InterruptedException, ExecutionException {
        before.putAll(arrivals);
        asked = Instant.now();
        searchAll(MARKED);
    }

    /** Nobody that the connector has an opinion on. */
    @When("border guards of MS-3 search for somebody else")
    public void searchForAnother() throws InterruptedException, ExecutionException {
        searchAll("QUARBEN");
    }

    private void searchAll(String surname) throws InterruptedException, ExecutionException {
        arrivals.clear();
        unavailable.clear();
        Officer guard = world.officer(GUARD);
        try (ExecutorService guards = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> searches = Collections.nCopies(GUARDS, () -> search(guard, surname));
            for (Future<Answer> answer : guards.invokeAll(searches)) {
                world.answered(answer.get());
            }
        }
    }

    private Answer search(Officer guard, String surname) {
        ObjectNode query = Json.object().put("mode", "EXACT");
        query.putObject("identity")
                .putArray("names")
                .addObject()
                .put("familyName", surname)
                .put("givenNames", "Nobody");
        Instant began = Instant.now();
        List<String> received = new ArrayList<>();
        try (Stream<String> lines = guard.stream("/v1/searches", query)) {
            lines.forEach(line -> {
                received.add(line);
                note(Answer.ofLines(List.of(line)).lines().getFirst(), Duration.between(began, Instant.now()));
            });
        }
        return Answer.ofLines(received);
    }

    /** Keeps the slowest of all searches. */
    private synchronized void note(JsonNode line, Duration after) {
        String source = line.path("source").path("system").asText();
        if (line.path("source").path("status").asText().equals("UNAVAILABLE")) {
            unavailable.add(source);
        }
        if (!source.isEmpty()) {
            arrivals.merge(source, after, (a, b) -> a.compareTo(b) > 0 ? a : b);
        }
    }

    /** Each of them in each search. */
    @Then("every other source has answered as fast as before")
    public void othersAsFast() {
        Map<String, Duration> others = new TreeMap<>(arrivals);
        others.remove(system);
        asFast(others);
    }

    /** Within the time of the query; what each of them found is in the answer. */
    @Then("every other source has answered before its time was over")
    public void othersAnswered() {
        Set<String> missing = new TreeSet<>(unavailable);
        missing.remove(system);
        assertThat(arrivals.size()).as("sources").isGreaterThan(1);
        assertThat(missing).as("sources without an answer").isEmpty();
    }

    /** The bad one too: it is not called any more. */
    @Then("every source has answered as fast as before")
    public void allAsFast() {
        asFast(arrivals);
        assertThat(arrivals).containsKey(system);
    }

    /** Against a search in the same scenario, because the machine may have other work. */
    private void asFast(Map<String, Duration> sources) {
        Duration slowest = before.values().stream().max(Duration::compareTo).orElseThrow();
        Duration most = slowest.multipliedBy(SLOWER).plus(SLACK);
        assertThat(sources).as("sources and when each answered").isNotEmpty();
        assertThat(sources.values())
                .allMatch(d -> d.compareTo(most) < 0, "within " + most + ": " + sources + ", before " + before);
    }

    /** In the operator's list. */
    @Then("within {int} seconds the connector is in quarantine, with {string} in the reason")
    public void quarantined(int seconds, String reason) {
        Duration left = Duration.ofSeconds(seconds).minus(Duration.between(asked, Instant.now()));
        Platform.await(system + " is in quarantine", left.isNegative() ? Duration.ZERO : left, () -> {
            ready = ready && world.platform().get("/health/ready").ok();
            return agencies.quarantine(system).isPresent();
        });
        assertThat(agencies.quarantine(system).orElseThrow()).containsIgnoringCase(reason);
    }

    /** Looked at until the quarantine and now. */
    @Then("the platform has been ready all the time")
    public void ready() {
        assertThat(ready).as("ready while the connector misbehaved").isTrue();
        assertThat(world.platform().get("/health/ready").status()).isEqualTo(200);
    }
}
