package org.polyonym.mid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.polyonym.mid.internal.RecordBuilder.alert;
import static org.polyonym.mid.internal.RecordBuilder.eurodac;
import static org.polyonym.mid.internal.RecordBuilder.vis;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.access.Profile;
import org.polyonym.json.JsonMapping;
import org.polyonym.mid.LinkColour;
import org.polyonym.mid.LinkView;
import org.polyonym.model.GroupRef;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.SystemOfRecord;

@Timeout(60)
class LinkEndpointsTest {
    private static final String ASYLUM = "ASYLUM@MS-2";
    private static final String POLICE = "POLICE@MS-3";

    private final World world = new World();
    private final ReadLinkEndpoint readLink = new ReadLinkEndpoint(world.book, world.access, world);
    private final ListLinksEndpoint listLinks = new ListLinksEndpoint(world.book, world.access);
    private final ReadConfirmationFileEndpoint readFile = new ReadConfirmationFileEndpoint(world.book, world.access);
    private Link link;

    @BeforeEach
    void aYellowLink() {
        world.access
                .give(ASYLUM, "EURODAC")
                .give(POLICE, "SIS")
                .give("SIRENE@MS-1", "SIS")
                .give("CUSTOMS@MS-1", "INTERPOL");
        OriginRef alert = world.register(alert("r1", "REFUSAL_OF_ENTRY", "MS-1")
                .named("Nadir", "SELMANI")
                .fingersOf("P1"));
        OriginRef claim =
                world.register(eurodac("e6", "MS-2").named("Karim", "HADDO").fingersOf("P1"));
        link = world.linkBetween(alert, claim);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private LinkDetail detail(String authority) {
        return (LinkDetail) world.call(readLink, authority, Map.of("linkId", link.linkId()));
    }

    private List<LinkView> listed(String authority, Map<String, String> parameters) {
        return ((ListLinksEndpoint.Answer) world.call(listLinks, authority, parameters)).links();
    }

    @Test
    void explainsALinkToTheAuthorityThatVerifiesIt() {
        LinkDetail detail = detail(ASYLUM);
        assertThat(detail.link().reason()).isEqualTo("Y-A");
        assertThat(detail.evidence()).singleElement().satisfies(pair -> {
            assertThat(pair.row().source()).isEqualTo("IO 30(1)(a), 28(4)");
            assertThat(pair.biometric().thresholdVersion()).isEqualTo("thresholds-1");
            assertThat(pair.changedSince()).isFalse();
            LinkDetail.Field names = pair.fields().getFirst();
            assertThat(names.result()).isEqualTo("DIFFERENT");
            assertThat(names.valueA())
                    .hasValueSatisfying(value -> assertThat(value).contains("HADDO"));
            assertThat(names.valueB())
                    .hasValueSatisfying(value -> assertThat(value).contains("SELMANI"));
        });
        assertThat(detail.findings())
                .extracting(LinkDetail.Offer::finding)
                .containsExactly("SAME_PERSON_JUSTIFIED", "SAME_PERSON_UNJUSTIFIED", "TWO_PERSONS_MATCHER_WRONG");
        assertThat(detail.whatWouldChange())
                .filteredOn(change -> change.input().equals("identity"))
                .extracting(LinkDetail.Change::result)
                .containsOnly(Verdict.WHITE);
        assertThat(world.log.getLast().event()).isEqualTo("LINKED_DATA_READ");
        assertThat(world.log.getLast().subject()).contains("EURODAC/e6", "SIS/r1");
    }

    @Test
    void closesTheAccessToForeignSystemsWithTheDecision() {
        world.decide(ASYLUM, link, "SAME_PERSON_UNJUSTIFIED");
        LinkDetail.Field names = detail(ASYLUM).evidence().getFirst().fields().getFirst();
        assertThat(names.valueA()).isPresent();
        assertThat(names.valueB()).isEmpty();
    }

    @Test
    void saysWhenTheComparedRecordsHaveChangedSince() {
        OriginRef ref = OriginRef.of("EURODAC/e6");
        world.enter(
                eurodac("e6", "MS-2").named("Karim", "HADDOU").fingersOf("P1").version(2));
        assertThat(world.records.find(ref).orElseThrow().version()).isEqualTo(2);
        assertThat(detail(ASYLUM).evidence().getFirst().changedSince()).isTrue();
    }

    @Test
    void hidesYellowLikeAbsent() {
        ProblemException hidden = refused(POLICE, link.linkId());
        ProblemException absent = refused(POLICE, "no-such-link");
        assertThat(hidden.type()).isEqualTo(ProblemType.NOT_FOUND);
        assertThat(hidden.getMessage()).isEqualTo(absent.getMessage());
        assertThat(listed(POLICE, Map.of("system", "SIS", "recordId", "r1"))).isEmpty();
        assertThat(listed("SIRENE@MS-1", Map.of())).isEmpty();
    }

    @Test
    void showsNobodyAnAlertThatSisHidesBecauseALinkLeadsToIt() {
        world.decide(ASYLUM, link, "SAME_PERSON_UNJUSTIFIED");
        assertThat(detail(POLICE).linkedData())
                .extracting(data -> data.origin().text())
                .containsExactly("EURODAC/e6");
    }

    @Test
    void showsGeneralUsersOfARedLinkTheLinkTheSystemsAndTheLinkedCirDataAlone() {
        readLink.systems = List.of(sisShowingAll());
        world.decide(ASYLUM, link, "SAME_PERSON_UNJUSTIFIED");
        LinkDetail detail = detail(POLICE);
        assertThat(detail.link().colour()).isEqualTo(LinkColour.RED);
        assertThat(detail.link().sin()).isEmpty();
        assertThat(detail.link().responsible()).isEmpty();
        assertThat(detail.link().reason()).isEmpty();
        assertThat(detail.evidence()).isEmpty();
        assertThat(detail.history()).isEmpty();
        assertThat(detail.linkedData())
                .extracting(data -> data.origin().text())
                .containsExactly("EURODAC/e6", "SIS/r1");
        assertThat(refused("CUSTOMS@MS-1", link.linkId()).type()).isEqualTo(ProblemType.NOT_FOUND);
    }

    @Test
    void cutsTheConfirmationFileToWhatTheReaderMaySee() {
        assertThat(world.call(readFile, ASYLUM, Map.of("sin", link.sin()))).isInstanceOf(ConfirmationFile.class);
        assertThatThrownBy(() -> world.call(readFile, POLICE, Map.of("sin", link.sin())))
                .isInstanceOf(ProblemException.class);
        world.decide(ASYLUM, link, "SAME_PERSON_UNJUSTIFIED");
        assertThat(world.call(readFile, POLICE, Map.of("sin", link.sin())))
                .isInstanceOfSatisfying(
                        ReadConfirmationFileEndpoint.Narrow.class,
                        file -> assertThat(file.systems())
                                .extracting(s -> s.text())
                                .containsExactly("EURODAC", "SIS"));
    }

    @Test
    void listsWhatTheCallerIsNamedIn() {
        assertThat(listed(ASYLUM, Map.of())).extracting(LinkView::linkId).containsExactly(link.linkId());
        assertThatThrownBy(() -> listed(ASYLUM, Map.of("system", "SIS"))).hasMessageContaining("PLY-1005");
    }

    @Test
    void showsWhiteOnlyToThoseWithAccessToBothSystems() {
        OriginRef visa = world.register(vis("v9").named("Nadir", "SELMANI").fingersOf("P1"));
        Link white = world.linkBetween(visa, OriginRef.of("SIS/r1"));
        VisibleLinks links = new VisibleLinks(world.book);
        Set<GroupRef> hit = Set.of(GroupRef.of("SIS/r1"));
        Profile both = FakeAccess.profile("SIS VIS", true);
        assertThat(links.visible(World.caller(POLICE), both, hit))
                .extracting(LinkView::linkId)
                .containsExactly(white.linkId());
        assertThat(links.visible(World.caller(POLICE), FakeAccess.profile("SIS", true), hit))
                .isEmpty();
    }

    @Test
    void namesNoSystemWhereTheProfileMayNotLearnTheSource() {
        world.decide(ASYLUM, link, "SAME_PERSON_UNJUSTIFIED");
        VisibleLinks links = new VisibleLinks(world.book);
        Profile patrol = FakeAccess.profile("EURODAC VIS", false);
        List<LinkView> seen =
                links.visible(World.caller("POLICE_PATROL@MS-3"), patrol, Set.of(GroupRef.of("EURODAC/e6")));
        assertThat(seen)
                .singleElement()
                .satisfies(view -> assertThat(view.toString())
                        .contains("RED")
                        .doesNotContain("EURODAC")
                        .doesNotContain("SIS"));
    }

    @Test
    void decidesThroughTheEndpointAndAnswersWithTheNewLink() {
        DecideLinkEndpoint decide =
                new DecideLinkEndpoint(world.book, world.access, world.store.transactions(), world.store.outbox());
        Finding finding = new Finding("SAME_PERSON_UNJUSTIFIED", "interview", "national file 3", false, false);
        World.FakeRequest request =
                new World.FakeRequest(World.caller(ASYLUM), Map.of("linkId", link.linkId()), Optional.of(finding));
        DecideLinkEndpoint.Answer answer =
                (DecideLinkEndpoint.Answer) decide.handle(request).body().orElseThrow();
        assertThat(answer.row()).isEqualTo("M02");
        assertThat(answer.link())
                .hasValueSatisfying(view -> assertThat(view.colour()).isEqualTo(LinkColour.RED));
    }

    @Test
    void writesItsAnswersAsJson() throws Exception {
        String json = JsonMapping.mapper().writeValueAsString(detail(ASYLUM));
        assertThat(json)
                .contains("\"responsible\":\"ASYLUM@MS-2\"")
                .contains("\"a\":\"EURODAC/e6\"")
                .contains("\"biometric\":\"SAME\"", "\"field\":\"birth date\"");
        Object file = world.call(readFile, ASYLUM, Map.of("sin", link.sin()));
        assertThat(JsonMapping.mapper().writeValueAsString(file)).contains("\"responsibleAuthority\":\"ASYLUM@MS-2\"");
    }

    private SystemOfRecord sisShowingAll() {
        return (SystemOfRecord) Proxy.newProxyInstance(
                SystemOfRecord.class.getClassLoader(),
                new Class<?>[] {SystemOfRecord.class},
                (proxy, method, args) -> method.getName().equals("system")
                        ? SystemId.SIS
                        : world.records.find(new OriginRef(SystemId.SIS, (String) args[1])));
    }

    private ProblemException refused(String authority, String linkId) {
        try {
            world.call(readLink, authority, Map.of("linkId", linkId));
        } catch (ProblemException e) {
            return e;
        }
        throw new AssertionError("nothing was refused");
    }
}
