package org.polyonym.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.access.Profile;
import org.polyonym.access.SearchField;
import org.polyonym.access.SourceRight;
import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.CaseReference;
import org.polyonym.model.MemberState;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.rules.RuleTable;
import org.polyonym.rules.internal.EditionRules;

class AccessTablesTest {
    private final AccessControl interoperable = access("interoperable");
    private final AccessControl of2016 = access("2016");

    @ParameterizedTest
    @ValueSource(strings = {"interoperable", "2016"})
    void hasAProfileExactlyWhereTheTableHasARow(String edition) {
        AccessControl access = access(edition);
        RuleTable table = new EditionRules(Map.of("edition", edition)).table("access");
        Set<String> inTable = table.rows().stream()
                .map(row -> row.get("authority") + "/" + row.get("purpose"))
                .collect(Collectors.toSet());
        Set<String> found = new HashSet<>();
        for (AuthorityKind kind : AuthorityKind.values()) {
            for (Purpose purpose : Purpose.values()) {
                if (inTable.contains(kind + "/" + purpose)) {
                    found.add(access.profile(caller(kind, purpose)).id());
                } else {
                    denied(() -> access.profile(caller(kind, purpose)));
                }
            }
        }
        assertThat(found).isEqualTo(inTable).isNotEmpty();
    }

    @Test
    void refusesWhatAnEmptyTableDoesNotAllow() {
        ProfileTable profiles = new ProfileTable(new RuleTable("access", "0", List.of("authority"), List.of()));
        for (AuthorityKind kind : AuthorityKind.values()) {
            for (Purpose purpose : Purpose.values()) {
                assertThat(profiles.find(kind, purpose)).isEmpty();
            }
        }
    }

    @Test
    void neverNamesTheSourceInAnIdentityCheckAndAlwaysElsewhere() {
        for (AuthorityKind kind : AuthorityKind.values()) {
            for (Purpose purpose : Purpose.values()) {
                profile(interoperable, kind, purpose)
                        .forEach(profile -> assertThat(profile.namesSource())
                                .as(profile.id())
                                .isEqualTo(purpose != Purpose.ID_CHECK_ART20));
            }
        }
    }

    @Test
    void givesTheFlagStepTheReferenceAndNothingElse() {
        Profile profile = interoperable.profile(caller(AuthorityKind.LAW_ENFORCEMENT, Purpose.LE_FLAG_ART22));
        for (SystemId system : List.of(SystemId.EES, SystemId.VIS, SystemId.ETIAS, SystemId.EURODAC)) {
            assertThat(profile.right(system).orElseThrow().reply()).containsExactly(DataCategory.REFERENCE);
        }
    }

    @Test
    void showsTheBorderGuardNoTraceOfConvictionsAndAsylum() {
        Profile profile = interoperable.profile(caller(AuthorityKind.BORDER_FIRST_LINE, Purpose.BORDER_ENTRY));
        assertThat(profile.right(SystemId.ECRIS_TCN)).isEmpty();
        assertThat(profile.right(SystemId.EURODAC)).isEmpty();
    }

    @Test
    void doesNotCountDataBehindALinkAsAccessToTheSystem() {
        Profile sirene = interoperable.profile(caller(AuthorityKind.SIRENE, Purpose.SIRENE));
        assertThat(sirene.right(SystemId.EURODAC).map(SourceRight::linkedOnly)).contains(true);
        assertThat(sirene.sees(SystemId.EURODAC)).isFalse();
        assertThat(sirene.sees(SystemId.SIS)).isTrue();
    }

    @Test
    void searchesNeitherSisByPrintsNorWhatDidNotExistIn2016() {
        Set<SystemId> later = Set.of(SystemId.EES, SystemId.ETIAS, SystemId.ECRIS_TCN);
        for (AuthorityKind kind : AuthorityKind.values()) {
            for (Purpose purpose : Purpose.values()) {
                for (Profile profile : profile(of2016, kind, purpose)) {
                    assertThat(profile.rights()).noneMatch(right -> later.contains(right.system()));
                    assertThat(profile.rights())
                            .noneMatch(right -> right.reply().contains(DataCategory.LINK) || right.linkedOnly());
                    profile.right(SystemId.SIS)
                            .ifPresent(
                                    right -> assertThat(right.searchable()).doesNotContain(SearchField.FINGERPRINTS));
                }
            }
        }
        assertThat(profile(of2016, AuthorityKind.POLICE_PATROL, Purpose.ID_CHECK_ART20))
                .isEmpty();
    }

    @Test
    void letsOnlyWhoIsInTheWritersTableEnterRecords() {
        Caller asylum = caller(AuthorityKind.ASYLUM, Purpose.ASYLUM);
        assertThatCode(() -> interoperable.requireWrite(asylum, SystemId.EURODAC, "IRREGULAR_CROSSING"))
                .doesNotThrowAnyException();
        denied(() -> interoperable.requireWrite(asylum, SystemId.SIS, "REFUSAL_OF_ENTRY"));
        Caller immigration = caller(AuthorityKind.IMMIGRATION, Purpose.STAY_CHECK);
        assertThatCode(() -> interoperable.requireWrite(immigration, SystemId.SIS, "REFUSAL_OF_ENTRY"))
                .doesNotThrowAnyException();
        denied(() -> interoperable.requireWrite(immigration, SystemId.SIS, "ARREST"));
        denied(() -> interoperable.requireWrite(
                caller(AuthorityKind.ASYLUM, Purpose.POLICE_CHECK), SystemId.EURODAC, "IRREGULAR_CROSSING"));
    }

    @Test
    void entersNothingIntoASystemThatTheEditionDoesNotHave() {
        Caller guard = caller(AuthorityKind.BORDER_FIRST_LINE, Purpose.BORDER_ENTRY);
        assertThatCode(() -> interoperable.requireWrite(guard, SystemId.EES, "VISA_EXEMPT"))
                .doesNotThrowAnyException();
        denied(() -> of2016.requireWrite(guard, SystemId.EES, "VISA_EXEMPT"));
    }

    @Test
    void leavesRecordsToTheMemberStateThatEnteredThem() {
        Caller asylum = caller(AuthorityKind.ASYLUM, Purpose.ASYLUM);
        interoperable.requireOwner(asylum, SystemId.EURODAC, "APPLICANT", Authority.of("ASYLUM@MS-1"));
        assertThatThrownBy(() ->
                        interoperable.requireOwner(asylum, SystemId.EURODAC, "APPLICANT", Authority.of("ASYLUM@MS-2")))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.NOT_OWNER));
    }

    @Test
    void opensAnOperationOnlyToAuthorityAndPurposeTogether() {
        Caller patrol = caller(AuthorityKind.POLICE_PATROL, Purpose.ID_CHECK_ART20);
        assertThatCode(() -> interoperable.requireOperation(patrol, "checkIdentity"))
                .doesNotThrowAnyException();
        denied(() -> interoperable.requireOperation(patrol, "searchPortal"));
        denied(() -> interoperable.requireOperation(patrol, "readRecord"));
        denied(() -> interoperable.requireOperation(patrol, "noSuchOperation"));
        denied(() ->
                interoperable.requireOperation(caller(AuthorityKind.POLICE, Purpose.POLICE_CHECK), "checkIdentity"));
    }

    @Test
    void keepsTheAuditToSupervisorsAndPersonalDataFromOperators() {
        for (AuthorityKind kind : AuthorityKind.values()) {
            for (Purpose purpose : Purpose.values()) {
                if (kind != AuthorityKind.SUPERVISOR || purpose != Purpose.SUPERVISION) {
                    denied(() -> interoperable.requireOperation(caller(kind, purpose), "readAudit"));
                }
            }
        }
        denied(() ->
                interoperable.requireOperation(caller(AuthorityKind.OPERATIONS, Purpose.OPERATIONS), "searchPortal"));
    }

    private static List<Profile> profile(AccessControl access, AuthorityKind kind, Purpose purpose) {
        try {
            return List.of(access.profile(caller(kind, purpose)));
        } catch (ProblemException e) {
            return List.of();
        }
    }

    private static AccessControl access(String edition) {
        return new TableAccessControl(new EditionRules(Map.of("edition", edition)), Map.of());
    }

    static Caller caller(AuthorityKind kind, Purpose purpose) {
        return new Caller(
                new Authority(kind, MemberState.of("MS-1")), "officer-1", purpose, CaseReference.of("case-1"));
    }

    private static void denied(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(ProblemType.ACCESS_DENIED));
    }

    @Test
    void hasALevelForEveryAlertCategoryOfEveryProfileThatReachesSis() {
        RuleTable table = new EditionRules(Map.of()).table("alert-visibility");
        Set<String> categories =
                table.rows().stream().map(row -> row.get("category")).collect(Collectors.toSet());
        Set<String> rows = table.rows().stream()
                .map(row -> row.get("authority") + "/" + row.get("purpose") + "/" + row.get("category"))
                .collect(Collectors.toSet());
        assertThat(rows).hasSameSizeAs(table.rows());
        assertThat(table.rows()).extracting(row -> row.get("level")).isSubsetOf("F", "H", "HIDDEN");
        Set<String> wanted = Arrays.stream(AuthorityKind.values())
                .flatMap(kind -> Arrays.stream(Purpose.values()).flatMap(p -> profile(interoperable, kind, p).stream()))
                .filter(profile -> profile.right(SystemId.SIS).isPresent())
                .flatMap(profile -> categories.stream().map(category -> profile.id() + "/" + category))
                .collect(Collectors.toSet());
        assertThat(rows).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interoperable", "2016"})
    void knowsEveryAlertCategoryOfTheSystemsTable(String edition) {
        EditionRules rules = new EditionRules(Map.of("edition", edition));
        Set<String> alerts = rules.table("categories").rows().stream()
                .filter(row -> row.get("system").equals("SIS"))
                .map(row -> row.get("category"))
                .collect(Collectors.toSet());
        assertThat(rules.table("alert-visibility").rows())
                .extracting(row -> row.get("category"))
                .containsAll(alerts);
    }

    @Test
    void namesOnlyCategoriesThatTheSystemsHave() {
        EditionRules rules = new EditionRules(Map.of());
        Set<String> known = rules.table("categories").rows().stream()
                .map(row -> row.get("system") + "/" + row.get("category"))
                .collect(Collectors.toSet());
        assertThat(rules.table("writers").rows().stream()
                        .filter(row -> !row.get("category").equals(Rows.ANY))
                        .map(row -> row.get("system") + "/" + row.get("category")))
                .isNotEmpty()
                .allMatch(known::contains);
    }
}
