package org.polyonym.kit.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.polyonym.access.Caller;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Item;
import org.polyonym.kit.Call;
import org.polyonym.kit.KitRun;
import org.polyonym.kit.Sink;

/** Numbers of items, deadlines, interruption, calls at once. */
public final class LimitSteps {
    private final Bench bench;
    private final List<List<Item>> answers = new ArrayList<>();
    private Sink sink;

    /** Made for each scenario. */
    public LimitSteps(Bench bench) {
        this.bench = bench;
    }

    /** Fewer than there may be. */
    @When("the known person is searched for with {int} item wanted")
    public void wanting(int items) {
        sink = new Sink(Integer.MAX_VALUE);
        bench.search(bench.kit().found().caller().caller(), bench.kit().found().query(), sink, items);
    }

    /** Offered, not only taken. */
    @Then("at most {int} item is offered")
    public void atMost(int items) {
        bench.outcome().expectAnswer();
        assertThat(bench.outcome().offered())
                .as("items that a query with maxItems = " + items + " was offered: count them and stop")
                .isLessThanOrEqualTo(items);
    }

    /** The connector's own word. */
    @Then("at most as many items are offered as it declares")
    public void atMostDeclared() {
        bench.outcome().expectAnswer();
        assertThat(bench.outcome().offered())
                .as("items offered; describe() declares at most so many: count them and stop")
                .isLessThanOrEqualTo(bench.description().limits().maxItems());
    }

    /** In the past. */
    @When("the known person is searched for after the deadline")
    public void tooLate() {
        bench.searchUntil(Instant.now().minus(KitRun.PATIENCE));
    }

    /** Or shortly after. */
    @Then("the search returns by its deadline")
    public void returnsInTime() {
        assertThat(bench.outcome().inTime())
                .as("returned at most " + Call.TOLERANCE.toMillis() + " ms after the deadline: look at"
                        + " query.deadline(), and wait for the system behind no longer than until then")
                .isTrue();
    }

    /** Full from the first. */
    @When("the known person is searched for with a sink that takes nothing")
    public void fullSink() {
        sink = new Sink(0);
        bench.search(
                bench.kit().found().caller().caller(),
                bench.kit().found().query(),
                sink,
                bench.description().limits().maxItems());
    }

    /** One refusal is enough. */
    @Then("the search ends with the first item")
    public void endsWithFirst() {
        returnsInTime();
        assertThat(bench.outcome().offered())
                .as("items offered to a sink that throws: do not catch what the sink throws")
                .isEqualTo(1);
        assertThat(bench.outcome().thrown())
                .as("what came out beside the sink's own exception")
                .isEmpty();
    }

    /** At once. */
    @When("the known person is searched for and the search is interrupted")
    public void interrupt() {
        bench.searchInterrupted();
    }

    /** Within the grace. */
    @Then("the search returns at once")
    public void returnsAtOnce() {
        assertThat(bench.outcome().returned())
                .as("returned within " + Call.GRACE.toMillis()
                        + " ms after it was interrupted: do not swallow InterruptedException, and look at"
                        + " Thread.currentThread().isInterrupted() in loops")
                .isTrue();
    }

    /** Each on a thread of its own. */
    @When("the known person is searched for by as many at once as it declares")
    public void manyAtOnce() throws InterruptedException {
        Connector connector = bench.connector();
        int many = bench.description().limits().maxConcurrent();
        int wanted = bench.description().limits().maxItems();
        Caller caller = bench.kit().found().caller().caller();
        ConnectorQuery query =
                bench.query(caller, bench.kit().found().query(), Instant.now().plus(KitRun.PATIENCE), wanted);
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            List<Future<List<Item>>> calls = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                calls.add(threads.submit(
                        () -> Call.search(connector, query, new Sink(wanted)).expectAnswer()));
            }
            for (Future<List<Item>> call : calls) {
                answers.add(call.get());
            }
        } catch (ExecutionException e) {
            throw new AssertionError(
                    many + " searches at once, as describe() declares: "
                            + e.getCause().getMessage(),
                    e.getCause());
        }
    }

    /** Regardless of their order. */
    @Then("all have the same answer")
    public void sameAnswers() {
        Set<Set<Item>> different = new HashSet<>();
        answers.forEach(items -> different.add(Set.copyOf(items)));
        assertThat(different)
                .as("different answers to one query asked by many at once: keep nothing of a search in a field")
                .hasSize(1);
    }
}
