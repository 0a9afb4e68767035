package org.polyonym.mid.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.MemberState;
import org.polyonym.model.SystemId;
import org.polyonym.rules.RuleTable;

/** Finds the authority that verifies a link (IO 29), in the order of the table: override by alert first. Immutable. */
final class ResponsibleAuthority {
    private record Row(
            String row,
            boolean override,
            SystemId system,
            String category,
            String partner,
            String ownerKind,
            AuthorityKind authority,
            boolean union,
            boolean presence,
            boolean informs,
            String source) {
        boolean fits(Participant record) {
            return record.ref().system().equals(system)
                    && Cells.admits(category, record.category())
                    && Cells.admits(ownerKind, record.owner().kind().name());
        }

        Responsibility of(Participant record) {
            MemberState state = union ? MemberState.of("EU") : record.owner().state();
            return new Responsibility(new Authority(authority, state), override, presence, row, source);
        }
    }

    private static final Comparator<Participant> OLDEST_FIRST = Comparator.comparing(Participant::createdAt)
            .thenComparing(p -> p.ref().text());

    private final List<Row> rows;

    ResponsibleAuthority(RuleTable table) {
        this.rows = table.rows().stream().map(ResponsibleAuthority::read).toList();
        boolean seenTrigger = false;
        for (Row row : rows) {
            if (row.override() && seenTrigger) {
                throw new IllegalArgumentException("authority row " + row.row() + ": override rows come first");
            }
            seenTrigger |= !row.override();
        }
    }

    /**
     * The authority for a link.
     *
     * @param trigger the record whose entry or change made the link yellow or white
     * @param partner system on the other side
     * @param linked every linked record, the trigger included
     */
    Responsibility resolve(Participant trigger, SystemId partner, Collection<Participant> linked) {
        return override(linked)
                .orElseGet(() -> rows.stream()
                        .filter(row -> !row.override())
                        .filter(row -> row.fits(trigger) && Cells.admits(row.partner(), partner.text()))
                        .findFirst()
                        .map(row -> row.of(trigger))
                        .orElseThrow(() -> new IllegalArgumentException("authority table has no row for a trigger of "
                                + trigger.ref().system())));
    }

    /** The authority by the type of a linked alert (IO 29(2)), whatever triggered the link. */
    Optional<Responsibility> override(Collection<Participant> linked) {
        return rows.stream()
                .filter(Row::override)
                .flatMap(row -> linked.stream().filter(row::fits).min(OLDEST_FIRST).map(row::of).stream())
                .findFirst();
    }

    /** Why the person must not be informed, the source of the rule; empty when the letter goes out. */
    Optional<String> silence(Collection<Participant> linked) {
        return rows.stream()
                .filter(row -> !row.informs() && linked.stream().anyMatch(row::fits))
                .map(Row::source)
                .findFirst();
    }

    private static Row read(Map<String, String> cells) {
        return new Row(
                cells.get("row"),
                cells.get("kind").equals("OVERRIDE"),
                SystemId.of(cells.get("system")),
                cells.get("category"),
                cells.get("partner"),
                cells.get("ownerKind"),
                Cells.value(cells, "authority", AuthorityKind.class),
                cells.get("of").equals("EU"),
                Cells.yes(cells, "presence"),
                Cells.yes(cells, "informs"),
                cells.get("source"));
    }
}
