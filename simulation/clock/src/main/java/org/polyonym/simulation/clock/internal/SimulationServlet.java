package org.polyonym.simulation.clock.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.store.StoreReset;
import org.polyonym.time.DailyRun;

/**
 * The levers of a simulation: {@code PUT /simulation/clock} (body: an ISO instant), {@code POST /simulation/reset}, {@code
 * POST /simulation/bundles/NAME/start|stop|update}. Deployed by the launcher for demonstration and test only; the server listens
 * on loopback. Bodies are plain text so that nothing but this class is involved.
 */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.pattern=/simulation/*", "osgi.http.whiteboard.servlet.name=simulation"
        })
public final class SimulationServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MAX_BODY_BYTES = 64;

    private final transient VirtualClock clock;
    private final transient BundleContext context;
    private final transient Faults faults;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile DailyRun dailyRun;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile StoreReset storeReset;

    /** Made by declarative services. */
    @Activate
    public SimulationServlet(@Reference VirtualClock clock, BundleContext context) {
        this.clock = clock;
        this.context = context;
        this.faults = new Faults(context);
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"/clock".equals(request.getPathInfo())) {
            answer(response, 404, "PUT /simulation/clock");
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BODY_BYTES);
        try {
            clock.set(Instant.parse(new String(body, StandardCharsets.UTF_8).strip()));
        } catch (DateTimeParseException e) {
            answer(response, 422, "the body is an instant such as 2015-07-22T09:00:00Z");
            return;
        }
        DailyRun run = dailyRun;
        if (run != null) {
            run.catchUp();
        }
        answer(response, 200, clock.now().toString());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] path = Optional.ofNullable(request.getPathInfo()).orElse("").split("/");
        if (path.length == 2 && "reset".equals(path[1])) {
            reset(response);
        } else if (path.length == 4 && "bundles".equals(path[1])) {
            switchBundle(path[2], path[3], response);
        } else if (path.length >= 2 && "faults".equals(path[1])) {
            fault(path, response);
        } else {
            answer(
                    response,
                    404,
                    "POST /simulation/reset, /simulation/bundles/NAME/start|stop|update or /simulation/faults/...");
        }
    }

    /** {@code faults/connectors/SYSTEM/BEHAVIOUR}, {@code faults/broken-bundle}, {@code faults/clear}. */
    private void fault(String[] path, HttpServletResponse response) throws IOException {
        try {
            if (path.length == 5 && "connectors".equals(path[2])) {
                faults.injectConnector(path[3], path[4]);
            } else if (path.length == 3 && "broken-bundle".equals(path[2])) {
                faults.installBrokenBundle();
            } else if (path.length == 3 && "clear".equals(path[2])) {
                faults.clear();
            } else {
                answer(response, 404, "faults/connectors/SYSTEM/BEHAVIOUR, faults/broken-bundle or faults/clear");
                return;
            }
            answer(response, 200, "done");
        } catch (BundleException | IllegalArgumentException e) {
            answer(response, 422, e.getMessage());
        }
    }

    /** Takes every fault away when the bundle stops. */
    @Deactivate
    void deactivate() throws BundleException {
        faults.clear();
    }

    private void reset(HttpServletResponse response) throws IOException {
        StoreReset reset = storeReset;
        if (reset == null) {
            answer(response, 503, "the store's configuration does not allow a reset");
            return;
        }
        reset.eraseEverything();
        answer(response, 200, "empty");
    }

    private void switchBundle(String name, String action, HttpServletResponse response) throws IOException {
        Optional<Bundle> bundle = Arrays.stream(context.getBundles())
                .filter(b -> name.equals(b.getSymbolicName()))
                .findFirst();
        if (bundle.isEmpty() || !Set.of("start", "stop", "update").contains(action)) {
            answer(response, 404, "no such bundle or action");
            return;
        }
        try {
            switch (action) {
                case "start" -> bundle.get().start(Bundle.START_TRANSIENT);
                case "stop" -> bundle.get().stop(Bundle.STOP_TRANSIENT);
                default -> update(bundle.get());
            }
            answer(response, 200, name + " " + action);
        } catch (BundleException e) {
            answer(response, 500, "the bundle cannot " + action + ": " + e.getMessage());
        }
    }

    /** From where it came from; then the framework lets go of its old classes. */
    private void update(Bundle bundle) throws BundleException {
        bundle.update();
        context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(Set.of(bundle));
    }

    private static void answer(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=utf-8");
        response.getWriter().println(text);
    }
}
