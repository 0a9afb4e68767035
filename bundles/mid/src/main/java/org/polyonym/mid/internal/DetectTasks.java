package org.polyonym.mid.internal;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.access.Caller;
import org.polyonym.esp.PortalSearch;
import org.polyonym.model.OriginRef;
import org.polyonym.model.Purpose;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.store.Task;
import org.polyonym.store.TaskHandler;
import org.polyonym.store.UnitOfWork;

/**
 * Does the tasks of the queue {@code detect}. Configuration {@code org.polyonym.mid}, key {@code scope}: {@code FULL}
 * (default) compares identity and document data between all systems, {@code LITERAL} only between CIR and SIS (gap G-4).
 */
@Component(configurationPid = "org.polyonym.mid")
public final class DetectTasks implements TaskHandler {
    /** The queue. */
    static final String QUEUE = "detect";
    /** The component's name in the audit log. */
    static final String NAME = "MULTIPLE_IDENTITY_DETECTION";

    private final Detection detection;

    /** Wires. */
    @Activate
    public DetectTasks(
            @Reference LinkBook book,
            @Reference BiometricMatching matching,
            @Reference PortalSearch portal,
            Map<String, ?> config) {
        MidRules rules = book.rules();
        boolean literal = "LITERAL".equals(String.valueOf(config.get("scope")));
        this.detection = new Detection(
                new Sides(book.records(), rules::linkable),
                new CandidateSearch(matching, portal, rules.systems(), literal),
                new PairComparer(matching, rules.colours()),
                book.store(),
                book.linker(),
                book.audit(),
                book.clock());
    }

    @Override
    public String queue() {
        return QUEUE;
    }

    @Override
    public boolean handles(Task task) {
        return QUEUE.equals(task.queue());
    }

    @Override
    public void handle(UnitOfWork uow, Task task) {
        Caller component = Caller.component(
                NAME, Purpose.MULTIPLE_IDENTITY_DETECTION, task.caller().caseReference());
        detection.run(uow, component, OriginRef.of(task.subject()));
    }
}
