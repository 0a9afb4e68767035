package org.polyonym.outbox.internal;

import java.lang.management.ManagementFactory;
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
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.Documents;
import org.polyonym.store.Outbox;
import org.polyonym.store.TaskHandler;
import org.polyonym.store.Transactions;
import org.polyonym.time.DailyDuty;
import org.polyonym.time.DailyRun;
import org.polyonym.time.LegalClock;

/** The worker of this node. Configuration {@code org.polyonym.outbox}, key {@code parallelism} (1 to 64, default 2). */
@Component(configurationPid = "org.polyonym.outbox", immediate = true)
public final class OutboxComponent implements DailyRun {
    /** Tasks done at the same time when nothing is configured. */
    static final int DEFAULT_PARALLELISM = 2;
    /** More would only queue for the store's connections. */
    static final int MAX_PARALLELISM = 64;

    private static final int SHUTDOWN_SECONDS = 10;

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

    private CamelContext camel;
    private ProducerTemplate producer;
    private AutoCloseable wakeUps;

    /** Starts the routes. */
    @Activate
    void start(Map<String, ?> config) throws Exception {
        Object configured = config.get("parallelism");
        int parallelism = configured == null ? DEFAULT_PARALLELISM : Integer.parseInt(configured.toString());
        if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
            throw new IllegalArgumentException("parallelism must be 1 to " + MAX_PARALLELISM);
        }
        String name = "outbox@" + ManagementFactory.getRuntimeMXBean().getName();
        TaskWorker worker = new TaskWorker(transactions, outbox, () -> handlers, name);
        DailyDuties daily = new DailyDuties(transactions, documents, () -> clock, () -> duties);
        camel = CamelContexts.create("outbox", OutboxComponent.class.getClassLoader());
        camel.getShutdownStrategy().setTimeout(SHUTDOWN_SECONDS);
        CamelContexts.start(camel, new OutboxRoutes(worker, parallelism), new DailyRoutes(daily));
        producer = camel.createProducerTemplate();
        wakeUps = outbox.onEnqueued(() -> producer.sendBody(OutboxRoutes.wakeUp(parallelism), ""));
    }

    /** Stops; tasks in work are finished or given back by the end of their lease. */
    @Deactivate
    void stop() throws Exception {
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
