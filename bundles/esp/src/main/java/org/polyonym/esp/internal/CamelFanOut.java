package org.polyonym.esp.internal;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.polyonym.camel.CamelContexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fan-out route with the context and the threads it runs in. */
final class CamelFanOut implements FanOut, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CamelFanOut.class);

    /** A hung connector must not hold up the stopping of the portal. */
    private static final int STOP_SECONDS = 2;

    private final ExecutorService own = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService agencies = Executors.newThreadPerTaskExecutor(ConnectorThread::new);
    private final CamelContext context;
    private final ProducerTemplate template;

    /**
     * Starts the route.
     *
     * @throws Exception what Camel reports
     */
    CamelFanOut() throws Exception {
        context = CamelContexts.create("esp", CamelFanOut.class.getClassLoader());
        context.getShutdownStrategy().setTimeout(STOP_SECONDS);
        CamelContexts.start(context, new FanOutRoute());
        template = context.createProducerTemplate();
    }

    /**
     * Every source on a thread of its own, all at once. Not by Camel's splitter: it joins answers that nobody joins here, and
     * once in some 35,000 queries under load a source was left out although the route had ended well (seen, its cause inferred).
     */
    @Override
    public void start(List<SourceCall> calls) {
        calls.forEach(this::start);
    }

    private void start(SourceCall call) {
        try {
            (call.asksAgency() ? agencies : own).execute(() -> ask(call));
        } catch (RejectedExecutionException e) {
            call.end("the portal is stopping");
        }
    }

    private void ask(SourceCall call) {
        try {
            template.sendBody(FanOutRoute.ENTRY, call);
        } catch (CamelExecutionException e) {
            LOG.warn("a fan-out was broken off: {}", e.getCause().getClass().getName());
        } finally {
            call.end("the route ended without an answer");
        }
    }

    /** Interrupts what runs; hung calls end with their threads, not with this method. */
    @Override
    public void close() {
        own.shutdownNow();
        agencies.shutdownNow();
        context.stop();
    }
}
