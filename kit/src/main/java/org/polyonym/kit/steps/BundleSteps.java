package org.polyonym.kit.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;
import org.polyonym.connector.Connector;
import org.polyonym.connector.Description;
import org.polyonym.connector.Health;
import org.polyonym.kit.Call;
import org.polyonym.kit.DescriptionRules;
import org.polyonym.kit.JarRules;
import org.polyonym.kit.ManifestRules;
import org.polyonym.kit.StaticState;

/** What the bundle is and what the connector says of itself. */
public final class BundleSteps {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String SYSTEM = "system";

    private final Bench bench;
    private Description first;

    /** Made for each scenario. */
    public BundleSteps(Bench bench) {
        this.bench = bench;
    }

    /** Installs and starts it. */
    @When("it is started")
    public void started() {
        bench.start();
        first = bench.description();
    }

    /** And stops it. */
    @When("it is stopped")
    public void stopped() {
        bench.stop();
    }

    /** Imports, exports and the rest. */
    @Then("its manifest keeps the rules for guests")
    public void manifest() throws IOException {
        try (JarFile jar = new JarFile(bench.jar().toFile())) {
            Manifest manifest = jar.getManifest();
            assertThat(manifest).as("the jar has a manifest").isNotNull();
            assertThat(ManifestRules.breaches(manifest.getMainAttributes()))
                    .as("what to change in the manifest")
                    .isEmpty();
            assertThat(JarRules.breaches(Files.size(bench.jar()), jar.stream().toList()))
                    .as("what to change in the jar")
                    .isEmpty();
        } catch (ZipException e) {
            throw new AssertionError("the file is no jar: " + e.getMessage(), e);
        }
    }

    /** The service property {@code system}. */
    @Then("the service names the same system as the description, or none")
    public void sameSystem() {
        Object named = bench.reference().getProperty(SYSTEM);
        assertThat(named == null || named.equals(first.system().text()))
                .as("the service property 'system' is " + named + " and describe() says " + first.system()
                        + ": write the same in @Component(property = \"system=...\")")
                .isTrue();
    }

    /** Static fields. */
    @Then("no class has a static field that can change")
    public void noStaticState() {
        Class<?> own = bench.connector().getClass();
        assertThat(StaticState.of(bench.jar(), own.getClassLoader(), own.getPackageName()))
                .as("static fields that can change: make each final and immutable, or a field of the component")
                .isEmpty();
    }

    /** Parts of the description. */
    @Then("the description is complete")
    public void complete() {
        assertThat(DescriptionRules.parts(first))
                .as("what to change in describe()")
                .isEmpty();
    }

    /** Limits. */
    @Then("the limits are in range")
    public void limits() {
        assertThat(DescriptionRules.limits(first.limits()))
                .as("what to change in the limits of describe()")
                .isEmpty();
    }

    /** Time. */
    @Then("the description is given within a second")
    public void describesAtOnce() {
        Connector connector = bench.connector();
        Call.within(SECOND, "describe()", connector, connector::describe);
    }

    /** Constancy. */
    @Then("the description is the same after a search")
    public void describesTheSame() {
        bench.search(bench.kit().found().caller().caller(), bench.kit().found().query());
        assertThat(bench.description())
                .as("describe() must give the same while the service is registered: make it a constant")
                .isEqualTo(first);
    }

    /** Time. */
    @Then("the health is told within a second")
    public void healthAtOnce() {
        health();
    }

    /** With its sample data. */
    @Then("the connector is healthy")
    public void healthy() {
        Health health = health();
        assertThat(health.available())
                .as("health() says that the system behind cannot be asked: " + health.reason())
                .isTrue();
    }

    private Health health() {
        Connector connector = bench.connector();
        Health health = Call.within(SECOND, "health()", connector, connector::health);
        assertThat(health).as("health() gives null").isNotNull();
        assertThat(health.reason())
                .as("health() needs a reason, if only an empty one")
                .isNotNull();
        return health;
    }
}
