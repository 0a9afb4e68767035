package org.polyonym.mid.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polyonym.access.Caller;
import org.polyonym.access.Profile;
import org.polyonym.problem.ProblemException;

/** The path of links that a finding contradicts, in words; links that the caller may not see are not named. */
final class Paths {
    private Paths() {}

    static String written(List<Link> path, LinkViews views, Caller caller, Profile profile) {
        return path.stream()
                .map(link -> visible(link, views, caller, profile)
                        ? link.colour() + " " + link.a() + " - " + link.b() + " (" + link.linkId() + ")"
                        : "a link that is withheld")
                .collect(Collectors.joining(", then ", "contradicts: ", ""));
    }

    private static boolean visible(Link link, LinkViews views, Caller caller, Profile profile) {
        try {
            views.require(Optional.of(link), caller, profile);
            return true;
        } catch (ProblemException hidden) {
            return false;
        }
    }
}
