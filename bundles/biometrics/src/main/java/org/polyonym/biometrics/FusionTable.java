package org.polyonym.biometrics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Thresholds and calibration of fused fingerprint scores, read from a reviewed data file whose header says for every
 * number whether it was measured or assumed. Checked when read: every number of fingers once, no overlap. Immutable.
 */
public final class FusionTable {
    /** The calibration is not extrapolated below this: no measurement supports a rarer false match. */
    public static final double LOWEST_LOG10_FMR = -12;

    private static final String STANDARD = "fusion-thresholds.tsv";
    private static final String VERSION_PREFIX = "# version: ";
    private static final String COMMENT = "#";

    /** log10 false match rates of the calibration columns. */
    private static final double[] ANCHORS = {-1, -2, -3, -4, -6, -8};

    private static final int COLUMNS = 3 + ANCHORS.length;

    private final String version;
    private final Map<Integer, Row> rows;

    private FusionTable(String version, Map<Integer, Row> rows) {
        this.version = version;
        this.rows = Map.copyOf(rows);
    }

    /**
     * Thresholds for one number of fingers.
     *
     * @param fingers number of compared fingers, 1 to 10
     * @param diffBelow summed scores below this say DIFF
     * @param sameFrom summed scores from this say SAME; between lies the grey band
     * @param anchors summed score at each false match rate of the calibration columns, rising
     */
    public record Row(int fingers, double diffBelow, double sameFrom, List<Double> anchors) {
        /** Checks that bands do not overlap and the calibration rises. */
        public Row {
            anchors = List.copyOf(anchors);
            require(fingers >= 1 && fingers <= FingerScore.POSITIONS, "number of fingers " + fingers);
            require(diffBelow >= 0 && diffBelow < sameFrom, "bands overlap for " + fingers + " fingers");
            for (int i = 1; i < anchors.size(); i++) {
                require(anchors.get(i) > anchors.get(i - 1), "calibration falls for " + fingers + " fingers");
            }
        }

        Outcome decide(double sum) {
            if (sum >= sameFrom) {
                return Outcome.SAME;
            }
            return sum < diffBelow ? Outcome.DIFF : Outcome.INCONCLUSIVE;
        }

        /** Piecewise linear through (0, 0) and the anchors; beyond the last with the last slope. */
        double log10Fmr(double sum) {
            double fromScore = 0;
            double fromRate = 0;
            double slope = 0;
            for (int i = 0; i < ANCHORS.length; i++) {
                double score = anchors.get(i);
                slope = (ANCHORS[i] - fromRate) / (score - fromScore);
                if (sum <= score) {
                    break;
                }
                if (i < ANCHORS.length - 1) {
                    fromScore = score;
                    fromRate = ANCHORS[i];
                }
            }
            return Math.max(LOWEST_LOG10_FMR, fromRate + slope * (sum - fromScore));
        }
    }

    /**
     * Reads the table that ships with the library.
     *
     * @return the standard table
     */
    public static FusionTable standard() {
        try (InputStream in = FusionTable.class.getResourceAsStream(STANDARD)) {
            require(in != null, "resource " + STANDARD + " is missing");
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(STANDARD, e);
        }
    }

    /**
     * Reads a table.
     *
     * @param in UTF-8 text of the form of the standard file
     * @return the table
     * @throws IOException if reading fails
     * @throws IllegalArgumentException if a row is missing, twice, malformed or contradictory
     */
    public static FusionTable read(InputStream in) throws IOException {
        String version = "";
        Map<Integer, Row> rows = new TreeMap<>();
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith(VERSION_PREFIX)) {
                version = line.substring(VERSION_PREFIX.length()).strip();
            } else if (!line.isBlank() && !line.startsWith(COMMENT)) {
                Row row = parse(line);
                require(rows.put(row.fingers(), row) == null, row.fingers() + " fingers are given twice");
            }
        }
        require(!version.isEmpty(), "no version line");
        require(rows.size() == FingerScore.POSITIONS, "rows for 1 to 10 fingers are needed, found " + rows.keySet());
        return new FusionTable(version, rows);
    }

    private static Row parse(String line) {
        String[] cells = line.split("\t");
        require(cells.length == COLUMNS, cells.length + " columns, " + COLUMNS + " are needed: " + line);
        List<Double> anchors = new ArrayList<>();
        for (int i = 3; i < COLUMNS; i++) {
            anchors.add(Double.valueOf(cells[i]));
        }
        return new Row(Integer.parseInt(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), anchors);
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalArgumentException("fusion table: " + fault);
        }
    }

    /**
     * Returns the version.
     *
     * @return version id, such as {@code FUSE-2026-1}
     */
    public String version() {
        return version;
    }

    /**
     * Returns the row for a number of fingers.
     *
     * @param fingers 1 to 10
     * @return the thresholds
     */
    public Row row(int fingers) {
        require(rows.containsKey(fingers), "no row for " + fingers + " fingers");
        return rows.get(fingers);
    }
}
