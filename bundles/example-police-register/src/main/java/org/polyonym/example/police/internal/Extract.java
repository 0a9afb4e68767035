package org.polyonym.example.police.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.polyonym.model.Country;
import org.polyonym.model.IdentityData;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.Sex;
import org.polyonym.model.TravelDocument;

/** The register as extracted for the portal: a table inside the bundle, replaced with the bundle. Immutable. */
final class Extract {
    private static final String FILE = "register.tsv";
    private static final int HEADER = 1;
    private static final int COLUMNS = 11;

    private final List<Entry> entries;

    private Extract(List<Entry> entries) {
        this.entries = entries;
    }

    static Extract load() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Extract.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            return new Extract(lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .skip(HEADER)
                    .map(line -> entry(line.split("\t", -1)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    List<Entry> entries() {
        return entries;
    }

    Optional<Entry> find(String id) {
        return entries.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    private static Entry entry(String[] cells) {
        if (cells.length != COLUMNS) {
            throw new IllegalStateException(FILE + ": " + cells.length + " columns instead of " + COLUMNS);
        }
        IdentityData identity = new IdentityData(
                List.of(PersonName.current(cells[1], cells[2])),
                PartialDate.of(cells[3]),
                "",
                Optional.empty(),
                Sex.U,
                List.of(Country.of(cells[4])));
        List<TravelDocument> documents = cells[6].isEmpty()
                ? List.of()
                : List.of(new TravelDocument(cells[5], cells[6], Country.of(cells[7]), Optional.empty()));
        return new Entry(cells[0], identity, documents, cells[8], cells[9], cells[10].equals("RESTRICTED"));
    }
}
