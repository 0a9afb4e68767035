package org.polyonym.agencies.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.esp.ProbeReport;
import org.polyonym.model.CaseReference;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.internal.SqlStore;
import org.polyonym.store.internal.StoreConfig;

/** The order of steps and what stays after a failure, on the real store. */
@Timeout(60)
class DeploymentTest {
    private static final String NAME = "eu.example.register";
    private static final String ACCESS = String.join("\t", AccessRows.COLUMNS)
            + "\nPOLICE\tPOLICE_CHECK\tNPR\tyes\tFAMILY_NAME\tREFERENCE\tyes\tlaw\n";
    private static final Caller OPERATOR = Caller.component("operator", Purpose.OPERATIONS, CaseReference.of("OPS/1"));

    private final SqlStore store = SqlStore.open(StoreConfig.memory());
    private final TestNode node = new TestNode(store, new TestNode.Check());
    private final List<AuditEntry> audited = node.audited;
    private final FakeFramework framework = node.framework;
    private final FakeDesk desk = node.desk;
    private final Grants grants = node.grants;
    private final DesiredState state = node.state;
    private final Deployment deployment = node.deployment();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void admitsOnlyAfterTheProbeAndGrantsTheRowsOfTheOperator() throws InterruptedException {
        Change change = deployment.deploy(OPERATOR, request("1.0.0", ACCESS));

        assertThat(change.system()).isEqualTo("NPR");
        assertThat(desk.told).containsExactly("probe 11", "admit 11 NPR");
        assertThat(grants.rows().rows())
                .singleElement()
                .satisfies(r -> assertThat(r).containsEntry("system", "NPR"));
        assertThat(audited).extracting(AuditEntry::event).containsExactly("CONNECTOR_DEPLOYED");
        assertThat(state.find(NAME)).isPresent();
    }

    @Test
    void keepsTheOldOneServingUntilTheNewOneHasPassedAndDrainsItBeforeItGoes() throws InterruptedException {
        deployment.deploy(OPERATOR, request("1.0.0", ACCESS));
        Change change = deployment.replace(OPERATOR, NAME, request("1.0.0", ""));

        assertThat(desk.told).endsWith("probe 12", "admit 12 NPR", "retire 11");
        assertThat(framework.agencys()).extracting(Framework.Known::bundleId).containsExactly(12L);
        assertThat(change.drained()).isTrue();
        assertThat(grants.rows().rows()).as("the rows are kept").hasSize(1);
    }

    @Test
    void leavesEverythingAsItWasWhenTheNewOneDoesNotPass() throws InterruptedException {
        deployment.deploy(OPERATOR, request("1.0.0", ACCESS));
        desk.report = ProbeReport.failed("it hangs");

        refused(ProblemType.CONNECTOR_PROBE_FAILED, () -> deployment.replace(OPERATOR, NAME, request("2.0.0", "")));
        assertThat(framework.agencys()).extracting(Framework.Known::version).containsExactly("1.0.0");
        assertThat(state.find(NAME).orElseThrow().value().version()).isEqualTo("1.0.0");
        assertThat(desk.told).doesNotContain("retire 11");
    }

    @Test
    void refusesRowsForAnotherSystemThanTheConnectorDescribes() {
        desk.report = new ProbeReport(true, Optional.of(SystemId.of("PIU")), "Unit", "");

        refused(ProblemType.CONNECTOR_ACCESS_INVALID, () -> deployment.deploy(OPERATOR, request("1.0.0", ACCESS)));
        assertThat(framework.agencys()).isEmpty();
        assertThat(state.all()).isEmpty();
    }

    @Test
    void refusesASystemThatThePlatformOrAnotherConnectorHas() throws InterruptedException {
        desk.report = new ProbeReport(true, Optional.of(SystemId.SIS), "Not SIS", "");
        refused(ProblemType.CONNECTOR_SYSTEM_TAKEN, () -> deployment.deploy(OPERATOR, request("1.0.0", "")));

        desk.report = new FakeDesk().report;
        deployment.deploy(OPERATOR, request("1.0.0", ""));
        DeployRequest other =
                new DeployRequest(Jars.good("eu.example.other", "1.0.0").bytes(), "");
        refused(ProblemType.CONNECTOR_SYSTEM_TAKEN, () -> deployment.deploy(OPERATOR, other));
        assertThat(framework.agencys()).hasSize(1);
    }

    @Test
    void aPlanObjectsToASystemThatThePlatformOrAnotherConnectorHasWhenTheJarDeclaresIt() throws InterruptedException {
        assertThat(objections(Jars.good(NAME, "1.0.0").declaring("SIS"), "")).containsExactly("PLY-6016");

        deployment.deploy(
                OPERATOR,
                new DeployRequest(Jars.good(NAME, "1.0.0").declaring("NPR").bytes(), ACCESS));
        assertThat(objections(Jars.good("eu.example.other", "1.0.0").declaring("NPR"), ""))
                .containsExactly("PLY-6016");
        assertThat(objections(Jars.good(NAME, "1.1.0").declaring("NPR"), "")).isEmpty();
    }

    @Test
    void aPlanObjectsToRowsOfAnotherSystemThanTheJarDeclares() {
        assertThat(objections(Jars.good(NAME, "1.0.0").declaring("PIU"), ACCESS))
                .containsExactly("PLY-6014");
        assertThat(objections(Jars.good(NAME, "1.0.0").declaring("NPR"), ACCESS))
                .isEmpty();
        assertThat(objections(Jars.good(NAME, "1.0.0"), ACCESS))
                .as("declares none")
                .isEmpty();
        assertThat(objections(Jars.good(NAME, "1.0.0").declaring("no code"), ACCESS))
                .as("declares no code of a system")
                .isEmpty();
    }

    @Test
    void whatTheConnectorSaysDecidesWhateverItsJarDeclares() {
        desk.report = new ProbeReport(true, Optional.of(SystemId.SIS), "Not NPR", "");
        DeployRequest lying =
                new DeployRequest(Jars.good(NAME, "1.0.0").declaring("NPR").bytes(), ACCESS);

        assertThat(deployment.plan(lying).objections()).isEmpty();
        refused(ProblemType.CONNECTOR_SYSTEM_TAKEN, () -> deployment.deploy(OPERATOR, lying));
    }

    @Test
    void refusesRowsThatStillHaveTheArchetypesPlaceholderOrNothingAsSource() throws Exception {
        String template = Files.readString(Path.of("../../kit/src/main/resources/project/access.tsv.template"))
                .replace("@SYSTEM@", "NPR");
        Plan plan = deployment.plan(request("1.0.0", template));
        assertThat(plan.objections()).extracting(Plan.Refusal::code).containsExactly("PLY-6014", "PLY-6014");
        assertThat(plan.objections().getFirst().reason()).contains("row 1", "source");
        refused(ProblemType.CONNECTOR_ACCESS_INVALID, () -> deployment.deploy(OPERATOR, request("1.0.0", template)));
        String none = ACCESS.replace("\tlaw\n", "\t \n");
        refused(ProblemType.CONNECTOR_ACCESS_INVALID, () -> deployment.deploy(OPERATOR, request("1.0.0", none)));
    }

    @Test
    void refusesASecondOfItsNameAndTheNameOfABundleOfThePlatform() throws InterruptedException {
        deployment.deploy(OPERATOR, request("1.0.0", ""));
        refused(ProblemType.CONNECTOR_PRESENT, () -> deployment.deploy(OPERATOR, request("1.0.1", "")));

        DeployRequest sis =
                new DeployRequest(Jars.good("org.polyonym.sis", "9.0.0").bytes(), "");
        refused(ProblemType.CONNECTOR_PRESENT, () -> deployment.deploy(OPERATOR, sis));
    }

    @Test
    void refusesAChangeThatWouldRestartOthers() throws InterruptedException {
        deployment.deploy(OPERATOR, request("1.0.0", ""));
        framework.disturbed = java.util.Set.of("org.polyonym.esp");

        refused(ProblemType.CONNECTOR_DISTURBS, () -> deployment.replace(OPERATOR, NAME, request("2.0.0", "")));
        refused(ProblemType.CONNECTOR_DISTURBS, () -> deployment.undeploy(OPERATOR, NAME));
        assertThat(state.find(NAME)).isPresent();
    }

    @Test
    void aPlanTellsWhatIsMissingAndChangesNothing() {
        byte[] jar = Jars.good(NAME, "1.0.0")
                .header("Import-Package", "org.polyonym.connector;version=\"[9,10)\"")
                .bytes();
        Plan plan = deployment.plan(new DeployRequest(jar, ACCESS));

        assertThat(plan.action()).isEqualTo(Plan.Action.DEPLOY);
        assertThat(plan.objections()).extracting(Plan.Refusal::code).containsExactly("PLY-6010");
        assertThat(plan.access()).hasSize(1);
        assertThat(framework.agencys()).isEmpty();
        assertThat(desk.told).isEmpty();
    }

    @Test
    void aPlanTellsWhichRowsAReplacementKeepsAndWhichItBrings() throws InterruptedException {
        assertThat(deployment.plan(request("1.0.0", "")).accessKept())
                .as("nothing to keep")
                .isFalse();
        deployment.deploy(OPERATOR, request("1.0.0", ACCESS));

        Plan without = deployment.plan(request("2.0.0", ""));
        assertThat(without.accessKept()).isTrue();
        assertThat(without.access()).isEqualTo(AccessRows.parse(ACCESS));

        Plan with = deployment.plan(request("2.0.0", ACCESS.replace("FAMILY_NAME", "BIRTH_DATE")));
        assertThat(with.accessKept()).isFalse();
        assertThat(with.access()).singleElement().satisfies(r -> assertThat(r).containsEntry("fields", "BIRTH_DATE"));
    }

    @Test
    void takesTheRightsAwayWithTheConnector() throws InterruptedException {
        deployment.deploy(OPERATOR, request("1.0.0", ACCESS));
        deployment.undeploy(OPERATOR, NAME);

        assertThat(grants.rows().rows()).isEmpty();
        assertThat(framework.agencys()).isEmpty();
        assertThat(audited).extracting(AuditEntry::event).endsWith("CONNECTOR_UNDEPLOYED");
        refused(ProblemType.NOT_FOUND, () -> deployment.undeploy(OPERATOR, NAME));
    }

    @Test
    void anotherOrRestartedNodeRunsWhatIsWantedAndRemovesStrays() throws InterruptedException {
        deployment.deploy(OPERATOR, request("1.0.0", ACCESS));
        framework.bundles.put(99L, new Framework.Known(99, "eu.example.gone", "1.0.0", "agency:eu.example.gone:x"));
        Fleet restarted = new Fleet(framework, () -> desk);
        Grants empty = new Grants();
        new Reconciler(state, restarted, empty, InstantSource.system()).run();

        assertThat(restarted.find(NAME)).isPresent();
        assertThat(framework.agencys()).as("found again, not installed twice").hasSize(1);
        assertThat(empty.rows().rows()).hasSize(1);

        state.drop(OPERATOR, NAME);
        new Reconciler(state, restarted, empty, InstantSource.system()).run();
        assertThat(framework.agencys()).isEmpty();
        assertThat(empty.rows().rows()).isEmpty();
    }

    @Test
    void aNodeOnWhichItDoesNotComeUpSaysSoAndGoesOn() throws InterruptedException {
        deployment.deploy(OPERATOR, request("1.0.0", ACCESS));
        FakeDesk elsewhere = new FakeDesk();
        elsewhere.report = ProbeReport.failed("no way to its system");
        FakeFramework otherNode = new FakeFramework();
        Reconciler other =
                new Reconciler(state, new Fleet(otherNode, () -> elsewhere), new Grants(), InstantSource.system());
        other.run();

        assertThat(other.failures())
                .singleElement()
                .satisfies(f -> assertThat(f.reason()).isEqualTo("no way to its system"));
        assertThat(otherNode.agencys()).isEmpty();
        other.run();
        assertThat(elsewhere.told).as("not tried again at once").hasSize(1);
    }

    @Test
    void refusesRowsThatContradictThoseOfAnotherConnectorAndNamesIt() throws InterruptedException {
        deployment.deploy(OPERATOR, request("1.0.0", ACCESS));
        desk.report = new ProbeReport(true, Optional.of(SystemId.of("PIU")), "Unit", "");
        byte[] unit = Jars.good("eu.example.unit", "1.0.0").bytes();
        DeployRequest contrary = new DeployRequest(
                unit, ACCESS.replace("\tNPR\t", "\tPIU\t").replace("REFERENCE\tyes", "REFERENCE\tno"));

        refused(ProblemType.CONNECTOR_ACCESS_INVALID, () -> deployment.deploy(OPERATOR, contrary));
        assertThat(deployment.plan(contrary).objections())
                .singleElement()
                .satisfies(o -> assertThat(o.reason()).contains(NAME));

        deployment.deploy(OPERATOR, new DeployRequest(unit, ACCESS.replace("\tNPR\t", "\tPIU\t")));
        assertThat(grants.rows().rows()).hasSize(2);
    }

    @Test
    void replacesWhatIsDeployedButDoesNotComeUpHere() throws InterruptedException {
        deployment.deploy(OPERATOR, request("1.0.0", ACCESS));
        desk.report = ProbeReport.failed("no way to its system");
        Fleet emptyFleet = new Fleet(new FakeFramework(), () -> desk);
        Reconciler restarted = new Reconciler(state, emptyFleet, grants, InstantSource.system());
        restarted.run();
        Deployment here = node.deployment(emptyFleet, restarted);
        Plan plan = here.plan(request("2.0.0", ""));

        assertThat(plan.action()).isEqualTo(Plan.Action.REPLACE);
        assertThat(plan.replaces()).isEqualTo("1.0.0");

        desk.report = new FakeDesk().report;
        here.replace(OPERATOR, NAME, request("2.0.0", ""));
        assertThat(emptyFleet.find(NAME)).isPresent();
        assertThat(restarted.failures()).isEmpty();
    }

    private List<String> objections(Jars jar, String access) {
        return deployment.plan(new DeployRequest(jar.bytes(), access)).objections().stream()
                .map(Plan.Refusal::code)
                .toList();
    }

    private static DeployRequest request(String version, String access) {
        return new DeployRequest(Jars.good(NAME, version).bytes(), access);
    }

    private static void refused(ProblemType type, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
    }
}
