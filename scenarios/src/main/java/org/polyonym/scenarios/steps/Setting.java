package org.polyonym.scenarios.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.polyonym.scenarios.ScenariosMain;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.HarnessException;
import org.polyonym.simulation.harness.Platform;

/** Every scenario starts from an empty platform at a fixed legal time, with every bundle running. */
public final class Setting {
    private static final Instant START = Instant.parse("2026-06-15T09:00:00Z");

    private static final Duration CLOCK_LIMIT = Duration.ofSeconds(30);

    private final World world;
    private final Set<String> stopped = new HashSet<>();

    /** Made for each scenario. */
    public Setting(World world) {
        this.world = world;
    }

    /** Empties the platform, unless it has other things to do. */
    @Before
    public void startEmpty() {
        if (!Boolean.getBoolean(ScenariosMain.KEEP)) {
            world.platform().reset();
        }
        if (world.platform().nodes().size() == 1) {
            world.platform().setClock(START);
        } else {
            Platform.await("the legal clock is set on every node", CLOCK_LIMIT, this::clockIsSet);
        }
    }

    /** Another node may be at its duties of the day while the store is emptied under it; both are tried again. */
    private boolean clockIsSet() {
        try {
            world.platform().setClock(START);
            return true;
        } catch (HarnessException notYet) {
            return false;
        }
    }

    /** Starts what the scenario has stopped. */
    @After
    public void startWhatWasStopped() {
        world.platform().clearFaults();
        stopped.forEach(bundle -> world.platform().startBundle(bundle));
    }

    /** Moves the legal time and runs what is due. */
    @Given("it is {int}-{int}-{int}")
    public void itIs(int year, int month, int day) {
        Instant noon = LocalDate.of(year, month, day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        world.platform().setClock(noon);
    }

    /** Puts a connector that misbehaves in front of a system's own. */
    @Given("the connector of {system} {badly}")
    public void badConnector(String system, String behaviour) {
        world.platform().breakConnector(system, behaviour);
    }

    /** Installs a bundle that cannot resolve. */
    @Given("a bundle that asks for a package nobody has")
    public void brokenBundle() {
        world.platform().installBrokenBundle();
    }

    /** Readiness names it, with the missing package. */
    @Then("the platform says it is not ready because of that bundle")
    public void notReadyBecauseOfIt() {
        Answer answer = world.platform().get("/health/ready");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).contains("org.polyonym.simulation.broken").contains("nobody.has.this");
    }

    /** Stops a bundle. */
    @When("the component {word} is stopped")
    public void stop(String component) {
        String bundle = "org.polyonym." + component;
        world.platform().stopBundle(bundle);
        stopped.add(bundle);
    }

    /** Starts it again. */
    @When("the component {word} is started again")
    public void start(String component) {
        String bundle = "org.polyonym." + component;
        world.platform().startBundle(bundle);
        stopped.remove(bundle);
    }
}
