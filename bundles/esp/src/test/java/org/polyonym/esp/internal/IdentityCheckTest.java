package org.polyonym.esp.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.polyonym.esp.internal.Fixtures.EVERY_FIELD;
import static org.polyonym.esp.internal.Fixtures.NADIR;
import static org.polyonym.esp.internal.Fixtures.PASSPORT;
import static org.polyonym.esp.internal.Fixtures.caller;
import static org.polyonym.esp.internal.Fixtures.finger;
import static org.polyonym.esp.internal.Fixtures.right;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polyonym.access.DataCategory;
import org.polyonym.access.Profile;
import org.polyonym.cir.IdentityRepository;
import org.polyonym.cir.IndividualFile;
import org.polyonym.esp.SourceStatus;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.CaptureContext;
import org.polyonym.model.GroupRef;
import org.polyonym.model.IdentityData;
import org.polyonym.model.OriginRef;
import org.polyonym.model.PartialDate;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.model.TravelDocument;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.sbms.Outcome;
import org.polyonym.store.UnitOfWork;

class IdentityCheckTest {
    private static final LocalDate TODAY = LocalDate.parse("2016-02-12");
    private static final OriginRef ASYLUM_FILE = OriginRef.of("EURODAC/2");
    private static final Profile PATROL =
            new Profile("POLICE_PATROL/ID_CHECK_ART20", false, List.of(right(SystemId.EURODAC), right(SystemId.EES)));

    private final FakeMatching prints = new FakeMatching();
    private final FakeRecords records = new FakeRecords();
    private final Fixtures.MemoryLog log = new Fixtures.MemoryLog();
    private final LinkPart links = new LinkPart(true);

    @Test
    void identifiesByLivePrintsAndNamesNoSystem() {
        prints.candidate(ASYLUM_FILE, Outcome.SAME);
        links.set((c, p, hit) -> hit.isEmpty() ? List.of() : List.of(TestLinks.link(LinkColour.RED)));
        CheckAnswer answer = check(PATROL, live().build());

        assertThat(answer.identified()).isTrue();
        assertThat(answer.method()).isEqualTo(CheckAnswer.Method.BIOMETRICS);
        assertThat(answer.persons())
                .singleElement()
                .satisfies(p -> assertThat(p.identity()).isEqualTo(NADIR));
        assertThat(answer.links()).extracting(CheckAnswer.Flag::colour).containsExactly(LinkColour.RED);
        assertThat(answer.toString()).doesNotContain("EURODAC", "EES", "SIS");
        assertThat(prints.scope).containsExactlyInAnyOrder(SystemId.EURODAC, SystemId.EES);
    }

    @Test
    void showsRedLinksOnly() {
        prints.candidate(ASYLUM_FILE, Outcome.SAME);
        links.set((c, p, hit) -> List.of(TestLinks.link(LinkColour.WHITE), TestLinks.link(LinkColour.GREEN)));

        CheckAnswer answer = check(PATROL, live().build());

        assertThat(answer.links()).isEmpty();
        assertThat(answer.linkStatus()).isEqualTo(SourceStatus.EMPTY_OR_NOT_PERMITTED);
    }

    @Test
    void saysWhenTheDetectorDidNotAnswer() {
        prints.candidate(ASYLUM_FILE, Outcome.SAME);

        assertThat(check(PATROL, live().build()).linkStatus()).isEqualTo(SourceStatus.UNAVAILABLE);
    }

    @Test
    void anInconclusiveComparisonIdentifiesNobody() {
        prints.candidate(ASYLUM_FILE, Outcome.INCONCLUSIVE);

        assertThat(check(PATROL, live().build()).identified()).isFalse();
    }

    @Test
    void refusesACheckWithoutGround() {
        refused(live().ground(null).build(), ProblemType.GROUND_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"2005-03-01", "2004-02-13", "2004-00-00", "2004-02-00"})
    void refusesAChildUnderTwelveWithoutTheBestInterestsReason(String birthDate) {
        refused(live().birthDate(birthDate).build(), ProblemType.CHILD_PROTECTION);
        check(PATROL, live().birthDate(birthDate).bestInterests("found alone").build());
    }

    @ParameterizedTest
    @CsvSource({"2004-02-12", "2003-00-00", "0000-00-00"})
    void checksWhoeverIsTwelveOrMore(String birthDate) {
        assertThat(check(PATROL, live().birthDate(birthDate).build()).identified())
                .isFalse();
    }

    @Test
    void refusesStoredPicturesAndAbsentPersons() {
        refused(live().samples(List.of(finger(CaptureContext.SCANNED))).build(), ProblemType.NOT_LIVE);
        refused(live().present(false).build(), ProblemType.NOT_LIVE);
    }

    @Test
    void searchesWithDataOnlyForAReason() {
        records.add(ASYLUM_FILE, NADIR, List.of(PASSPORT));
        Body injured = live().samples(List.of()).documents(List.of(PASSPORT));
        refused(injured.build(), ProblemType.MISSING_FIELD);
        CheckAnswer answer = check(PATROL, injured.fallback("FINGERS_INJURED").build());

        assertThat(answer.method()).isEqualTo(CheckAnswer.Method.DATA);
        assertThat(answer.identified()).isTrue();
        assertThat(log.entries.getLast().detail()).containsEntry("fallback", "FINGERS_INJURED");
    }

    @Test
    void fallsBackToDataWhenTheQueryWithPrintsFails() {
        prints.failure = Optional.of(ProblemType.QUALITY_TOO_LOW);
        records.add(ASYLUM_FILE, NADIR, List.of(PASSPORT));
        refused(live().documents(List.of(PASSPORT)).build(), ProblemType.QUALITY_TOO_LOW);
        CheckAnswer answer = check(
                PATROL,
                live().documents(List.of(PASSPORT)).fallback("dirty fingers").build());

        assertThat(answer.method()).isEqualTo(CheckAnswer.Method.DATA);
    }

    @Test
    void neverPassesAPartialSearchOffAsNobodyFound() {
        prints.complete = false;
        refused(live().build(), ProblemType.COMPONENT_UNAVAILABLE);
    }

    @Test
    void cutsTheFileToWhatTheProfileMaySee() {
        prints.candidate(ASYLUM_FILE, Outcome.SAME);
        Profile identityOnly =
                new Profile("X", false, List.of(right(SystemId.EURODAC, EVERY_FIELD, Set.of(DataCategory.IDENTITY))));
        CheckAnswer answer = check(identityOnly, live().build());

        assertThat(answer.persons()).singleElement().satisfies(p -> {
            assertThat(p.documents()).isEmpty();
            assertThat(p.samples()).isEmpty();
        });
    }

    @Test
    void isRefusedForAnyOtherPurpose() {
        IdentityCheck check = new IdentityCheck(prints, IdentityCheckTest::repository, records, log, links);

        assertThatThrownBy(
                        () -> check.check(caller("POLICE@MS-1", Purpose.POLICE_CHECK), PATROL, live().build(), TODAY))
                .hasMessageContaining("PLY-2006");
    }

    @Test
    void logsGroundAndMethodWithoutPersonalData() {
        prints.candidate(ASYLUM_FILE, Outcome.SAME);
        check(PATROL, live().build());

        assertThat(log.entries).singleElement().satisfies(e -> {
            assertThat(e.event()).isEqualTo("IDENTITY_CHECK");
            assertThat(e.detail()).containsEntry("ground", "IDENTITY_DOUBTED").containsEntry("method", "BIOMETRICS");
            assertThat(e.toString()).doesNotContain("SELMANI");
        });
    }

    private void refused(CheckRequest request, ProblemType type) {
        assertThatThrownBy(() -> check(PATROL, request))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
    }

    private CheckAnswer check(Profile profile, CheckRequest request) {
        return new IdentityCheck(prints, IdentityCheckTest::repository, records, log, links)
                .check(caller("POLICE_PATROL@MS-2", Purpose.ID_CHECK_ART20), profile, request, TODAY);
    }

    private static IdentityRepository repository() {
        IndividualFile file = new IndividualFile(
                "file-1", List.of(new IndividualFile.Partition(ASYLUM_FILE, NADIR, List.of(PASSPORT), List.of())));
        return new IdentityRepository() {
            @Override
            public Optional<IndividualFile> fileOf(OriginRef origin) {
                return origin.equals(ASYLUM_FILE) ? Optional.of(file) : Optional.empty();
            }

            @Override
            public Optional<IndividualFile> file(String fileId) {
                return Optional.empty();
            }

            @Override
            public void join(UnitOfWork uow, GroupRef a, GroupRef b) {
                throw new AssertionError("a check joins nothing");
            }

            @Override
            public void part(UnitOfWork uow, GroupRef a, GroupRef b) {
                throw new AssertionError("a check parts nothing");
            }
        };
    }

    private static Body live() {
        return new Body(
                Ground.IDENTITY_DOUBTED,
                true,
                List.of(finger(CaptureContext.LIVE)),
                List.of(),
                PartialDate.of("1991-11-22"),
                "",
                "");
    }

    private record Body(
            Ground ground,
            boolean present,
            List<BiometricSample> samples,
            List<TravelDocument> documents,
            PartialDate birthDate,
            String bestInterests,
            String fallback) {
        Body ground(Ground g) {
            return new Body(g, present, samples, documents, birthDate, bestInterests, fallback);
        }

        Body present(boolean p) {
            return new Body(ground, p, samples, documents, birthDate, bestInterests, fallback);
        }

        Body samples(List<BiometricSample> s) {
            return new Body(ground, present, s, documents, birthDate, bestInterests, fallback);
        }

        Body documents(List<TravelDocument> d) {
            return new Body(ground, present, samples, d, birthDate, bestInterests, fallback);
        }

        Body birthDate(String d) {
            return new Body(ground, present, samples, documents, PartialDate.of(d), bestInterests, fallback);
        }

        Body bestInterests(String b) {
            return new Body(ground, present, samples, documents, birthDate, b, fallback);
        }

        Body fallback(String f) {
            return new Body(ground, present, samples, documents, birthDate, bestInterests, f);
        }

        CheckRequest build() {
            return new CheckRequest(
                    Optional.ofNullable(ground),
                    present,
                    samples,
                    IdentityData.NONE,
                    documents,
                    birthDate,
                    Optional.of(bestInterests),
                    Optional.of(fallback));
        }
    }
}
