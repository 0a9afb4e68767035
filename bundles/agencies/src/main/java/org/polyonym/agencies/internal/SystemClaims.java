package org.polyonym.agencies.internal;

import java.util.List;
import java.util.Optional;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;
import org.polyonym.store.Stored;
import org.polyonym.store.UnitOfWork;

/**
 * Which connector has a system: a document per system, written with the desired state. Two nodes that look at the desired
 * state in the same moment both find the system free; only one of them can create its document. A connector that an earlier
 * version deployed has none until it is replaced. Thread-safe.
 */
final class SystemClaims {
    private static final DocumentType<Claim> TYPE = new DocumentType<>("connector-system", Claim.class);

    private final Documents documents;

    SystemClaims(Documents documents) {
        this.documents = documents;
    }

    /** The symbolic name of the connector that has a system; its id is the system's code. */
    record Claim(String name) {}

    /** Gives a connector a system, and frees the one that it had before, if that is another. */
    Claim move(UnitOfWork uow, String name, Optional<SystemId> before, SystemId system) {
        before.filter(old -> !old.equals(system)).ifPresent(old -> release(uow, name, old));
        Optional<Claim> present = find(uow, system);
        if (present.isEmpty()) {
            return create(uow, name, system);
        }
        return present.filter(claim -> claim.name().equals(name)).orElseThrow(() -> taken(system));
    }

    /** Frees a system, if it is this connector that has it. */
    void release(UnitOfWork uow, String name, SystemId system) {
        if (find(uow, system).filter(claim -> claim.name().equals(name)).isPresent()) {
            documents.delete(uow, TYPE, system.text());
        }
    }

    private Optional<Claim> find(UnitOfWork uow, SystemId system) {
        return documents.get(uow, TYPE, system.text()).map(Stored::value);
    }

    private Claim create(UnitOfWork uow, String name, SystemId system) {
        Claim claim = new Claim(name);
        try {
            documents.put(uow, TYPE, system.text(), 0, claim, List.of());
        } catch (ProblemException e) {
            throw e.type() == ProblemType.VERSION_CONFLICT ? taken(system) : e;
        }
        return claim;
    }

    private static ProblemException taken(SystemId system) {
        return ProblemException.of(
                ProblemType.CONNECTOR_SYSTEM_TAKEN, "another connector has got " + system + " meanwhile");
    }
}
