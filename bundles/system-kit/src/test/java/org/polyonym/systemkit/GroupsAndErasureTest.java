package org.polyonym.systemkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polyonym.access.Caller;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.OriginRef;
import org.polyonym.model.Purpose;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.systemkit.fixture.Entries;
import org.polyonym.systemkit.fixture.TestPlatform;

class GroupsAndErasureTest {
    private static final Caller MS1 = Entries.caller(AuthorityKind.VISA, "MS-1", Purpose.VISA_EXAMINATION);

    private TestPlatform platform = new TestPlatform();
    private final TestSystem vis = new TestSystem(platform, Map.of());

    GroupsAndErasureTest() {
        vis.projections().add(platform.projection());
    }

    @AfterEach
    void close() {
        platform.close();
    }

    private void register(String id, String... prints) {
        platform.setDay(TestPlatform.FIRST_DAY.plusDays(platform.audit.size()));
        Entries entry = Entries.of("VISA_APPLICATION").id(id).person("Rossi", "Anna", "1988-05-12");
        for (String print : prints) {
            entry.print(print);
        }
        vis.register(MS1, entry.build());
    }

    private List<String> members(String recordId) {
        return vis.groupOf(recordId).orElseThrow().participants().stream()
                .map(OriginRef::recordId)
                .toList();
    }

    @Test
    void putsDuplicatesInsideOneSystemIntoOneGroupNamedAfterTheFirst() {
        register("v1", "P1");
        register("v2", "P1");
        register("v3", "P9");
        platform.runTasks(vis);
        IdentityGroup group = vis.groupOf("v2").orElseThrow();
        assertThat(group.ref()).isEqualTo(GroupRef.of("VIS/v1"));
        assertThat(members("v1")).containsExactly("v1", "v2");
        assertThat(members("v3")).containsExactly("v3");
        assertThat(platform.records().group(GroupRef.of("VIS/v1"))).contains(group);
        assertThat(platform.records().group(GroupRef.of("VIS/v2"))).isEmpty();
        assertThat(platform.projected).contains("grouped VIS/v1 [VIS/v1, VIS/v2]");
    }

    @Test
    void joinsTwoGroupsWhenARecordBelongsToBoth() {
        register("v1", "P1");
        register("v2", "P1");
        register("v3", "Q1");
        register("v4", "Q1");
        platform.runTasks(vis);
        assertThat(members("v4")).containsExactly("v3", "v4");
        register("v5", "P1", "Q1");
        platform.runTasks(vis);
        assertThat(members("v4")).containsExactly("v1", "v2", "v3", "v4", "v5");
        assertThat(platform.records().group(GroupRef.of("VIS/v3"))).isEmpty();
    }

    @Test
    void takesARecordOutOfItsGroupWhenNewPrintsShowAnotherPerson() {
        register("v1", "P1");
        register("v2", "P1");
        register("v3", "P1");
        platform.runTasks(vis);
        vis.amend(
                MS1,
                "v1",
                1,
                Entries.of("VISA_APPLICATION")
                        .person("Rossi", "Anna", "1988-05-12")
                        .print("Z1")
                        .build());
        List<String> detections = platform.runTasks(vis);
        assertThat(members("v1")).containsExactly("v1");
        assertThat(members("v3")).containsExactly("v2", "v3");
        assertThat(vis.groupOf("v3").orElseThrow().ref()).isEqualTo(GroupRef.of("VIS/v2"));
        assertThat(detections).containsExactlyInAnyOrder("VIS/v1", "VIS/v2");
    }

    @Test
    void erasesTheRecordWithImageTemplateAndProjectionButKeepsTheGroupOfTheOthers() {
        register("v1", "P1");
        register("v2", "P1");
        platform.runTasks(vis);
        String sample = vis.read(MS1, "v1").orElseThrow().samples().getFirst().sampleId();
        vis.erase(MS1, "v1", "citizenship granted");
        assertThat(vis.read(MS1, "v1")).isEmpty();
        assertThat(platform.contracts().images().get("VIS/v1/" + sample)).isEmpty();
        assertThat(platform.matching.enrolled(OriginRef.of("VIS/v1"))).isFalse();
        assertThat(platform.projected).contains("erased VIS/v1", "grouped VIS/v1 [VIS/v2]");
        assertThat(vis.groupOf("v2").orElseThrow().ref()).isEqualTo(GroupRef.of("VIS/v1"));
        assertThat(platform.runTasks(vis)).containsExactly("VIS/v2");
        assertThat(platform.audit.getLast().detail()).containsEntry("reason", "citizenship granted");
    }

    @Test
    void givesTheNameOfALivingGroupToNoNewRecord() {
        register("v1", "P1");
        register("v2", "P1");
        platform.runTasks(vis);
        vis.erase(MS1, "v1", "citizenship granted");
        assertThatThrownBy(() -> register("v1", "P7"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.VERSION_CONFLICT));
    }

    @Test
    void asksForTheLinksOfTheLastRecordOfAPersonToBeReviewed() {
        register("v1", "P1");
        platform.runTasks(vis);
        vis.erase(MS1, "v1", "file closed");
        assertThat(platform.runTasks(vis)).containsExactly("VIS/v1");
        assertThat(vis.groupOf("v1")).isEmpty();
    }

    @Test
    void erasesOnTheDayAfterTheLastDayOfStorageAndNotBefore() {
        register("v1", "P1");
        LocalDate lastDay = TestPlatform.FIRST_DAY.plusYears(5);
        vis.run(lastDay);
        assertThat(vis.read(MS1, "v1")).isPresent();
        vis.run(lastDay.plusDays(1));
        assertThat(vis.read(MS1, "v1")).isEmpty();
    }

    @Test
    void findsExpiredRecordsAfterTheClockHasJumpedOverYears() {
        register("v1", "P1");
        vis.run(TestPlatform.FIRST_DAY.plusYears(9));
        assertThat(vis.read(MS1, "v1")).isEmpty();
        assertThat(platform.audit.getLast().event()).isEqualTo("RECORD_EXPIRED");
    }

    @Test
    void countsTheRetentionPeriodFromTheEndOfTheVisaWhereItIsKnown() {
        vis.register(
                MS1,
                Entries.of("VISA_APPLICATION")
                        .id("v1")
                        .person("Rossi", "Anna", "1988-05-12")
                        .with("validUntil", "2027-01-31")
                        .build());
        assertThat(vis.read(MS1, "v1").orElseThrow().retentionUntil()).contains(LocalDate.of(2032, 1, 31));
    }
}
