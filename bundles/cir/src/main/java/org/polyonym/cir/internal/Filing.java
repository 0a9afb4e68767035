package org.polyonym.cir.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.polyonym.model.GroupRef;

/** One file per person: groups that links hold together share a file, all others have their own. Pure. */
final class Filing {
    private Filing() {}

    /**
     * Files for these members. A file keeps its identifier where any of its members is; what splits off gets a new one.
     *
     * @param earlier the files that held the members before, oldest first
     * @param members all members
     * @param joins all joins; those of groups without members are dropped
     * @param identifiers of new files
     */
    static List<FileDocument> arrange(
            List<FileDocument> earlier, List<Member> members, Collection<Join> joins, Supplier<String> identifiers) {
        Set<GroupRef> groups = new LinkedHashSet<>();
        members.forEach(member -> groups.add(member.group()));
        List<Join> alive = joins.stream()
                .distinct()
                .filter(join -> groups.contains(join.a()) && groups.contains(join.b()))
                .filter(join -> !join.a().equals(join.b()))
                .toList();
        List<FileDocument> files = new ArrayList<>();
        Set<String> used = new HashSet<>();
        while (!groups.isEmpty()) {
            Set<GroupRef> person = connected(groups.iterator().next(), alive);
            groups.removeAll(person);
            List<Member> own = members.stream()
                    .filter(member -> person.contains(member.group()))
                    .toList();
            List<Join> ownJoins =
                    alive.stream().filter(join -> person.contains(join.a())).toList();
            String id = identifier(earlier, own, used, identifiers);
            used.add(id);
            files.add(new FileDocument(id, own, ownJoins));
        }
        return files;
    }

    private static Set<GroupRef> connected(GroupRef from, List<Join> joins) {
        Set<GroupRef> reached = new LinkedHashSet<>(List.of(from));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Join join : joins) {
                if (reached.contains(join.a()) || reached.contains(join.b())) {
                    grown |= reached.add(join.a()) | reached.add(join.b());
                }
            }
        }
        return reached;
    }

    private static String identifier(
            List<FileDocument> earlier, List<Member> own, Set<String> used, Supplier<String> identifiers) {
        return earlier.stream()
                .filter(file -> !used.contains(file.fileId()))
                .filter(file -> file.members().stream().anyMatch(member -> holds(own, member)))
                .map(FileDocument::fileId)
                .findFirst()
                .orElseGet(identifiers);
    }

    private static boolean holds(List<Member> members, Member wanted) {
        return members.stream().anyMatch(member -> member.origin().equals(wanted.origin()));
    }
}
