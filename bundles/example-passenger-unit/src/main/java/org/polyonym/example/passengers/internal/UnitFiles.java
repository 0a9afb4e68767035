package org.polyonym.example.passengers.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.polyonym.model.Country;
import org.polyonym.model.IdentityData;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.Sex;
import org.polyonym.model.TravelDocument;

/** The unit's own storage. Thread-safe inside one node. */
final class UnitFiles {
    private static final String CONFIRMED = "CONFIRMED";

    private final Table passengers;
    private final Table matches;
    private final Table reviews;
    private final Table approvals;

    UnitFiles(Path folder) {
        passengers = new Table(
                folder.resolve("passengers.tsv"),
                "id\treceived\tflight\troute\tsurname\tgivenNames\tborn\tnationality\tdocumentType\tdocumentNumber"
                        + "\tissuedBy");
        matches = new Table(folder.resolve("matches.tsv"), "match\trecord\tcase\tauthority\tday");
        reviews = new Table(folder.resolve("reviews.tsv"), "match\tdecision\tofficer\tday");
        approvals = new Table(folder.resolve("approvals.tsv"), "record\tcase\tapprovedBy\tday");
    }

    boolean ready() {
        return passengers.exists();
    }

    /** The journeys that may still be kept; those that may not are erased first. */
    synchronized List<Journey> journeys(LocalDate today) {
        erase(today);
        return passengers.rows().stream().map(UnitFiles::journey).toList();
    }

    /** Erases the journeys that may not be kept any longer. */
    synchronized void erase(LocalDate today) {
        if (passengers.rows().stream().anyMatch(row -> over(row, today))) {
            passengers.remove(row -> over(row, today));
        }
    }

    /** Whether an officer of the unit has confirmed the match. One that is new is entered as pending. */
    synchronized boolean confirmed(Match match, LocalDate today) {
        String id = match.id();
        if (matches.rows().stream().noneMatch(row -> row[0].equals(id))) {
            matches.append(id, match.record(), match.caseReference(), match.authority(), today.toString());
        }
        return reviews.rows().stream()
                .filter(row -> row[0].equals(id))
                .reduce((earlier, later) -> later)
                .filter(row -> row[1].equals(CONFIRMED))
                .isPresent();
    }

    /** Whether the disclosure of the whole record in the case was approved by who may do so (Art 12(3)). */
    boolean approved(Match match) {
        return approvals.rows().stream()
                .anyMatch(row -> row[0].equals(match.record()) && row[1].equals(match.caseReference()));
    }

    private static boolean over(String[] row, LocalDate today) {
        return Periods.over(LocalDate.parse(row[1]), today);
    }

    private static Journey journey(String[] row) {
        IdentityData identity = new IdentityData(
                List.of(PersonName.current(row[4], row[5])),
                PartialDate.of(row[6]),
                "",
                Optional.empty(),
                Sex.U,
                List.of(Country.of(row[7])));
        List<TravelDocument> documents = row[9].isEmpty()
                ? List.of()
                : List.of(new TravelDocument(row[8], row[9], Country.of(row[10]), Optional.empty()));
        return new Journey(row[0], LocalDate.parse(row[1]), row[2], row[3], identity, documents);
    }
}
