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
 * state in the same moment both find the system free; only one of them can write its document. A node of an earlier version
 * writes none and removes none: what it deployed gets its document with the next replacement, and a document whose connector
 * is not wanted for the system any more counts for nothing. Thread-safe.
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
        Optional<Stored<Claim>> present = documents.get(uow, TYPE, system.text());
        boolean others = present.map(claim -> claim.value().name())
                .filter(holder -> !holder.equals(name) && wanted(uow, holder, system))
                .isPresent();
        if (others) {
            throw taken(system);
        }
        // Also when it has it: somebody who takes it for abandoned in the same moment must lose, or this one.
        Claim claim = new Claim(name);
        try {
            documents.put(uow, TYPE, system.text(), present.map(Stored::version).orElse(0L), claim, List.of());
        } catch (ProblemException e) {
            throw e.type() == ProblemType.VERSION_CONFLICT ? taken(system) : e;
        }
        return claim;
    }

    private boolean wanted(UnitOfWork uow, String name, SystemId system) {
        return documents
                .get(uow, DesiredState.TYPE, name)
                .filter(connector -> connector.value().system().equals(system))
                .isPresent();
    }

    /** Frees a system, if it is this connector that has it. */
    void release(UnitOfWork uow, String name, SystemId system) {
        Optional<Stored<Claim>> present = documents.get(uow, TYPE, system.text());
        if (present.filter(claim -> claim.value().name().equals(name)).isPresent()) {
            documents.delete(uow, TYPE, system.text());
        }
    }

    private static ProblemException taken(SystemId system) {
        return ProblemException.of(
                ProblemType.CONNECTOR_SYSTEM_TAKEN, "another connector has got " + system + " meanwhile");
    }
}
