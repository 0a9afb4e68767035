package org.polyonym.outbox.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.camel.CamelContexts;
import org.polyonym.grid.Grid;
import org.polyonym.grid.GridHandler;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.Documents;
import org.polyonym.store.Outbox;
import org.polyonym.store.TaskHandler;
import org.polyonym.store.Transactions;
import org.polyonym.time.DailyDuty;
import org.polyonym.time.DailyRun;
import org.polyonym.time.LegalClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The worker of this node. Configuration {@code org.polyonym.outbox}, key {@code parallelism} (1 to 64, default 2). */
@Component(configurationPid = "org.polyonym.outbox", immediate = true)
public final class OutboxComponent implements DailyRun, GridHandler {
    /** Under which other nodes say that they have enqueued a task. */
    static final String WAKE_UP = "outbox-wake-up";

    /** Tasks done at the same time when nothing is configured. */
    static final int DEFAULT_PARALLELISM = 2;
    /** More would only queue for the store's connections. */
    static final int MAX_PARALLELISM = 64;

    private static final int SHUTDOWN_SECONDS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(OutboxComponent.class);

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<TaskHandler> handlers;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<DailyDuty> duties;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile LegalClock clock;

    @Reference
    private Transactions transactions;

    @Reference
    private Documents documents;

    @Reference
    private Outbox outbox;

    @Reference
    private Grid grid;

    private CamelContext camel;
    private ProducerTemplate producer;
    private String wakeUp;
    private AutoCloseable wakeUps;
    private AutoCloseable changes;

    /** Starts the routes. */
    @Activate
    void start(Map<String, ?> config) throws Exception {
        Object configured = config.get("parallelism");
        int parallelism = configured == null ? DEFAULT_PARALLELISM : Integer.parseInt(configured.toString());
        if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
            throw new IllegalArgumentException("parallelism must be 1 to " + MAX_PARALLELISM);
        }
        TaskWorker worker = new TaskWorker(transactions, outbox, () -> handlers, grid);
        DailyTurn turn = new DailyTurn(transactions, documents, grid, InstantSource.system());
        DailyDuties daily = new DailyDuties(transactions, documents, () -> clock, () -> duties, turn);
        camel = CamelContexts.create("outbox", OutboxComponent.class.getClassLoader());
        camel.getShutdownStrategy().setTimeout(SHUTDOWN_SECONDS);
        CamelContexts.start(camel, new OutboxRoutes(worker, parallelism), new DailyRoutes(daily, grid::majority));
        producer = camel.createProducerTemplate();
        wakeUp = OutboxRoutes.wakeUp(parallelism);
        OtherNodes others = new OtherNodes(grid, WAKE_UP);
        wakeUps = outbox.onEnqueued(() -> {
            producer.sendBody(wakeUp, "");
            others.tell();
        });
        changes = grid.onChange(() -> takeOver(worker));
        takeOver(worker);
    }

    /** On a thread of its own: the store may be slow or away, and the end of the lease does the same later. */
    private static void takeOver(TaskWorker worker) {
        Thread.ofVirtual().name("outbox-take-over").start(() -> {
            try {
                worker.takeOver();
            } catch (ProblemException e) {
                LOG.info(
                        "tasks of nodes that are gone wait for the end of their lease: {}",
                        e.type().code());
            }
        });
    }

    @Override
    public String name() {
        return WAKE_UP;
    }

    /** Another node has enqueued a task. */
    @Override
    public byte[] handle(byte[] request) {
        producer.sendBody(wakeUp, "");
        return new byte[0];
    }

    /** Stops; tasks in work are finished or given back by the end of their lease. */
    @Deactivate
    void stop() throws Exception {
        changes.close();
        wakeUps.close();
        camel.close();
    }

    @Override
    public void catchUp() {
        try {
            producer.requestBody(DailyRoutes.RUN, "");
        } catch (CamelExecutionException e) {
            throw e.getCause() instanceof ProblemException problem
                    ? problem
                    : ProblemException.causedBy(ProblemType.INTERNAL, "the daily run failed", e);
        }
    }
}
