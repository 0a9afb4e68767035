package org.polyonym.perf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Constant arrival rates by operation. The shares of searches are those of law catalogue 8.3; how registrations divide is
 * assumed.
 *
 * @param flows operations with a rate above zero, in the order of {@link Operation}
 */
record Mix(List<Flow> flows) {
    /** Arrivals per second of one operation. */
    record Flow(Operation operation, double perSecond) {}

    private static final double BORDER = 0.15;
    private static final double EURODAC = 0.05;
    private static final double CHECKS = 0.03;
    private static final double HIGHEST_BIOMETRIC = CHECKS + EURODAC + BORDER;
    private static final double TOLERANCE = 1e-9;

    private static final Map<Operation, Double> BY_NAME = Map.of(
            Operation.SIS_NAME, 0.60,
            Operation.VISA_NAME, 0.10,
            Operation.ETIAS_NAME, 0.05,
            Operation.FLAG, 0.01,
            Operation.EUROPOL_INTERPOL, 0.01);

    private static final Map<Operation, Double> REGISTRATIONS = Map.of(
            Operation.ENTRY_BARE, 0.4,
            Operation.ENTRY_PRINTS, 0.3,
            Operation.VISA_APPLICATION, 0.2,
            Operation.ASYLUM_APPLICATION, 0.1);

    /**
     * Divides the rates. Prints are used first for identity checks, which the law wants by live prints, then for Eurodac, then
     * at the border.
     *
     * @param searches per second, all kinds
     * @param biometric per second, part of the searches
     * @param registrations per second
     * @throws IllegalArgumentException if the biometric part does not fit the profile
     */
    static Mix of(double searches, double biometric, double registrations) {
        if (searches < 0 || registrations < 0 || searches + registrations <= 0) {
            throw new IllegalArgumentException(
                    "--searches and --registrations must not be negative, and one of them must be above 0");
        }
        double checks = CHECKS * searches;
        if (biometric < checks - TOLERANCE || biometric > HIGHEST_BIOMETRIC * searches + TOLERANCE) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "--biometric must be between %.2f and %.2f at %.1f searches/s: identity checks (3 %% of the profile) are"
                            + " always by prints, and beside them at most Eurodac and border searches",
                    checks,
                    HIGHEST_BIOMETRIC * searches,
                    searches));
        }
        double asylumPrints = Math.clamp(biometric - checks, 0, EURODAC * searches);
        double borderPrints = Math.clamp(biometric - checks - asylumPrints, 0, BORDER * searches);
        Map<Operation, Double> rates = new EnumMap<>(Operation.class);
        BY_NAME.forEach((operation, share) -> rates.put(operation, share * searches));
        rates.put(Operation.IDENTITY_CHECK, checks);
        rates.put(Operation.ASYLUM_PRINTS, asylumPrints);
        rates.put(Operation.ASYLUM_NAME, EURODAC * searches - asylumPrints);
        rates.put(Operation.BORDER_PRINTS, borderPrints);
        rates.put(Operation.BORDER_NAME, BORDER * searches - borderPrints);
        REGISTRATIONS.forEach((operation, share) -> rates.put(operation, share * registrations));
        List<Flow> flows = new ArrayList<>();
        rates.forEach((operation, rate) -> {
            if (rate > TOLERANCE) {
                flows.add(new Flow(operation, rate));
            }
        });
        return new Mix(List.copyOf(flows));
    }

    /** Arrivals per second, all together. */
    double total() {
        return flows.stream().mapToDouble(Flow::perSecond).sum();
    }

    /** Arrivals of all operations within a time that are surely due: a broken one of each operation may come or not. */
    long planned(double seconds) {
        return flows.stream()
                .mapToLong(flow -> (long) Math.floor(flow.perSecond() * seconds + TOLERANCE))
                .sum();
    }

    /** Arrivals of an operation within a time. */
    int arrivals(Operation operation, double seconds) {
        return (int) Math.ceil(flows.stream()
                .filter(flow -> flow.operation() == operation)
                .mapToDouble(flow -> flow.perSecond() * seconds)
                .sum());
    }
}
