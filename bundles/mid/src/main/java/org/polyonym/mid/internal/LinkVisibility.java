package org.polyonym.mid.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polyonym.access.Profile;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.Authority;
import org.polyonym.model.GroupRef;
import org.polyonym.model.SystemId;
import org.polyonym.rules.RuleTable;

/** Who sees which link (IO 26). No row, no link. Immutable. */
final class LinkVisibility {
    private enum Condition {
        NAMED,
        ANY_SYSTEM,
        BOTH_SYSTEMS,
        BOTH_HIT
    }

    private record Row(LinkColour colour, Condition condition, Sight content) {}

    private final List<Row> rows;

    LinkVisibility(RuleTable table) {
        this.rows = table.rows().stream().map(LinkVisibility::read).toList();
        for (LinkColour colour : LinkColour.values()) {
            if (rows.stream().noneMatch(row -> row.colour() == colour)) {
                throw new IllegalArgumentException("visibility table has no row for " + colour);
            }
        }
    }

    /**
     * What the caller sees of the link; empty for nothing at all.
     *
     * @param authority the caller's
     * @param profile the caller's profile
     * @param hit groups that the caller's own query has hit
     */
    Optional<Sight> sight(Link link, Authority authority, Profile profile, Set<GroupRef> hit) {
        return rows.stream()
                .filter(row -> row.colour() == link.colour())
                .filter(row -> fulfils(row.condition(), link, authority, profile, hit))
                .map(Row::content)
                .findFirst();
    }

    private static boolean fulfils(
            Condition condition, Link link, Authority authority, Profile profile, Set<GroupRef> hit) {
        boolean both = profile.sees(link.a().system()) && profile.sees(link.b().system());
        return switch (condition) {
            case NAMED -> link.responsible().equals(authority);
            case ANY_SYSTEM -> anySystem(profile);
            case BOTH_SYSTEMS -> both;
            case BOTH_HIT -> both && hit.contains(link.a()) && hit.contains(link.b());
        };
    }

    private static boolean anySystem(Profile profile) {
        return profile.sees(SystemId.SIS) || CirSystems.ALL.stream().anyMatch(profile::sees);
    }

    private static Row read(Map<String, String> cells) {
        return new Row(
                Cells.value(cells, "colour", LinkColour.class),
                Cells.value(cells, "condition", Condition.class),
                Cells.value(cells, "content", Sight.class));
    }
}
