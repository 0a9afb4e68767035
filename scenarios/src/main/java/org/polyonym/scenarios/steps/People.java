package org.polyonym.scenarios.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.polyonym.model.Country;
import org.polyonym.model.IdentityData;
import org.polyonym.model.NameKind;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.Sex;
import org.polyonym.model.TravelDocument;
import org.polyonym.simulation.europe.Ber14;

/** Who the scenario talks about. */
public final class People {
    private static final long FIRST_KEY = 50_000;
    /** Bodies keep their prints over all scenarios of a run, so that images are made once. */
    private static final Map<String, Long> BODIES = new ConcurrentHashMap<>();

    private final World world;

    /** Made for each scenario. */
    public People(World world) {
        this.world = world;
    }

    /**
     * Introduces people. Columns: {@code who}; {@code body} (same word, same person; default: a body of their own); {@code
     * surname}; {@code given names}; {@code born}; {@code sex}; {@code citizen of}; {@code birthplace}; {@code document}
     * (e.g. {@code P UTO A123456}); {@code aliases} ({@code SURNAME/Given} separated by commas).
     */
    @Given("these people:")
    public void thesePeople(DataTable table) {
        table.asMaps().forEach(row -> world.claim(claim(row)));
    }

    /** The identities of the Berlin case, called N1 to N14, all of one body. */
    @Given("the fourteen identities of the Berlin case")
    public void theFourteenIdentities() {
        Ber14.all().forEach(a -> world.claim(new Claim("N" + a.n(), Ber14.ATTACKER, a.identity(), a.documents())));
    }

    private static Claim claim(Map<String, String> row) {
        String who = row.get("who");
        String body = text(row, "body").isEmpty() ? who : row.get("body");
        long key = BODIES.computeIfAbsent(body, b -> FIRST_KEY + Math.floorMod(b.hashCode(), 1_000_000));
        Optional<Country> country = Optional.of(text(row, "citizen of"))
                .filter(c -> !c.isEmpty())
                .map(c -> Country.of(c.split(",")[0].strip()));
        IdentityData identity = new IdentityData(
                List.of(PersonName.current(text(row, "surname"), text(row, "given names"))),
                text(row, "born").isEmpty() ? PartialDate.UNKNOWN : PartialDate.of(row.get("born")),
                text(row, "birthplace").isEmpty() ? "Port Nowhere" : row.get("birthplace"),
                country,
                text(row, "sex").isEmpty() ? Sex.M : Sex.valueOf(row.get("sex")),
                Arrays.stream(text(row, "citizen of").split(","))
                        .map(String::strip)
                        .filter(c -> !c.isEmpty())
                        .map(Country::of)
                        .toList());
        for (String alias : text(row, "aliases").split(",")) {
            if (!alias.isBlank()) {
                String[] parts = alias.strip().split("/");
                identity = identity.withName(new PersonName(NameKind.ALIAS, parts[0], parts[1]));
            }
        }
        return new Claim(who, key, identity, documents(text(row, "document")));
    }

    private static List<TravelDocument> documents(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        String[] parts = text.split(" ");
        return List.of(
                new TravelDocument(parts[0], parts[2], Country.of(parts[1]), Optional.of(LocalDate.of(2031, 12, 31))));
    }

    private static String text(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column)).orElse("").strip();
    }
}
