package org.polyonym.kit.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.polyonym.access.Caller;
import org.polyonym.access.SearchField;
import org.polyonym.connector.Connector;
import org.polyonym.connector.Description;
import org.polyonym.connector.Item;
import org.polyonym.kit.Call;
import org.polyonym.kit.ItemRules;
import org.polyonym.kit.KitFile;

/** What the connector finds and what it hides. */
public final class SearchSteps {
    private static final Duration FETCH = Duration.ofSeconds(5);
    private static final String UNKNOWN_RECORD = "NO-SUCH-RECORD-0";

    private final Bench bench;
    private List<Item> hidden;

    /** Made for each scenario. */
    public SearchSteps(Bench bench) {
        this.bench = bench;
    }

    /** With the kit file's keys. */
    @When("the known person is searched for")
    public void searchKnown() {
        bench.search(bench.kit().found().caller().caller(), bench.kit().found().query());
    }

    /** The record of the kit file. */
    @Then("the known record is among the answers")
    public void knownFound() {
        found(bench.kit().found().record(), "found");
    }

    /** System of the items. */
    @Then("every answer is a record of the described system")
    public void ownSystem() {
        noBreach(item -> ItemRules.system(item, bench.description()));
    }

    /** Categories of the items. */
    @Then("every answer holds declared categories only")
    public void declaredCategories() {
        Description description = bench.description();
        noBreach(item -> ItemRules.categories(item, description));
    }

    /** Form of the items. */
    @Then("every answer is whole and of bearable size")
    public void whole() {
        noBreach(ItemRules::form);
    }

    /** Without asking for a hit: the own law may want more than one field. */
    @Then("a search for the known person by each declared field alone breaks nothing")
    public void eachFieldAlone() {
        KitFile.Known known = bench.kit().found();
        for (SearchField field : bench.description().searchable()) {
            bench.search(known.caller().caller(), Keys.cut(known.query(), Set.of(field)));
            assertThat(bench.outcome().expectAnswer().stream()
                            .flatMap(item -> ItemRules.system(item, bench.description()).stream()))
                    .as("what to change for searches by %s alone", field)
                    .isEmpty();
        }
    }

    /** By its identifier. */
    @Then("the known record is fetched as the kit file says")
    public void fetched() {
        String record = bench.kit().found().record();
        Optional<Item> item = fetch(record);
        assertThat(item.isPresent())
                .as(
                        "whether fetch(\"%s\") gives the record that a search finds; a law that lets nobody fetch is told by"
                                + " \"fetchable\": false in 'found' of the kit file",
                        record)
                .isEqualTo(bench.kit().found().fetchable());
        if (item.isEmpty()) {
            return;
        }
        assertThat(item.orElseThrow().origin().recordId())
                .as("record that fetch gives")
                .isEqualTo(record);
    }

    /** By an identifier of nothing. */
    @Then("an unknown record is not there")
    public void unknown() {
        assertThat(fetch(UNKNOWN_RECORD))
                .as("fetch of a record that is not there must be Optional.empty()")
                .isEmpty();
    }

    /** The control: without it a connector that finds nothing would hide well. */
    @When("the hidden person is searched for by one who may see the record")
    public void searchAsOneWhoSees() {
        bench.search(
                bench.kit().hidden().seenBy().caller(), bench.kit().hidden().query());
    }

    /** Found. */
    @Then("the hidden record is among the answers")
    public void hiddenFound() {
        found(bench.kit().hidden().record(), "hidden.seenBy");
    }

    /** By the wrong caller. */
    @When("the hidden person is searched for by one who must not see the record")
    public void searchAsOneWhoDoesNot() {
        bench.search(
                bench.kit().hidden().caller().caller(), bench.kit().hidden().query());
        hidden = bench.outcome().expectAnswer();
    }

    /** The same caller, a name that nobody has. */
    @When("somebody who is not there is searched for by the same")
    public void searchNobody() {
        bench.search(bench.kit().hidden().caller().caller(), BadQuery.nobody());
    }

    /** Both without that record, and equally long. */
    @Then("both answers are the same")
    public void sameAnswer() {
        KitFile.Hidden told = bench.kit().hidden();
        assertThat(hidden)
                .as("the answer to " + told.caller().authority() + ", from whom the record is hidden: apply the own law"
                        + " to query.caller() before an item is given")
                .noneMatch(item -> item.origin().recordId().equals(told.record()));
        assertThat(hidden)
                .as("a hidden record and none must look the same")
                .isEqualTo(bench.outcome().expectAnswer());
    }

    /** By its name in the table. */
    @When("it is asked {badQuery}")
    public void askBadly(BadQuery query) {
        bench.search(bench.kit().found().caller().caller(), query.keys());
    }

    /** One after the other, on one connector. */
    @When("each of them is asked")
    public void askAll() {
        BadQuery.all().forEach(this::askBadly);
    }

    /** No item, no exception, in time. */
    @Then("nobody is found and nothing breaks")
    public void nobody() {
        assertThat(bench.outcome().expectAnswer())
                .as("the query fits no record, so there must be no item: compare whole values, and treat nothing that"
                        + " is given as a pattern")
                .isEmpty();
    }

    /** Those of the kit file. */
    @Then("nobody is found by the bad queries of the kit file")
    public void ownBadQueries() {
        Caller caller = bench.kit().found().caller().caller();
        for (KitFile.Keys keys : bench.kit().bad()) {
            bench.search(caller, keys.query());
            nobody();
        }
    }

    private Optional<Item> fetch(String record) {
        Connector connector = bench.connector();
        Optional<Item> item = Call.within(FETCH, "fetch()", connector, () -> connector.fetch(record));
        assertThat(item).as("fetch() gives null instead of Optional.empty()").isNotNull();
        return item;
    }

    private void found(String record, String part) {
        assertThat(bench.outcome().expectAnswer())
                .as("records that the search of '" + part
                        + "' in the kit file finds, without the fields that describe()"
                        + " does not declare searchable; " + record + " must be among them")
                .extracting(item -> item.origin().recordId())
                .contains(record);
    }

    private void noBreach(Function<Item, List<String>> rule) {
        List<Item> items = bench.outcome().expectAnswer();
        assertThat(items).as("items to look at").isNotEmpty();
        assertThat(items.stream().flatMap(item -> rule.apply(item).stream()).distinct())
                .as("what to change")
                .isEmpty();
    }
}
