package org.polyonym.mid.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.store.UnitOfWork;

/** What the log keeps of comparisons and links: references, classes, versions; no value of a person (IO 36, SIM 4). */
final class LinkAudit {
    private final AuditLog log;

    LinkAudit(AuditLog log) {
        this.log = log;
    }

    /** A comparison of two records. */
    void compared(UnitOfWork uow, Caller caller, PairEvidence pair) {
        Map<String, String> detail = new TreeMap<>();
        detail.put("row", pair.row().row());
        detail.put("biometric", pair.row().biometric().name());
        detail.put("identity", pair.row().identity().name());
        detail.put("document", pair.row().document().name());
        detail.put("proposal", pair.proposes().name());
        detail.putAll(versions(pair));
        log.append(
                uow,
                new AuditEntry(
                        "IDENTITY_COMPARED",
                        caller,
                        List.of(pair.a().text(), pair.b().text()),
                        detail));
    }

    /** The machine made or moved a link; with the classes and versions of the pair that carries it. */
    void link(UnitOfWork uow, String event, Caller caller, Link link, List<PairEvidence> evidence) {
        Map<String, String> detail =
                new TreeMap<>(facts(link, link.colour().name(), link.status().reason()));
        evidence.stream()
                .filter(pair -> pair.row().equals(link.row()))
                .findFirst()
                .ifPresent(pair -> detail.putAll(versions(pair)));
        log.append(uow, new AuditEntry(event, caller, subject(link), detail));
    }

    /** A link was decided or erased. */
    void link(UnitOfWork uow, String event, Caller caller, Link link, String colour, String reason) {
        log.append(uow, new AuditEntry(event, caller, subject(link), facts(link, colour, reason)));
    }

    private static List<String> subject(Link link) {
        return List.of(link.linkId(), link.a().text(), link.b().text());
    }

    private static Map<String, String> facts(Link link, String colour, String reason) {
        return Map.of(
                "colour", colour,
                "reason", reason,
                "row", link.row().row(),
                "discrepancy", String.valueOf(link.status().discrepancy()),
                "responsible", link.responsible().text());
    }

    private static Map<String, String> versions(PairEvidence pair) {
        Map<String, String> versions = new TreeMap<>();
        versions.put("thresholdVersion", pair.biometric().thresholdVersion());
        versions.put("ruleSet", pair.ruleSet());
        versions.put("colourTable", pair.tableVersion());
        pair.fields().forEach(field -> versions.put(field.field(), field.logged()));
        return versions;
    }
}
