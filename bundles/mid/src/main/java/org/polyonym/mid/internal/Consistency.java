package org.polyonym.mid.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.model.GroupRef;

/**
 * Whether a finding contradicts other links: the same data cannot concern one person and two persons at once (R-MID-31).
 * Links that join form persons; a link that parts may not lie inside one. Pure.
 */
final class Consistency {
    private Consistency() {}

    /**
     * Links that contradict the finding, in order along the path; empty when it fits.
     *
     * @param links all links that can be reached from the pair; the link to be decided is left out of account
     */
    static List<Link> conflict(GroupRef a, GroupRef b, Persons finding, Collection<Link> links) {
        List<Link> others = links.stream()
                .filter(link -> !link.pair().equals(Link.pair(a, b)))
                .toList();
        List<Link> joining = others.stream().filter(Link::joins).toList();
        return switch (finding) {
            case OPEN -> List.of();
            case TWO -> path(a, b, joining).orElse(List.of());
            case ONE ->
                parted(a, b, joining, others.stream().filter(Link::parts).toList());
        };
    }

    private static List<Link> parted(GroupRef a, GroupRef b, List<Link> joining, List<Link> parting) {
        for (Link wall : parting) {
            for (GroupRef side : List.of(wall.a(), wall.b())) {
                Optional<List<Link>> first = path(a, side, joining);
                Optional<List<Link>> last = path(wall.other(side), b, joining);
                if (first.isPresent() && last.isPresent()) {
                    List<Link> whole = new ArrayList<>(first.get());
                    whole.add(wall);
                    whole.addAll(last.get());
                    return whole;
                }
            }
        }
        return List.of();
    }

    /** Shortest path over joining links, empty list when both ends are the same, nothing when there is none. */
    private static Optional<List<Link>> path(GroupRef from, GroupRef to, List<Link> joining) {
        Map<GroupRef, Link> reachedBy = new HashMap<>();
        Deque<GroupRef> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            GroupRef at = open.poll();
            if (at.equals(to)) {
                return Optional.of(trace(from, to, reachedBy));
            }
            for (Link link : joining) {
                if (link.a().equals(at) || link.b().equals(at)) {
                    GroupRef next = link.other(at);
                    if (!next.equals(from) && reachedBy.putIfAbsent(next, link) == null) {
                        open.add(next);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<Link> trace(GroupRef from, GroupRef to, Map<GroupRef, Link> reachedBy) {
        List<Link> path = new ArrayList<>();
        for (GroupRef at = to; !at.equals(from); at = reachedBy.get(at).other(at)) {
            path.add(reachedBy.get(at));
        }
        Collections.reverse(path);
        return path;
    }
}
