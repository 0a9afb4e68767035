package org.polyonym.cir.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityData;
import org.polyonym.model.OriginRef;

class FilingTest {
    private final AtomicInteger numbers = new AtomicInteger();

    private static Member member(String ref, String group) {
        return new Member(
                OriginRef.of(ref), GroupRef.of(group), Instant.EPOCH, IdentityData.NONE, List.of(), List.of());
    }

    private static Join join(String a, String b) {
        return new Join(GroupRef.of(a), GroupRef.of(b));
    }

    private List<FileDocument> arrange(List<FileDocument> earlier, List<Member> members, List<Join> joins) {
        return Filing.arrange(earlier, members, joins, () -> "new-" + numbers.incrementAndGet());
    }

    @Test
    void givesEachGroupItsOwnFileUnlessALinkJoinsThem() {
        List<Member> members = List.of(member("EES/1", "EES/1"), member("EES/2", "EES/1"), member("VIS/1", "VIS/1"));
        assertThat(arrange(List.of(), members, List.of())).hasSize(2);
        assertThat(arrange(List.of(), members, List.of(join("VIS/1", "EES/1")))).hasSize(1);
    }

    @Test
    void keepsTheIdentifierOfTheFirstFileAndGivesANewOneToWhatSplitsOff() {
        FileDocument whole = new FileDocument(
                "F", List.of(member("EES/1", "EES/1"), member("VIS/1", "VIS/1")), List.of(join("EES/1", "VIS/1")));
        List<FileDocument> parted = arrange(List.of(whole), whole.members(), List.of());
        assertThat(parted).extracting(FileDocument::fileId).containsExactly("F", "new-1");
    }

    @Test
    void dropsJoinsOfGroupsThatHaveNoDataLeft() {
        List<FileDocument> files =
                arrange(List.of(), List.of(member("EES/1", "EES/1")), List.of(join("EES/1", "VIS/1")));
        assertThat(files)
                .singleElement()
                .satisfies(file -> assertThat(file.joins()).isEmpty());
    }

    @Test
    void arrangesTheSamePersonsInWhateverOrder() {
        List<Member> members = new ArrayList<>();
        List<Join> joins = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 30; i++) {
            members.add(member("EES/" + i, "EES/" + i % 10));
            joins.add(join("EES/" + random.nextInt(10), "EES/" + random.nextInt(10)));
        }
        List<Join> few = joins.subList(0, 6);
        Set<Set<OriginRef>> expected = persons(arrange(List.of(), members, few));
        for (int round = 0; round < 50; round++) {
            List<Member> other = new ArrayList<>(members);
            List<Join> otherJoins = new ArrayList<>(few);
            Collections.shuffle(other, random);
            Collections.shuffle(otherJoins, random);
            assertThat(persons(arrange(List.of(), other, otherJoins))).isEqualTo(expected);
        }
    }

    private static Set<Set<OriginRef>> persons(List<FileDocument> files) {
        return files.stream()
                .map(file -> file.members().stream().map(Member::origin).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }
}
