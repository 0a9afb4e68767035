package org.polyonym.mid.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.GroupRef;

class ConsistencyTest {
    private static final GroupRef A = GroupRef.of("EES/a");
    private static final GroupRef B = GroupRef.of("VIS/b");
    private static final GroupRef C = GroupRef.of("SIS/c");
    private static final GroupRef D = GroupRef.of("EURODAC/d");

    private static Link link(GroupRef a, GroupRef b, LinkColour colour, Persons persons) {
        return Sample.link(a.text(), b.text(), colour, persons);
    }

    @Test
    void refusesTwoPersonsWhereOtherLinksSayOneAndShowsThePath() {
        Link ab = link(A, B, LinkColour.WHITE, Persons.OPEN);
        Link bc = link(B, C, LinkColour.WHITE, Persons.ONE);
        Link ac = link(A, C, LinkColour.YELLOW, Persons.OPEN);
        assertThat(Consistency.conflict(A, C, Persons.TWO, List.of(bc, ac, ab))).containsExactly(ab, bc);
    }

    @Test
    void refusesOnePersonAcrossALinkThatPartsAndShowsThePath() {
        Link ab = link(A, B, LinkColour.WHITE, Persons.ONE);
        Link bc = link(B, C, LinkColour.GREEN, Persons.TWO);
        assertThat(Consistency.conflict(A, C, Persons.ONE, List.of(ab, bc))).containsExactly(ab, bc);
    }

    @Test
    void findsAWallInsideALongerChain() {
        Link ab = link(A, B, LinkColour.RED, Persons.ONE);
        Link bc = link(B, C, LinkColour.RED, Persons.TWO);
        Link cd = link(C, D, LinkColour.WHITE, Persons.OPEN);
        assertThat(Consistency.conflict(A, D, Persons.ONE, List.of(cd, ab, bc))).containsExactly(ab, bc, cd);
    }

    @Test
    void acceptsOnePersonBesideOnePersonAndTwoBesideTwo() {
        Link ab = link(A, B, LinkColour.WHITE, Persons.OPEN);
        Link bc = link(B, C, LinkColour.GREEN, Persons.TWO);
        assertThat(Consistency.conflict(A, D, Persons.ONE, List.of(ab))).isEmpty();
        assertThat(Consistency.conflict(A, C, Persons.TWO, List.of(ab, bc))).isEmpty();
    }

    @Test
    void takesAYellowLinkForNoStatementAtAll() {
        Link ab = link(A, B, LinkColour.YELLOW, Persons.OPEN);
        Link bc = link(B, C, LinkColour.WHITE, Persons.OPEN);
        assertThat(Consistency.conflict(A, C, Persons.TWO, List.of(ab, bc))).isEmpty();
    }

    @Test
    void leavesTheLinkItselfOutOfAccount() {
        Link ab = link(A, B, LinkColour.WHITE, Persons.ONE);
        assertThat(Consistency.conflict(A, B, Persons.TWO, List.of(ab))).isEmpty();
    }
}
