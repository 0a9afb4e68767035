package org.polyonym.simulation.demo;

import java.util.ArrayList;
import java.util.List;

/** What the interoperable run must show (law catalogue 12.2); each miss is a sentence. */
final class Expectations {
    private static final double WITHIN_THE_HOUR = 1.0;

    private Expectations() {}

    static List<String> misses(ModeResult run) {
        List<String> misses = new ArrayList<>();
        check(misses, any(run, 2, "WHITE"), "the alert of identity 2 and his Eurodac record are not linked white");
        check(misses, any(run, 6, "YELLOW"), "the registration of identity 6 does not turn the link yellow");
        check(misses, discrepancy(run), "the yellow link is not flagged as a discrepancy");
        check(misses, any(run, 6, "RED"), "the asylum authority's decision does not make the link red");
        check(misses, told(run, "SIRENE@MS-1: RED_LINK"), "the SIRENE bureau of MS-1 is not told of the red link");
        check(misses, told(run, "SIRENE@MS-1: ALIAS_PROPOSAL"), "no alias is proposed for the alert");
        check(misses, run.joinedIds().containsAll(List.of(2, 6, 7)), "identities 2, 6 and 7 are not joined");
        check(
                misses,
                run.foundIds().containsAll(List.of(3, 10, 11, 12, 14)),
                "not all of 3, 10, 11, 12 and 14 are found, only " + run.foundIds());
        check(
                misses,
                run.hoursToYellow().map(h -> h < WITHIN_THE_HOUR).orElse(false),
                "the yellow link does not follow the registration within the hour");
        check(misses, redAtCoach(run), "the coach check does not show the red link");
        check(misses, neverWrong(run), "an officer without right was shown a link");
        return misses;
    }

    private static void check(List<String> misses, boolean holds, String otherwise) {
        if (!holds) {
            misses.add(otherwise);
        }
    }

    private static boolean any(ModeResult run, int n, String colour) {
        return run.steps().stream()
                .anyMatch(s -> s.n() == n
                        && s.links().stream().anyMatch(l -> l.colour().equals(colour)));
    }

    private static boolean discrepancy(ModeResult run) {
        return run.steps().stream()
                .flatMap(s -> s.links().stream())
                .anyMatch(l -> l.colour().equals("YELLOW") && l.discrepancy());
    }

    private static boolean told(ModeResult run, String message) {
        return run.steps().stream().anyMatch(s -> s.notified().contains(message));
    }

    private static boolean redAtCoach(ModeResult run) {
        return run.steps().stream().anyMatch(s -> s.n() == 12 && s.outcome().contains("RED"));
    }

    /** While yellow, nobody but the responsible asylum authority may see the link (IO 26(1)). */
    private static boolean neverWrong(ModeResult run) {
        return run.steps().stream()
                .filter(s -> s.links().stream().anyMatch(l -> l.colour().equals("YELLOW")))
                .allMatch(s -> s.seenBy().equals(List.of("ASYLUM@MS-2")));
    }
}
