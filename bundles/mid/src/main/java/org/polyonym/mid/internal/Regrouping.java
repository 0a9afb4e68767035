package org.polyonym.mid.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polyonym.access.Caller;
import org.polyonym.model.GroupRef;
import org.polyonym.model.OriginRef;
import org.polyonym.store.UnitOfWork;

/** Lets links follow their identity groups when these merge, lose records or vanish (IO 35). */
final class Regrouping {
    /** Two decided links became one when their groups merged, and said different things. */
    static final String MERGED_LINKS_DISAGREE = "MERGED-LINKS-DISAGREE";

    private final Sides sides;
    private final LinkStore store;
    private final Linker linker;

    Regrouping(Sides sides, LinkStore store, Linker linker) {
        this.sides = sides;
        this.store = store;
        this.linker = linker;
    }

    /**
     * Links that concern the record or its group, moved to the groups as they are now; what has no data left is erased.
     *
     * @param own the group of the record, empty when the record is gone
     */
    List<Link> known(UnitOfWork uow, Caller caller, OriginRef ref, Optional<Side> own) {
        Set<OriginRef> records = new LinkedHashSet<>(own.map(Side::records).orElse(List.of()));
        records.add(ref);
        Set<GroupRef> groups = new LinkedHashSet<>();
        records.forEach(record -> groups.add(new GroupRef(record.system(), record.recordId())));
        own.ifPresent(side -> groups.add(side.group()));
        Map<String, Link> current = new LinkedHashMap<>();
        for (Link link : store.concerning(uow, groups, records)) {
            Optional<Side> left = sides.now(uow, link.left());
            Optional<Side> right = sides.now(uow, link.right());
            if (left.isEmpty() || right.isEmpty()) {
                linker.erase(uow, caller, link, "DATA_GONE");
            } else {
                Link moved = moved(uow, caller, link, left.get(), right.get());
                current.put(moved.linkId(), moved);
            }
        }
        return new ArrayList<>(current.values());
    }

    /** The stored sides of a link say what it was evaluated with; only a changed group needs writing here. */
    private Link moved(UnitOfWork uow, Caller caller, Link link, Side left, Side right) {
        Link moved = link.with(left, right);
        if (moved.pair().equals(link.pair())) {
            return moved;
        }
        Optional<Link> there = store.between(uow, left.group(), right.group());
        Link kept = there.map(other -> surviving(other, link)).orElse(link);
        there.filter(other -> other != kept).ifPresent(other -> linker.erase(uow, caller, other, "GROUPS_MERGED"));
        if (kept != link) {
            linker.erase(uow, caller, link, "GROUPS_MERGED");
        }
        Link result = marked(kept, there, link).with(left, right);
        store.save(uow, result, store.verification(uow, kept.linkId()));
        linker.keepFiles(uow, Optional.of(kept), Optional.of(result));
        return result;
    }

    /** What an officer decided outlives what the machine set; otherwise the older link stays. */
    private static Link surviving(Link a, Link b) {
        if (a.status().held() != b.status().held()) {
            return a.status().held() ? a : b;
        }
        int age = a.createdAt().compareTo(b.createdAt());
        return age < 0 || age == 0 && a.linkId().compareTo(b.linkId()) < 0 ? a : b;
    }

    private static Link marked(Link kept, Optional<Link> there, Link link) {
        boolean disagree = there.filter(
                        other -> other.status().held() && link.status().held())
                .filter(other -> other.status().persons() != link.status().persons())
                .isPresent();
        return disagree ? kept.with(kept.status().hinted(MERGED_LINKS_DISAGREE), kept.duty(), kept.updatedAt()) : kept;
    }
}
