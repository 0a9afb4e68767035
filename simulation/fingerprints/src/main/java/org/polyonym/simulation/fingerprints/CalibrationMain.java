package org.polyonym.simulation.fingerprints;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The calibration check as a command: do generated prints score like real ones?
 *
 * <pre>CalibrationMain --seed 1 --fingers 200 --impressions 4 --pairs 10000 [--real DIR] [--fused-threshold 60]
 * [--json FILE]</pre>
 *
 * With {@code --real}, images named {@code <finger>_<impression>.png} are measured in the same run and are what the
 * generated ones must equal; without, the recorded quartiles of FVC2002 DB1_B are. Times are CPU milliseconds of one
 * thread. Needs SourceAFIS on the class path. Exits 1 when a target is missed, 2 on wrong arguments.
 */
public final class CalibrationMain {

    /** Genuine score quartiles of FVC2002 DB1_B with SourceAFIS 3.18.1, all 280 pairs. */
    private static final double[] REAL_QUARTILES = {68, 109, 154};

    private static final double QUARTILE_TOLERANCE = 0.15;
    private static final double MATCH_THRESHOLD = 40;
    private static final double FALSE_MATCHES_ALLOWED = 0.001;
    private static final double FUSED_SHARE_WANTED = 0.99;
    private static final long PAIRING_KEY = 77;

    private final Map<String, Object> report = new LinkedHashMap<>();
    private double[] wantedQuartiles = REAL_QUARTILES;
    private boolean met = true;

    private CalibrationMain() {}

    /** Runs the check; arguments as in the class comment. */
    public static void main(String[] args) throws IOException {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        if (args.length % 2 != 0 || !options.keySet().stream().allMatch(name -> name.startsWith("--"))) {
            System.err.println("usage: --seed S --fingers N --impressions K --pairs P [--real DIR]"
                    + " [--fused-threshold T] [--json FILE]");
            System.exit(2);
        }
        System.exit(new CalibrationMain().run(options, System.out) ? 0 : 1);
    }

    private boolean run(Map<String, String> options, PrintStream out) throws IOException {
        long seed = Long.parseLong(options.getOrDefault("--seed", "1"));
        int fingers = Integer.parseInt(options.getOrDefault("--fingers", "200"));
        int impressions = Integer.parseInt(options.getOrDefault("--impressions", "4"));
        int pairs = Integer.parseInt(options.getOrDefault("--pairs", "10000"));
        double fusedThreshold = Double.parseDouble(options.getOrDefault("--fused-threshold", "60"));
        report.put("generatorVersion", FingerprintGenerator.VERSION);
        report.put("seed", seed);
        report.put("fingers", fingers);
        report.put("impressions", impressions);
        if (options.containsKey("--real")) {
            measureReal(Path.of(options.get("--real")));
        }
        Calibration calibration = new Calibration();
        PrintSet set = calibration.generated(seed, fingers, impressions);
        measureGenerated(set, RandomStream.of(seed, PAIRING_KEY), pairs, fusedThreshold);
        timing("masterMs", calibration.masterMs());
        timing("impressionMs", calibration.impressionMs());
        timing("extractionMs", calibration.extractionMs());
        report.put("targetsMet", met);
        report.forEach((name, value) -> out.printf(Locale.ROOT, "%-34s %s%n", name, value));
        if (options.containsKey("--json")) {
            Files.writeString(Path.of(options.get("--json")), json());
        }
        return met;
    }

    private void measureReal(Path folder) throws IOException {
        Calibration calibration = new Calibration();
        PrintSet real = calibration.real(folder);
        wantedQuartiles = quartiles(genuine("real", real));
        impostor("real", real.allImpostors());
        timing("realExtractionMs", calibration.extractionMs());
    }

    private void measureGenerated(PrintSet set, RandomStream random, int pairs, double fusedThreshold) {
        double[] quartiles = quartiles(genuine("generated", set));
        String[] names = {"P25", "P50", "P75"};
        for (int q = 0; q < names.length; q++) {
            double ratio = quartiles[q] / wantedQuartiles[q];
            target("genuine" + names[q] + "ToReal", ratio, Math.abs(ratio - 1) <= QUARTILE_TOLERANCE);
        }
        Scores impostor = impostor("generated", set.impostor(random, pairs));
        double falseMatches = impostor.shareAtLeast(MATCH_THRESHOLD);
        target("generatedImpostorAtLeast40", falseMatches, falseMatches <= FALSE_MATCHES_ALLOWED);
        Scores fused = set.fusedGenuine(Calibration.FINGERS_TOGETHER);
        double found = fused.shareAtLeast(fusedThreshold);
        report.put("fusedThreshold", fusedThreshold);
        report.put("fusedGenuineCount", fused.count());
        put("fusedGenuineMin", fused.quantile(0));
        put("fusedGenuineP1", fused.quantile(0.01));
        target("fusedGenuineAtLeastThreshold", found, found >= FUSED_SHARE_WANTED);
    }

    private Scores genuine(String set, PrintSet prints) {
        Scores scores = prints.genuine();
        report.put(set + "GenuineCount", scores.count());
        put(set + "GenuineP25", scores.quantile(0.25));
        put(set + "GenuineP50", scores.quantile(0.5));
        put(set + "GenuineP75", scores.quantile(0.75));
        put(set + "GenuineBelow40", 1 - scores.shareAtLeast(MATCH_THRESHOLD));
        put(set + "MeanMinutiae", prints.meanMinutiae());
        return scores;
    }

    private static double[] quartiles(Scores scores) {
        return new double[] {scores.quantile(0.25), scores.quantile(0.5), scores.quantile(0.75)};
    }

    private Scores impostor(String set, Scores scores) {
        report.put(set + "ImpostorCount", scores.count());
        put(set + "ImpostorP50", scores.quantile(0.5));
        put(set + "ImpostorP99", scores.quantile(0.99));
        put(set + "ImpostorMax", scores.max());
        return scores;
    }

    private void timing(String name, Scores milliseconds) {
        put(name + "P50", milliseconds.quantile(0.5));
        put(name + "P95", milliseconds.quantile(0.95));
    }

    private void target(String name, double value, boolean reached) {
        put(name, value);
        report.put(name + "Met", reached);
        met &= reached;
    }

    private void put(String name, double value) {
        report.put(name, Math.round(value * 1e5) / 1e5);
    }

    private String json() {
        return report.entrySet().stream()
                .map(entry -> "  \"" + entry.getKey() + "\": "
                        + (entry.getValue() instanceof String text ? "\"" + text + "\"" : entry.getValue()))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }
}
