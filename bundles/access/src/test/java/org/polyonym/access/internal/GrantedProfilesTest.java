package org.polyonym.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.polyonym.access.AccessGrants;
import org.polyonym.access.Profile;
import org.polyonym.access.SourceRight;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.rules.RuleTable;

class GrantedProfilesTest {
    private static final SystemId REGISTER = SystemId.of("NPR");

    private final GrantedProfiles profiles =
            new GrantedProfiles(new ProfileTable(table(row("POLICE", "SIS", "yes"), row("CUSTOMS", "SIS", "no"))));

    @Test
    void grantsNothingBeyondTheRuleBookUntilAnOperatorDoesAndTakesItAwayAgain() {
        assertThat(right(AuthorityKind.POLICE)).isEmpty();

        AtomicReference<RuleTable> rows = new AtomicReference<>(table(row("POLICE", "NPR", "yes")));
        AccessGrants grants = rows::get;
        profiles.set(grants);
        assertThat(right(AuthorityKind.POLICE)).isPresent();
        assertThat(right(AuthorityKind.CUSTOMS)).isEmpty();
        assertThat(profiles.find(AuthorityKind.POLICE, Purpose.POLICE_CHECK).flatMap(p -> p.right(SystemId.SIS)))
                .isPresent();

        rows.set(table());
        assertThat(right(AuthorityKind.POLICE)).isEmpty();

        rows.set(table(row("POLICE", "NPR", "yes")));
        assertThat(right(AuthorityKind.POLICE)).isPresent();
        profiles.unset(grants);
        assertThat(right(AuthorityKind.POLICE)).isEmpty();
    }

    @Test
    void letsNobodyIntoASystemOfThePlatformByTheWayOfAConnector() {
        assertThat(profiles.objections(table(row("CUSTOMS", "SIS", "no")))).isNotEmpty();
        assertThat(profiles.objections(table(row("POLICE", "ECRIS-TCN", "yes"))))
                .isNotEmpty();
        assertThat(profiles.objections(table(row("POLICE", "NPR", "yes")))).isEmpty();

        profiles.set(() -> table(row("POLICE", "EES", "yes")));
        assertThat(profiles.find(AuthorityKind.POLICE, Purpose.POLICE_CHECK)
                        .orElseThrow()
                        .rights())
                .as("rows that cannot be granted grant nothing")
                .extracting(SourceRight::system)
                .containsExactly(SystemId.SIS);
    }

    @Test
    void leavesOutOnlyTheRowsOfTheConnectorThatCannotBeGranted() {
        profiles.set(() -> table(
                row("POLICE", "EES", "yes"),
                row("POLICE", "NPR", "yes"),
                row("SIRENE", "NPR", "yes"),
                row("SIRENE", "PIU", "no"),
                row("POLICE", "PIU", "yes")));

        assertThat(profiles.find(AuthorityKind.POLICE, Purpose.POLICE_CHECK)
                        .orElseThrow()
                        .rights())
                .extracting(SourceRight::system)
                .containsExactly(SystemId.SIS, REGISTER);
    }

    @Test
    void refusesCellsThatTheTableDoesNotKnowAndContradictionsToAProfile() {
        assertThat(profiles.objections(table(row("WIZARD", "NPR", "yes"))))
                .singleElement()
                .asString()
                .contains("WIZARD");
        assertThat(profiles.objections(table(row("POLICE", "NPR", "no"))))
                .singleElement()
                .asString()
                .contains("names_source differs");
        assertThat(profiles.objections(table(row("POLICE", "NPR", "yes"), row("POLICE", "NPR", "yes"))))
                .isNotEmpty();
        assertThat(profiles.objections(table(row("POLICE", "lower case", "yes"))))
                .isNotEmpty();
    }

    private Optional<SourceRight> right(AuthorityKind authority) {
        return profiles.find(authority, Purpose.POLICE_CHECK).flatMap((Profile p) -> p.right(REGISTER));
    }

    private static RuleTable table(Row... rows) {
        return new RuleTable(
                "access",
                "test",
                List.of("authority"),
                Arrays.stream(rows).map(Row::cells).toList());
    }

    private record Row(Map<String, String> cells) {}

    private static Row row(String authority, String system, String namesSource) {
        return new Row(Map.of(
                "authority", authority,
                "purpose", "POLICE_CHECK",
                "system", system,
                "search", "yes",
                "fields", "FAMILY_NAME",
                "reply", "REFERENCE",
                "names_source", namesSource,
                "source", "test"));
    }
}
