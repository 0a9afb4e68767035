package org.polyonym.kit.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.Before;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.polyonym.connector.Item;
import org.polyonym.kit.Workbench;

/** Starting, stopping and what is left of a connector then. */
public final class LifeSteps {
    private final Bench bench;
    private Set<Thread> before = Set.of();
    private WeakReference<ClassLoader> loader;

    /** Made for each scenario. */
    public LifeSteps(Bench bench) {
        this.bench = bench;
    }

    /** Before anything is started. */
    @Before
    public void lookAtThreads() {
        before = threads();
    }

    /** The same bundle again and again. */
    @Then("it starts, answers and stops {int} times with the same answer")
    public void comesAndGoes(int times) {
        List<Item> first = null;
        for (int i = 1; i <= times; i++) {
            bench.start();
            bench.search(
                    bench.kit().found().caller().caller(), bench.kit().found().query());
            List<Item> answer = bench.outcome().expectAnswer();
            first = first == null ? answer : first;
            assertThat(answer)
                    .as("answer after start " + i + ", which must be as after the first: keep no state that a stop"
                            + " spoils")
                    .containsExactlyInAnyOrderElementsOf(first);
            bench.stop();
            assertThat(bench.workbench().services(bench.bundle()))
                    .as("services after stop " + i)
                    .isEmpty();
        }
    }

    /** Right after the stop. */
    @Then("its service is gone at once")
    public void serviceGone() {
        assertThat(bench.workbench().services(bench.bundle()))
                .as("Connector services of the stopped bundle")
                .isEmpty();
        assertThat(bench.bundle().getState()).as("state of the bundle").isEqualTo(Bundle.RESOLVED);
    }

    /** Started by the connector, still alive. */
    @Then("no thread of it is left")
    public void noThreads() {
        Workbench.await(() -> left().isEmpty());
        assertThat(left())
                .as("threads that the connector started and left running: end each in @Deactivate and wait for it")
                .isEmpty();
    }

    /** Without a reference to it in this object's own fields or in the bench. */
    @When("it is used and uninstalled")
    public void usedAndUninstalled() {
        bench.start();
        bench.search(bench.kit().found().caller().caller(), bench.kit().found().query());
        loader = new WeakReference<>(bench.bundle().adapt(BundleWiring.class).getClassLoader());
        bench.stop();
        bench.forget();
    }

    /** After some collections. */
    @Then("its class loader is gone")
    public void loaderGone() {
        boolean gone = Workbench.await(() -> {
            System.gc();
            return loader.get() == null;
        });
        assertThat(gone)
                .as("class loader collected after the bundle was uninstalled: something still refers to a class of"
                        + " the connector, such as a thread, a ThreadLocal, a shutdown hook or a registered driver")
                .isTrue();
    }

    private List<String> left() {
        List<Thread> now = new ArrayList<>(threads());
        now.removeAll(before);
        return now.stream().map(Thread::getName).sorted().toList();
    }

    /** Platform threads but those of the JVM and of the kit's own calls, which are given up when a connector hangs. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.isAlive() && t.getThreadGroup() != null)
                .filter(t -> !"system".equals(t.getThreadGroup().getName())
                        && !"InnocuousThreadGroup".equals(t.getThreadGroup().getName()))
                .filter(t -> !t.getName().startsWith("connector-call"))
                .collect(Collectors.toSet());
    }
}
