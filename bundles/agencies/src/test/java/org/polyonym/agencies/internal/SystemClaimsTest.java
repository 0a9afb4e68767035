package org.polyonym.agencies.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.access.Caller;
import org.polyonym.esp.ProbeReport;
import org.polyonym.model.CaseReference;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Stored;
import org.polyonym.store.UnitOfWork;
import org.polyonym.store.internal.SqlStore;
import org.polyonym.store.internal.StoreConfig;

/** A system has one connector, also when two nodes of one store deploy in the same moment. */
@Timeout(60)
class SystemClaimsTest {
    private static final SystemId NPR = SystemId.of("NPR");
    private static final SystemId PIU = SystemId.of("PIU");
    private static final DocumentType<SystemClaims.Claim> CLAIM =
            new DocumentType<>("connector-system", SystemClaims.Claim.class);
    private static final Caller OPERATOR = Caller.component("operator", Purpose.OPERATIONS, CaseReference.of("OPS/1"));

    private final SqlStore store = SqlStore.open(StoreConfig.memory());
    private final TestNode node = new TestNode(store, new TestNode.Check());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void ofTwoNodesThatDeployForOneSystemInTheSameMomentOneIsRefused() throws Exception {
        CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
        List<TestNode> nodes = List.of(slow(bothHaveLooked), slow(bothHaveLooked));
        List<Optional<ProblemType>> outcomes;
        try (ExecutorService operators = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<ProblemType>> first = operators.submit(deploying(nodes.getFirst(), "eu.example.one"));
            Future<Optional<ProblemType>> second = operators.submit(deploying(nodes.getLast(), "eu.example.two"));
            outcomes = List.of(first.get(), second.get());
        }

        assertThat(outcomes)
                .containsExactlyInAnyOrder(Optional.empty(), Optional.of(ProblemType.CONNECTOR_SYSTEM_TAKEN));
        DesiredConnector wanted = node.state.all().getFirst();
        assertThat(node.state.all()).hasSize(1);
        assertThat(holder(NPR)).contains(wanted.name());
        Stream<Framework.Known> left = nodes.stream().flatMap(n -> n.framework.agencys().stream());
        assertThat(left).extracting(Framework.Known::name).containsExactly(wanted.name());
    }

    @Test
    void aReplacementKeepsItsSystemAndOneForAnotherMovesThere() throws InterruptedException {
        node.deployment().deploy(OPERATOR, request("eu.example.one", "1.0.0"));
        node.deployment().replace(OPERATOR, "eu.example.one", request("eu.example.one", "1.0.1"));
        assertThat(holder(NPR)).contains("eu.example.one");

        describes(PIU);
        node.deployment().replace(OPERATOR, "eu.example.one", request("eu.example.one", "2.0.0"));
        assertThat(holder(NPR)).isEmpty();
        assertThat(holder(PIU)).contains("eu.example.one");
        takenBySomebodyWhoDidNotLook(PIU);

        describes(NPR);
        node.deployment().deploy(OPERATOR, request("eu.example.two", "1.0.0"));
        assertThat(holder(NPR)).contains("eu.example.two");
    }

    @Test
    void anUndeployedConnectorLeavesItsSystemToOthers() throws InterruptedException {
        node.deployment().deploy(OPERATOR, request("eu.example.one", "1.0.0"));
        node.deployment().undeploy(OPERATOR, "eu.example.one");
        assertThat(holder(NPR)).isEmpty();

        node.deployment().deploy(OPERATOR, request("eu.example.two", "1.0.0"));
        assertThat(holder(NPR)).contains("eu.example.two");
    }

    @Test
    void whatAnEarlierVersionDeployedIsRespectedAndGetsItsClaimWhenItIsReplaced() throws InterruptedException {
        node.deployment().deploy(OPERATOR, request("eu.example.one", "1.0.0"));
        store.transactions().inTransaction(uow -> store.documents().delete(uow, CLAIM, NPR.text()));

        assertThatThrownBy(() -> node.deployment().deploy(OPERATOR, request("eu.example.two", "1.0.0")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.type()).isEqualTo(ProblemType.CONNECTOR_SYSTEM_TAKEN));
        node.deployment().replace(OPERATOR, "eu.example.one", request("eu.example.one", "1.0.1"));
        assertThat(holder(NPR)).contains("eu.example.one");
        takenBySomebodyWhoDidNotLook(NPR);
    }

    @Test
    void whatANodeOfAnEarlierVersionUndeployedDoesNotKeepItsSystem() throws InterruptedException {
        node.deployment().deploy(OPERATOR, request("eu.example.one", "1.0.0"));
        store.transactions().inTransaction(uow -> store.documents().delete(uow, DesiredState.TYPE, "eu.example.one"));

        node.deployment().deploy(OPERATOR, request("eu.example.two", "1.0.0"));
        assertThat(holder(NPR)).contains("eu.example.two");
    }

    @Test
    void whatAnEarlierVersionDeployedTwiceTakesNothingFromTheOtherWhenItGoes() throws InterruptedException {
        node.deployment().deploy(OPERATOR, request("eu.example.one", "1.0.0"));
        store.transactions()
                .inTransaction(uow -> store.documents()
                        .put(
                                uow,
                                CLAIM,
                                NPR.text(),
                                version(uow),
                                new SystemClaims.Claim("eu.example.two"),
                                List.of()));

        node.deployment().undeploy(OPERATOR, "eu.example.one");
        assertThat(holder(NPR)).contains("eu.example.two");
    }

    private long version(UnitOfWork uow) {
        return store.documents().get(uow, CLAIM, NPR.text()).orElseThrow().version();
    }

    /** As a node writes that had looked before the other one wrote. */
    private void takenBySomebodyWhoDidNotLook(SystemId system) {
        ConnectorJar jar =
                ConnectorJar.read(Jars.good("eu.example.blind", "1.0.0").bytes());
        assertThatThrownBy(() -> node.state.want(
                        OPERATOR,
                        jar,
                        node.state.newImageId(),
                        new Candidate(99, system, "Blind"),
                        List.of(),
                        Optional.empty()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.type()).isEqualTo(ProblemType.CONNECTOR_SYSTEM_TAKEN));
        assertThat(node.state.find("eu.example.blind")).isEmpty();
    }

    private void describes(SystemId system) {
        node.desk.report = new ProbeReport(true, Optional.of(system), "Register", "");
    }

    private Optional<String> holder(SystemId system) {
        return store.documents().get(CLAIM, system.text()).map(Stored::value).map(SystemClaims.Claim::name);
    }

    /** A node that has read the desired state and waits with its judgement until another one has read it, too. */
    private TestNode slow(CyclicBarrier bothHaveLooked) {
        return new TestNode(store, new TestNode.Check() {
            @Override
            public boolean builtIn(SystemId system) {
                try {
                    bothHaveLooked.await(30, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException("the other node did not look", e);
                }
                return super.builtIn(system);
            }
        });
    }

    private static Callable<Optional<ProblemType>> deploying(TestNode node, String name) {
        return () -> {
            try {
                node.deployment().deploy(OPERATOR, request(name, "1.0.0"));
                return Optional.empty();
            } catch (ProblemException e) {
                return Optional.of(e.type());
            }
        };
    }

    private static DeployRequest request(String name, String version) {
        return new DeployRequest(Jars.good(name, version).bytes(), "");
    }
}
