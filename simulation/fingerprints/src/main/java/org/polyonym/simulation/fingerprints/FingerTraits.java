package org.polyonym.simulation.fingerprints;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What makes one finger differ from every other before its ridges grow. Lengths in pixels at 500 dpi, angles in
 * radians; x runs right, y down, the origin lies about where the pattern has its centre.
 *
 * @param cores loop singularities
 * @param deltas delta singularities, as many as cores
 * @param tipArch how strongly ridges follow the fingertip's contour
 * @param archRise greatest slope of a plain arch, 0 for other classes
 * @param archCentre height of that greatest slope
 * @param period mean distance of two ridges
 * @param creases white lines across the skin, each {x, y, half length, angle, half width}
 */
record FingerTraits(
        PatternClass pattern,
        List<Singularity> cores,
        List<Singularity> deltas,
        double tipArch,
        double archRise,
        double archCentre,
        double period,
        List<double[]> creases) {

    private static final double BEND = 0.3;
    private static final double PERIOD_MEAN = 8.4;
    private static final double PERIOD_DEVIATION = 0.55;
    private static final double CREASED_SHARE = 0.45;
    private static final int MAX_CREASES = 5;

    static FingerTraits drawn(RandomStream random, PatternClass pattern) {
        double x = random.normal(0, 14);
        double y = random.normal(-5, 22);
        List<Point> cores = moved(cores(random, pattern), x, y);
        List<Point> deltas = moved(deltas(random, pattern), x, y);
        return new FingerTraits(
                pattern,
                cores.stream().map(core -> loop(random, core, cores, deltas)).toList(),
                deltas.stream()
                        .map(delta -> Singularity.delta(random, delta.x, delta.y, BEND))
                        .toList(),
                random.between(0.5, 1.05),
                pattern == PatternClass.ARCH ? random.between(0.5, 1.5) : 0,
                random.normal(20, 30),
                random.normal(PERIOD_MEAN, PERIOD_DEVIATION),
                creases(random));
    }

    private static List<Point> cores(RandomStream random, PatternClass pattern) {
        return switch (pattern) {
            case ARCH -> List.of();
            case TENTED_ARCH, LEFT_LOOP, RIGHT_LOOP -> List.of(new Point(0, 0));
            case WHORL -> {
                double half = random.between(6, 45);
                double lean = random.normal(0, 8);
                yield List.of(new Point(-lean, -half), new Point(lean, half));
            }
            case TWIN_LOOP -> {
                double half = random.between(22, 48);
                double turn = random.between(0.15, 1.1) * (random.chance(0.5) ? 1 : -1);
                double dx = half * StrictMath.cos(turn);
                double dy = half * StrictMath.sin(turn);
                yield List.of(new Point(-dx, -dy), new Point(dx, dy));
            }
        };
    }

    private static List<Point> deltas(RandomStream random, PatternClass pattern) {
        return switch (pattern) {
            case ARCH -> List.of();
            case TENTED_ARCH -> List.of(new Point(random.normal(0, 7), random.between(45, 120)));
            case LEFT_LOOP -> List.of(new Point(random.between(45, 135), random.between(60, 150)));
            case RIGHT_LOOP -> List.of(new Point(-random.between(45, 135), random.between(60, 150)));
            case WHORL, TWIN_LOOP ->
                List.of(
                        new Point(-random.between(60, 140), random.between(65, 160)),
                        new Point(random.between(60, 140), random.between(65, 160)));
        };
    }

    private static List<Point> moved(List<Point> points, double dx, double dy) {
        return points.stream().map(p -> new Point(p.x + dx, p.y + dy)).toList();
    }

    /** A core opens where the zero-pole orientation around it points away from it. */
    private static Singularity loop(RandomStream random, Point core, List<Point> cores, List<Point> deltas) {
        double opening = 0;
        for (Point other : cores) {
            opening += other == core ? 0 : other.angleTo(core);
        }
        for (Point delta : deltas) {
            opening -= delta.angleTo(core);
        }
        return Singularity.core(random, core.x, core.y, BEND, opening, random.between(0.1, 0.75));
    }

    private static List<double[]> creases(RandomStream random) {
        if (!random.chance(CREASED_SHARE)) {
            return List.of();
        }
        int count = 1 + (int) (random.uniform() * MAX_CREASES);
        double common = random.normal(0, 0.5);
        return IntStream.range(0, count)
                .mapToObj(i -> new double[] {
                    random.normal(0, 60),
                    random.normal(30, 80),
                    random.between(15, 60),
                    random.normal(common, 0.3),
                    random.between(1.2, 3)
                })
                .toList();
    }

    private record Point(double x, double y) {
        double angleTo(Point other) {
            return StrictMath.atan2(other.y - y, other.x - x);
        }
    }
}
