package org.polyonym.scenarios;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The list of requirements and cases that tags may name: id, article, the rule in our words, verified or not. */
public final class Requirements {
    private static final int COLUMNS = 4;

    /**
     * One row.
     *
     * @param id e.g. {@code R-MID-11}
     * @param article legal source
     * @param rule in our words
     * @param verified whether the rule was checked against the published text: V yes, P press, N no, D own design
     */
    public record Requirement(String id, String article, String rule, String verified) {}

    private final Map<String, Requirement> byId;

    private Requirements(Map<String, Requirement> byId) {
        this.byId = byId;
    }

    /** Reads {@code requirements.tsv} of this module. */
    public static Requirements load() {
        try (InputStream in = Requirements.class.getResourceAsStream("/requirements.tsv")) {
            return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("requirements.tsv cannot be read", e);
        }
    }

    static Requirements read(BufferedReader reader) throws IOException {
        Map<String, Requirement> rows = new LinkedHashMap<>();
        String line = reader.readLine();
        while ((line = reader.readLine()) != null) {
            String[] cells = line.split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new IllegalArgumentException("requirements.tsv: " + cells.length + " cells in: " + line);
            }
            if (rows.put(cells[0], new Requirement(cells[0], cells[1], cells[2], cells[3])) != null) {
                throw new IllegalArgumentException("requirements.tsv: " + cells[0] + " stands twice");
            }
        }
        return new Requirements(rows);
    }

    /** A row by id. */
    public Optional<Requirement> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Number of rows. */
    public int size() {
        return byId.size();
    }
}
