package org.polyonym.interpol.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;
import org.polyonym.store.Stored;
import org.polyonym.store.Transactions;
import org.polyonym.time.LegalClock;

/** The one release of this environment, read anew for every search. Thread-safe. */
final class Releases {
    private static final DocumentType<Release> TYPE = new DocumentType<>("interpol.release", Release.class);
    private static final String ID = "release";

    private final Transactions transactions;
    private final Documents documents;
    private final AuditLog audit;
    private final LegalClock clock;

    Releases(Transactions transactions, Documents documents, AuditLog audit, LegalClock clock) {
        this.transactions = transactions;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /** The recorded release, in force or not. */
    Optional<Release> recorded() {
        return documents.get(TYPE, ID).map(Stored::value);
    }

    boolean inForce() {
        return recorded().filter(r -> !r.validUntil().isBefore(clock.today())).isPresent();
    }

    /** Throws RELEASE_MISSING unless a release is in force today. */
    void require() {
        if (!inForce()) {
            throw ProblemException.of(ProblemType.RELEASE_MISSING, "no legal release is in force");
        }
    }

    Release record(Caller caller, ReleaseRequest request) {
        request.check(clock.today());
        Release release = new Release(
                request.reference(),
                request.grantedBy(),
                request.validUntil(),
                caller.authority() + " " + caller.user(),
                clock.now());
        return transactions.inTransaction(uow -> {
            long version = documents.get(uow, TYPE, ID).map(Stored::version).orElse(0L);
            documents.put(uow, TYPE, ID, version, release, List.of());
            audit.append(uow, entry("INTERPOL_RELEASE_RECORDED", caller, release));
            return release;
        });
    }

    /** Withdrawing what is not there is refused with NOT_FOUND. */
    void withdraw(Caller caller) {
        transactions.inTransaction(uow -> {
            Release release = documents.get(uow, TYPE, ID).map(Stored::value).orElseThrow(Releases::none);
            documents.delete(uow, TYPE, ID);
            audit.append(uow, entry("INTERPOL_RELEASE_WITHDRAWN", caller, release));
            return release;
        });
    }

    static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "no release is recorded");
    }

    private static AuditEntry entry(String event, Caller caller, Release release) {
        return new AuditEntry(
                event,
                caller,
                List.of(release.reference()),
                Map.of(
                        "grantedBy",
                        release.grantedBy(),
                        "validUntil",
                        release.validUntil().toString()));
    }
}
