package org.polyonym.gateway.internal.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.gateway.internal.Endpoints;
import org.polyonym.grid.Grid;
import org.polyonym.grid.Member;
import org.polyonym.health.Finding;
import org.polyonym.health.PlatformHealth;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.rules.RuleBook;
import org.polyonym.store.Outbox;
import org.polyonym.store.TaskState;
import org.polyonym.time.LegalClock;

/** Tells an operator what runs; no personal data. What is read of bundles and components may be a second old. */
@Component
public final class ReadStatus implements Endpoint {
    /**
     * The answer.
     *
     * @param mode edition of the rules
     * @param version of this platform
     * @param java version of the JVM
     * @param legalTime the instant that law counts by
     * @param virtualTime whether it is virtual
     * @param queues number of tasks by queue and state
     * @param members names of the nodes in sight
     * @param findings what is not as it should be, at most a second old
     */
    record Status(
            String mode,
            String version,
            String java,
            Instant legalTime,
            boolean virtualTime,
            Map<String, Map<TaskState, Long>> queues,
            List<String> members,
            List<Finding> findings) {}

    private final String version;
    private final RuleBook rules;
    private final Outbox outbox;
    private final Endpoints endpoints;

    // Comes and goes with a simulation.
    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    volatile LegalClock clock;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile PlatformHealth health;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile Grid grid;

    /** Called by the component runtime. */
    @Activate
    public ReadStatus(
            BundleContext context,
            @Reference RuleBook rules,
            @Reference Outbox outbox,
            @Reference Endpoints endpoints) {
        Bundle bundle = context.getBundle();
        this.version = bundle.getVersion().toString();
        this.rules = rules;
        this.outbox = outbox;
        this.endpoints = endpoints;
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return "/v1/status";
    }

    @Override
    public String operationId() {
        return "readStatus";
    }

    @Override
    public Reply handle(Request request) {
        LegalClock now = clock;
        return Reply.ok(new Status(
                rules.edition(),
                version,
                Runtime.version().toString(),
                now.now(),
                now.virtual(),
                outbox.depth(),
                members(),
                findings()));
    }

    private List<String> members() {
        Grid now = grid;
        return now == null
                ? List.of()
                : now.members().stream().map(Member::name).toList();
    }

    private List<Finding> findings() {
        PlatformHealth now = health;
        List<Finding> all = new ArrayList<>(now == null ? List.of() : now.findings());
        all.addAll(endpoints.findings());
        return all;
    }
}
