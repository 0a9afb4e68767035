package org.polyonym.vis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polyonym.access.Caller;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.GroupRef;
import org.polyonym.model.Purpose;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Submission;
import org.polyonym.systemkit.Contracts;
import org.polyonym.systemkit.fixture.Entries;
import org.polyonym.systemkit.fixture.TestPlatform;

class VisTest {
    private static final Caller CONSUL = Entries.caller(AuthorityKind.VISA, "MS-1", Purpose.VISA_EXAMINATION);

    private final TestPlatform platform = new TestPlatform();
    private final VisSystem vis = open();

    private VisSystem open() {
        Contracts c = platform.contracts();
        return new VisSystem(
                c.transactions(),
                c.documents(),
                c.images(),
                c.outbox(),
                c.audit(),
                c.access(),
                c.biometrics(),
                c.clock(),
                c.rules(),
                platform.records(),
                Map.of());
    }

    @AfterEach
    void close() {
        platform.close();
    }

    private static Entries file(String category, String id, String name, String print) {
        return Entries.of(category).id(id).person(name, "Vera", "1985-07-08").print(print);
    }

    private void assertRefused(ProblemType type, Submission submission) {
        assertThatThrownBy(() -> vis.register(CONSUL, submission))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
    }

    @Test
    void joinsTwoFilesUnderTwoNamesWithTheSamePrintsIntoOneGroup() {
        vis.register(CONSUL, file("VISA_APPLICATION", "v1", "Petrova", "P1").build());
        vis.register(CONSUL, file("RESIDENCE_PERMIT", "v2", "Ivanova", "P1").build());
        platform.runTasks(vis);
        assertThat(vis.groupOf("v2").orElseThrow().ref()).isEqualTo(GroupRef.of("VIS/v1"));
        assertThat(vis.groupOf("v1").orElseThrow().participants()).hasSize(2);
    }

    @Test
    void refusesANegativeDecisionWithoutGroundOrOnTheGroundOfALink() {
        Entries refused = file("VISA_APPLICATION", "v1", "Petrova", "P1").with("decision", "REFUSED");
        assertRefused(ProblemType.MISSING_FIELD, refused.build());
        refused.with("refusalGround", "false documents").with("reasonRecord", "red link 4711");
        assertRefused(ProblemType.REASON_IS_LINK, refused.build());
    }

    @Test
    void takesPrintsFromTheAgeOfSix() {
        vis.register(
                CONSUL,
                file("VISA_APPLICATION", "v1", "x", "P1")
                        .person("Petrova", "Mia", "2020-03-02")
                        .build());
        assertRefused(
                ProblemType.DATA_QUALITY,
                file("VISA_APPLICATION", "v2", "x", "P2")
                        .person("Petrova", "Mia", "2020-03-03")
                        .build());
    }
}
