package org.polyonym.access.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polyonym.access.DataCategory;
import org.polyonym.access.Profile;
import org.polyonym.access.SearchField;
import org.polyonym.access.SourceRight;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.rules.RuleTable;

/** The portal profiles of the table {@code access} (IO 8(1)): one per authority and purpose that has rows, else none. */
final class ProfileTable {
    private record Key(AuthorityKind authority, Purpose purpose) {
        String id() {
            return authority + "/" + purpose;
        }
    }

    private final Map<Key, Profile> profiles = new LinkedHashMap<>();
    private final Set<SystemId> systems = new HashSet<>();

    ProfileTable(RuleTable table) {
        add(table);
    }

    private ProfileTable(ProfileTable base) {
        profiles.putAll(base.profiles);
        systems.addAll(base.systems);
    }

    /** The same profiles with more rights, each for a system that this table does not know. */
    ProfileTable with(RuleTable grants) {
        for (Map<String, String> row : grants.rows()) {
            if (knows(SystemId.of(Rows.cell(grants, row, "system")))) {
                throw Rows.fault(grants, row, "the rule book has the system already");
            }
        }
        ProfileTable more = new ProfileTable(this);
        more.add(grants);
        return more;
    }

    boolean knows(SystemId system) {
        return systems.contains(system);
    }

    private void add(RuleTable table) {
        for (Map<String, String> row : table.rows()) {
            AuthorityKind authority = Rows.value(table, row, "authority", AuthorityKind.class);
            SourceRight right = right(table, row);
            systems.add(right.system());
            boolean namesSource = Rows.yes(table, row, "names_source");
            for (Purpose purpose : Rows.values(table, row, "purpose", Purpose.class)) {
                profiles.merge(
                        new Key(authority, purpose),
                        new Profile(new Key(authority, purpose).id(), namesSource, List.of(right)),
                        (known, more) -> join(table, row, known, more));
            }
        }
    }

    Optional<Profile> find(AuthorityKind authority, Purpose purpose) {
        return Optional.ofNullable(profiles.get(new Key(authority, purpose)));
    }

    private static SourceRight right(RuleTable table, Map<String, String> row) {
        boolean search = Rows.yes(table, row, "search");
        Set<SearchField> fields = Rows.values(table, row, "fields", SearchField.class);
        Set<DataCategory> reply = Rows.values(table, row, "reply", DataCategory.class);
        if (search == fields.isEmpty()) {
            throw Rows.fault(table, row, "search=yes needs fields, search=no has none");
        }
        return new SourceRight(
                SystemId.of(Rows.cell(table, row, "system")), search, fields, reply, Rows.cell(table, row, "source"));
    }

    private static Profile join(RuleTable table, Map<String, String> row, Profile known, Profile more) {
        SourceRight right = more.rights().getFirst();
        if (known.right(right.system()).isPresent()) {
            throw Rows.fault(table, row, "a second row for " + known.id() + " and " + right.system());
        }
        if (known.namesSource() != more.namesSource()) {
            throw Rows.fault(table, row, "names_source differs inside the profile " + known.id());
        }
        List<SourceRight> rights = new ArrayList<>(known.rights());
        rights.add(right);
        return new Profile(known.id(), known.namesSource(), rights);
    }
}
