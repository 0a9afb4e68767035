package org.polyonym.perf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.simulation.demo.BerlinCase;
import org.polyonym.simulation.demo.ModeResult;
import org.polyonym.simulation.europe.Ber14;
import org.polyonym.simulation.europe.PrintSource;
import org.polyonym.simulation.harness.HarnessException;
import org.polyonym.simulation.harness.Platform;

/** Case BER-14 by its script, its sixteen events spread over the load. */
final class BerlinHidden implements HiddenCase {
    static final String ID = "BER-14";

    /** The case begins and ends inside the load: after this share of it ... */
    private static final double FIRST = 0.08;
    /** ... and with its last event at this share. */
    private static final double LAST = 0.80;
    /** Impressions that the script captures at most, and poor ones. */
    private static final int IMPRESSIONS = 12;

    private final Platform platform;
    private final PrintSource prints;

    BerlinHidden(Platform platform, PrintSource prints) {
        this.platform = platform;
        this.prints = prints;
    }

    @Override
    public Instant legalTime() {
        return BerlinCase.BEFORE;
    }

    @Override
    public void prepare() {
        PrintSource.FOUR_FINGERS.forEach(finger -> {
            prints.poorPrint(Ber14.ATTACKER, finger, 1);
            for (int impression = 1; impression <= IMPRESSIONS; impression++) {
                prints.print(Ber14.ATTACKER, finger, impression);
            }
        });
    }

    @Override
    public Outcome run(long began, long loadMillis) {
        TimedRegistrar registrar = new TimedRegistrar(platform);
        List<Long> times = new ArrayList<>();
        double slot = loadMillis * (LAST - FIRST) / (BerlinCase.EVENTS - 1);
        sleepUntil(began, (long) (FIRST * loadMillis));
        long first = millisSince(began);
        ModeResult result = BerlinCase.replay(platform, prints, registrar, step -> {
            times.add(millisSince(began));
            sleepUntil(began, (long) (FIRST * loadMillis + slot * times.size()));
        });
        return new Outcome(
                exposures(result, registrar, times),
                BerlinCase.misses(result),
                first,
                times.getLast(),
                List.copyOf(registrar.visible().values()));
    }

    private static List<Exposure> exposures(ModeResult result, TimedRegistrar registrar, List<Long> times) {
        Map<Integer, List<Integer>> stepsOf = new LinkedHashMap<>();
        for (int i = 0; i < result.steps().size(); i++) {
            stepsOf.computeIfAbsent(result.steps().get(i).n(), n -> new ArrayList<>())
                    .add(i);
        }
        return Ber14.all().stream()
                .map(alias -> exposure(alias, result, registrar, stepsOf.getOrDefault(alias.n(), List.of()), times))
                .toList();
    }

    private static Exposure exposure(
            Ber14.Alias alias, ModeResult result, TimedRegistrar registrar, List<Integer> steps, List<Long> times) {
        boolean joined = result.joinedIds().contains(alias.n());
        boolean found = result.foundIds().contains(alias.n());
        var name = alias.identity().names().getFirst();
        String identity = "#" + alias.n() + " " + name.givenNames() + " " + name.familyName();
        if (!joined && !found) {
            return new Exposure(
                    identity, alias.linkable(), "no", "", alias.reason(), Optional.empty(), Optional.empty());
        }
        int step = decisive(result, steps);
        ModeResult.Step at = result.steps().get(step);
        StringBuilder evidence = new StringBuilder(at.outcome());
        at.links()
                .forEach(link -> evidence.append("; ")
                        .append(link.colour())
                        .append(" link ")
                        .append(link.a())
                        .append(" and ")
                        .append(link.b())
                        .append(link.reason().isEmpty() ? "" : " by " + link.reason()));
        return new Exposure(
                identity,
                alias.linkable(),
                joined ? "joined" : "found",
                at.at().substring(0, 10) + " " + at.system(),
                evidence.toString(),
                longest(registrar, alias.n()),
                Optional.of(times.get(step)));
    }

    /** The step with links, or else the last of the identity: in the first one the person may have been new. */
    private static int decisive(ModeResult result, List<Integer> steps) {
        return steps.stream()
                .filter(i -> !result.steps().get(i).links().isEmpty())
                .findFirst()
                .orElse(steps.getLast());
    }

    private static Optional<Long> longest(TimedRegistrar registrar, int n) {
        return registrar.visible().entrySet().stream()
                .filter(entry -> BerlinCase.identityOf(
                                entry.getKey().substring(entry.getKey().indexOf('/') + 1))
                        .filter(identity -> identity == n)
                        .isPresent())
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder());
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    private static void sleepUntil(long began, long millis) {
        try {
            Thread.sleep(Math.max(0, millis - millisSince(began)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        }
    }
}
