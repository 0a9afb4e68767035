package org.polyonym.gateway.internal;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** Takes every request that no longer pattern takes; each is worked on by a virtual thread of its own and has a deadline. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("gateway")
@HttpWhiteboardServletPattern("/*")
@HttpWhiteboardServletAsyncSupported
public final class GatewayServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient Dispatcher dispatcher;
    private final transient ReplyWriter writer;
    private final transient Duration requestLimit;
    private final transient Admission admission;
    private final transient InFlight inFlight;
    private final transient ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("gateway-", 0).factory());
    private final transient ScheduledThreadPoolExecutor deadlines = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("gateway-deadlines").factory());

    /** Called by the component runtime. */
    @Activate
    public GatewayServlet(@Reference Endpoints endpoints, @Reference Gate gate, @Reference Drain drain) {
        this(
                endpoints,
                gate,
                drain.requests(),
                Limits.REQUEST_LIMIT,
                new Admission(Limits.MAX_CONCURRENT, Limits.MAX_WAITING, Limits.TURN_WAIT));
    }

    GatewayServlet(Endpoints endpoints, Gate gate, InFlight inFlight, Duration requestLimit, Admission admission) {
        this.writer = new ReplyWriter(endpoints.mapping());
        this.dispatcher = new Dispatcher(endpoints, gate, writer);
        this.requestLimit = requestLimit;
        this.admission = admission;
        this.inFlight = inFlight;
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /** Called by the component runtime; requests under way end by themselves. */
    @Deactivate
    public void close() {
        workers.shutdown();
        deadlines.shutdown();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String reference = UUID.randomUUID().toString();
        if (!inFlight.enter()) {
            // The connection too is to be made anew, to another node.
            response.setHeader("Connection", "close");
            ProblemException stopping = ProblemException.of(ProblemType.NODE_STOPPING, "nothing of it was done");
            writer.send(response, stopping, reference, Set.of());
            return;
        }
        if (!admission.enter()) {
            inFlight.leave();
            writer.send(response, full(), reference, Set.of());
            return;
        }
        AsyncContext async = request.startAsync(request, response);
        // The deadline is ours: the container's would answer without problem and audit entry.
        async.setTimeout(0);
        Exchange exchange = new Exchange(async, request, response, reference);
        Duration limit = requestLimit.plus(HttpRequest.waitAtMost(request));
        ScheduledFuture<?> deadline = deadlines.schedule(
                () -> workers.execute(() -> dispatcher.expire(exchange)), limit.toMillis(), TimeUnit.MILLISECONDS);
        workers.execute(() -> work(exchange, deadline));
    }

    private void work(Exchange exchange, ScheduledFuture<?> deadline) {
        try {
            if (admission.awaitTurn()) {
                runInTurn(exchange);
            } else {
                dispatcher.turnAway(exchange, full());
            }
        } finally {
            deadline.cancel(false);
            admission.leave();
            inFlight.leave();
        }
    }

    private void runInTurn(Exchange exchange) {
        try {
            dispatcher.run(exchange);
        } finally {
            admission.endTurn();
        }
    }

    private static ProblemException full() {
        return ProblemException.of(ProblemType.OVERLOADED, "too many requests are under way");
    }
}
