package org.polyonym.example.passengers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polyonym.access.Caller;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Item;
import org.polyonym.model.Authority;
import org.polyonym.model.CaseReference;
import org.polyonym.model.IdentityData;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.Purpose;
import org.polyonym.model.Sex;
import org.polyonym.registry.SearchQuery;
import org.polyonym.time.LegalClock;

class PassengerUnitTest {
    private static final String HEADINGS = "id\treceived\tflight\troute\tsurname\tgivenNames\tborn\tnationality"
            + "\tdocumentType\tdocumentNumber\tissuedBy\n";
    private static final String JOURNEY =
            "PNR-1\t2026-01-10\tQQ 117\tXAA-XEU\tMARVENO\tTilda\t1988-07-14\tXAA\tP\tPA7710052\tXAA\n";

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private PassengerUnit unit;

    @BeforeEach
    void openUnit() throws IOException {
        Files.writeString(folder.resolve("passengers.tsv"), HEADINGS + JOURNEY);
        clock.date = LocalDate.of(2026, 2, 1);
        unit = new PassengerUnit(clock, Map.of("folder", folder.toString()));
    }

    @Test
    void releasesNothingBeforeTheReview() throws IOException {
        assertThat(search("LAW_ENFORCEMENT@MS-1", "case-1")).isEmpty();
        assertThat(search("LAW_ENFORCEMENT@MS-1", "case-1")).isEmpty();

        assertThat(Files.readAllLines(folder.resolve("matches.tsv"))).hasSize(2);
    }

    @Test
    void releasesAConfirmedMatchInItsCaseOnly() throws IOException {
        review("CONFIRMED");

        Item item = search("LAW_ENFORCEMENT@MS-1", "case-1").getFirst();
        assertThat(item.identity()).isPresent();
        assertThat(item.documents()).hasSize(1);
        assertThat(search("LAW_ENFORCEMENT@MS-1", "case-2")).isEmpty();
    }

    @Test
    void neverReleasesARejectedMatchAndFollowsTheLastReview() throws IOException {
        review("CONFIRMED");
        review("REJECTED");

        assertThat(search("LAW_ENFORCEMENT@MS-1", "case-1")).isEmpty();
    }

    @Test
    void answersNobodyElseAndNotesNoMatchForThem() {
        assertThat(search("LAW_ENFORCEMENT@MS-2", "case-1")).isEmpty();
        assertThat(search("POLICE@MS-1", "case-1")).isEmpty();

        assertThat(folder.resolve("matches.tsv")).doesNotExist();
    }

    @Test
    void masksAfterSixMonthsUnlessDisclosureIsApproved() throws IOException {
        review("CONFIRMED");

        clock.date = LocalDate.of(2026, 7, 9);
        assertThat(search("LAW_ENFORCEMENT@MS-1", "case-1").getFirst().identity())
                .isPresent();
        clock.date = LocalDate.of(2026, 7, 10);
        Item masked = search("LAW_ENFORCEMENT@MS-1", "case-1").getFirst();
        assertThat(masked.identity()).isEmpty();
        assertThat(masked.documents()).isEmpty();

        append("approvals.tsv", "record\tcase\tapprovedBy\tday\n", "PNR-1\tcase-1\tcourt\t2026-07-11\n");
        assertThat(search("LAW_ENFORCEMENT@MS-1", "case-1").getFirst().identity())
                .isPresent();
    }

    @Test
    void erasesAfterFiveYears() throws IOException {
        review("CONFIRMED");

        clock.date = LocalDate.of(2031, 1, 9);
        assertThat(search("LAW_ENFORCEMENT@MS-1", "case-1")).hasSize(1);
        clock.date = LocalDate.of(2031, 1, 10);
        assertThat(search("LAW_ENFORCEMENT@MS-1", "case-1")).isEmpty();
        assertThat(folder.resolve("passengers.tsv")).hasContent(HEADINGS);
    }

    @Test
    void erasesAlsoWhenNobodySearchesAndLeavesLinesThatItCannotRead() throws IOException {
        append("passengers.tsv", HEADINGS, "half a line\n");

        clock.date = LocalDate.of(2031, 1, 10);
        assertThat(unit.health().available()).isTrue();
        assertThat(folder.resolve("passengers.tsv")).hasContent(HEADINGS + "half a line\n");
    }

    @Test
    void saysThatItsFilesAreMissing() {
        PassengerUnit empty = new PassengerUnit(
                clock, Map.of("folder", folder.resolve("nowhere").toString()));

        assertThat(empty.health().available()).isFalse();
        assertThat(unit.health().available()).isTrue();
    }

    private void review(String decision) throws IOException {
        search("LAW_ENFORCEMENT@MS-1", "case-1");
        String match = Files.readAllLines(folder.resolve("matches.tsv")).get(1).split("\t")[0];
        append("reviews.tsv", "match\tdecision\tofficer\tday\n", match + "\t" + decision + "\tanalyst-1\t2026-02-02\n");
    }

    private void append(String file, String headings, String line) throws IOException {
        Path target = folder.resolve(file);
        if (!Files.exists(target)) {
            Files.writeString(target, headings);
        }
        Files.writeString(target, line, StandardOpenOption.APPEND);
    }

    private List<Item> search(String authority, String caseReference) {
        Caller caller =
                new Caller(Authority.of(authority), "officer-1", Purpose.LE_FULL, CaseReference.of(caseReference));
        IdentityData identity = new IdentityData(
                List.of(PersonName.current("MARVENO", "Tilda")),
                PartialDate.UNKNOWN,
                "",
                Optional.empty(),
                Sex.U,
                List.of());
        SearchQuery search = new SearchQuery(identity, List.of(), SearchQuery.Mode.EXACT);
        List<Item> items = new ArrayList<>();
        unit.search(
                new ConnectorQuery(
                        "query-1", caller, search, List.of(), Instant.now().plusSeconds(1), 10),
                items::add);
        return items;
    }

    private static final class SettableClock implements LegalClock {
        private LocalDate date;

        @Override
        public Instant now() {
            return date.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        }

        @Override
        public boolean virtual() {
            return true;
        }
    }
}
