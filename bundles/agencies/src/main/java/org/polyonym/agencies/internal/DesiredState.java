package org.polyonym.agencies.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.model.Image;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;
import org.polyonym.store.Images;
import org.polyonym.store.Stored;
import org.polyonym.store.Transactions;
import org.polyonym.time.LegalClock;

/** The connectors that every node is to run: documents with their jars beside them, changed in one transaction. */
final class DesiredState {
    static final DocumentType<DesiredConnector> TYPE = new DocumentType<>("connector", DesiredConnector.class);

    private final Transactions transactions;
    private final Documents documents;
    private final Images images;
    private final AuditLog audit;
    private final LegalClock clock;
    private final SystemClaims claims;

    DesiredState(Transactions transactions, Documents documents, Images images, AuditLog audit, LegalClock clock) {
        this.transactions = transactions;
        this.documents = documents;
        this.images = images;
        this.audit = audit;
        this.clock = clock;
        this.claims = new SystemClaims(documents);
    }

    List<DesiredConnector> all() {
        return documents.page(TYPE, "", Limits.MAX_CONNECTORS).stream()
                .map(Stored::value)
                .toList();
    }

    Optional<Stored<DesiredConnector>> find(String name) {
        return documents.get(TYPE, name);
    }

    /** What changes whenever the desired state does. */
    Map<Integer, Long> versions() {
        return documents.shardVersions(TYPE);
    }

    /** The jar, empty when it was replaced meanwhile. */
    Optional<byte[]> jar(DesiredConnector connector) {
        return images.get(connector.imageId()).map(Image::bytes);
    }

    /** A new place for a jar. */
    String newImageId() {
        return "connector/" + documents.newId();
    }

    /**
     * Wants a jar from now on; refused when another connector got its system meanwhile, also at another node.
     *
     * @param imageId a new place for the jar
     * @param before the version that was replaced as the caller saw it; empty for a new one
     */
    DesiredConnector want(
            Caller caller,
            ConnectorJar jar,
            String imageId,
            Candidate candidate,
            List<Map<String, String>> access,
            Optional<Stored<DesiredConnector>> before) {
        if (before.isEmpty() && documents.count(TYPE) >= Limits.MAX_CONNECTORS) {
            throw ProblemException.of(
                    ProblemType.CONNECTOR_TOO_LARGE, "a platform has at most " + Limits.MAX_CONNECTORS + " connectors");
        }
        DesiredConnector wanted = new DesiredConnector(
                jar.name(),
                jar.version(),
                candidate.system(),
                candidate.title(),
                jar.sha256(),
                imageId,
                access,
                clock.now());
        transactions.inTransaction(uow -> {
            images.put(uow, imageId, Image.ofBytes(jar.bytes()));
            before.ifPresent(old -> images.deleteByPrefix(uow, old.value().imageId()));
            audit.append(
                    uow,
                    new AuditEntry(
                            before.isEmpty() ? "CONNECTOR_DEPLOYED" : "CONNECTOR_REPLACED",
                            caller,
                            List.of(jar.name()),
                            Map.of(
                                    "version", jar.version(),
                                    "system", candidate.system().text(),
                                    "sha256", jar.sha256(),
                                    "accessRows", Integer.toString(access.size()))));
            documents.put(uow, TYPE, jar.name(), before.map(Stored::version).orElse(0L), wanted, List.of());
            return claims.move(uow, jar.name(), before.map(old -> old.value().system()), candidate.system());
        });
        return wanted;
    }

    /** Wants it no more; false when nobody wanted it. */
    boolean drop(Caller caller, String name) {
        return transactions.inTransaction(uow -> {
            Optional<Stored<DesiredConnector>> old = documents.get(uow, TYPE, name);
            old.ifPresent(found -> {
                images.deleteByPrefix(uow, found.value().imageId());
                documents.delete(uow, TYPE, name);
                claims.release(uow, name, found.value().system());
                audit.append(
                        uow,
                        new AuditEntry(
                                "CONNECTOR_UNDEPLOYED",
                                caller,
                                List.of(name),
                                Map.of(
                                        "version", found.value().version(),
                                        "system", found.value().system().text())));
            });
            return old.isPresent();
        });
    }
}
