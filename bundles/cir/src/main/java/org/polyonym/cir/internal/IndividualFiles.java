package org.polyonym.cir.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.cir.IdentityRepository;
import org.polyonym.cir.IndividualFile;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.registry.RecordProjection;
import org.polyonym.rules.RuleBook;
import org.polyonym.store.Documents;
import org.polyonym.store.UnitOfWork;

/** The individual files: they follow entries, changes and erasures of the five systems in the same transaction. */
@Component(service = {RecordProjection.class, IdentityRepository.class})
public final class IndividualFiles implements RecordProjection, IdentityRepository {
    private final FileStore store;
    private final Article18 law;
    private final Supplier<String> identifiers;

    /** Wires; the table {@code individual-file} is checked here. */
    @Activate
    public IndividualFiles(@Reference Documents documents, @Reference RuleBook book) {
        this(documents, book, () -> UUID.randomUUID().toString());
    }

    IndividualFiles(Documents documents, RuleBook book, Supplier<String> identifiers) {
        this.store = new FileStore(documents);
        this.law = new Article18(book.table("individual-file"));
        this.identifiers = identifiers;
    }

    @Override
    public Optional<IndividualFile> fileOf(OriginRef origin) {
        return store.fileOf(origin).map(FileDocument::file);
    }

    @Override
    public Optional<IndividualFile> file(String fileId) {
        return store.file(fileId).map(FileDocument::file);
    }

    @Override
    public void written(UnitOfWork uow, Optional<OriginRecord> before, OriginRecord after) {
        if (!law.holds(after.ref().system())) {
            return;
        }
        List<FileDocument> held = store.holding(uow, List.of(after.ref()), List.of());
        List<Member> members = members(held);
        Optional<Member> earlier = members.stream()
                .filter(member -> member.origin().equals(after.ref()))
                .findFirst();
        GroupRef alone = new GroupRef(after.ref().system(), after.ref().recordId());
        Member now = law.cut(after, earlier.map(Member::group).orElse(alone)).orElseThrow();
        if (earlier.isPresent()) {
            members.replaceAll(member -> member.origin().equals(after.ref()) ? now : member);
        } else {
            members.add(now);
        }
        rearrange(uow, held, members, joins(held));
    }

    @Override
    public void erased(UnitOfWork uow, OriginRecord before) {
        List<FileDocument> held = store.holding(uow, List.of(before.ref()), List.of());
        List<Member> members = members(held);
        members.removeIf(member -> member.origin().equals(before.ref()));
        rearrange(uow, held, members, joins(held));
    }

    @Override
    public void grouped(UnitOfWork uow, IdentityGroup group) {
        if (!law.holds(group.ref().system())) {
            return;
        }
        List<FileDocument> held = store.holding(uow, group.participants(), List.of(group.ref()));
        List<Member> members = members(held);
        Set<GroupRef> left = new LinkedHashSet<>();
        members.replaceAll(member -> {
            boolean moves = group.participants().contains(member.origin())
                    && !member.group().equals(group.ref());
            if (moves) {
                left.add(member.group());
            }
            return moves ? member.in(group.ref()) : member;
        });
        // A group without members left has become this one, and its joins with it.
        left.removeIf(old -> members.stream().anyMatch(member -> member.group().equals(old)));
        List<Join> joins = joins(held);
        left.forEach(old -> joins.replaceAll(join -> join.renamed(old, group.ref())));
        rearrange(uow, held, members, joins);
    }

    @Override
    public void join(UnitOfWork uow, GroupRef a, GroupRef b) {
        List<FileDocument> held = store.holding(uow, List.of(), List.of(a, b));
        List<Join> joins = joins(held);
        joins.add(new Join(a, b));
        rearrange(uow, held, members(held), joins);
    }

    @Override
    public void part(UnitOfWork uow, GroupRef a, GroupRef b) {
        List<FileDocument> held = store.holding(uow, List.of(), List.of(a, b));
        List<Join> joins = joins(held);
        joins.remove(new Join(a, b));
        rearrange(uow, held, members(held), joins);
    }

    private void rearrange(UnitOfWork uow, List<FileDocument> held, List<Member> members, Collection<Join> joins) {
        store.replace(uow, held, Filing.arrange(held, members, joins, identifiers));
    }

    private static List<Member> members(List<FileDocument> files) {
        return new ArrayList<>(
                files.stream().flatMap(file -> file.members().stream()).toList());
    }

    private static List<Join> joins(List<FileDocument> files) {
        return new ArrayList<>(
                files.stream().flatMap(file -> file.joins().stream()).toList());
    }
}
