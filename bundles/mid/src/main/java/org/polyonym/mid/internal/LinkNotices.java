package org.polyonym.mid.internal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.NameKind;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.PersonName;
import org.polyonym.model.SystemId;
import org.polyonym.notification.Notifications;
import org.polyonym.store.UnitOfWork;

/** Messages to authorities about links. Each holds only what its recipient may see. */
final class LinkNotices {
    private static final String LINK = "linkId";
    private static final String REASON = "reason";

    private final Notifications notifications;

    LinkNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    /** A link waits for the verification of the authority named in the file. */
    void yellow(UnitOfWork uow, Link link) {
        notifications.send(
                uow,
                link.responsible(),
                "YELLOW_LINK",
                List.of(link.linkId()),
                Map.of(
                        LINK,
                        link.linkId(),
                        "sin",
                        link.sin(),
                        REASON,
                        link.status().reason(),
                        "discrepancy",
                        String.valueOf(link.status().discrepancy()),
                        "hints",
                        String.join(", ", link.status().hints())));
    }

    /** The machine would decide otherwise than an officer did; nothing was changed. */
    void review(UnitOfWork uow, Link link, Verification.Review review) {
        notifications.send(
                uow,
                link.responsible(),
                "REVIEW_PROPOSAL",
                List.of(link.linkId()),
                Map.of(LINK, link.linkId(), "proposal", review.verdict().name(), REASON, review.reason()));
    }

    /** Red: the authorities responsible for the linked data (IO 32(6)); each is told of its own record alone. */
    void red(UnitOfWork uow, Link link, Collection<OriginRecord> linked) {
        for (OriginRecord record : linked) {
            notifications.send(
                    uow,
                    dataAuthority(record),
                    "RED_LINK",
                    List.of(link.linkId(), record.ref().text()),
                    Map.of(
                            LINK,
                            link.linkId(),
                            "record",
                            record.ref().text(),
                            "systems",
                            systems(link),
                            REASON,
                            link.status().reason()));
        }
    }

    /** Red that says one person: names that an alert lacks are proposed to the bureau of the alert (SIS-P 59). */
    void aliases(UnitOfWork uow, Link link, Collection<OriginRecord> linked) {
        for (OriginRecord alert : linked) {
            if (alert.ref().system().equals(SystemId.SIS)) {
                for (String alias : missingNames(alert, linked)) {
                    notifications.send(
                            uow,
                            dataAuthority(alert),
                            "ALIAS_PROPOSAL",
                            List.of(link.linkId(), alert.ref().text()),
                            Map.of(LINK, link.linkId(), "alert", alert.ref().text(), "alias", alias, "form", "M"));
                }
            }
        }
    }

    /** The letter to the person goes out by the authority named in the file (IO 32(4), 33(4)). */
    void letter(UnitOfWork uow, Link link, String form) {
        notifications.send(
                uow,
                link.responsible(),
                "PERSON_INFORMED",
                List.of(link.linkId()),
                Map.of(
                        LINK,
                        link.linkId(),
                        "sin",
                        link.sin(),
                        "form",
                        form,
                        "authority",
                        link.responsible().text()));
    }

    /** No letter, and why (IO 32(5), 33(6); gap G-8). */
    void silence(UnitOfWork uow, Link link, String source) {
        notifications.send(
                uow,
                link.responsible(),
                "PERSON_NOT_INFORMED",
                List.of(link.linkId()),
                Map.of(LINK, link.linkId(), "source", source));
    }

    /** A decided link was re-opened or erased, perhaps by another authority (IO 31(3), 32(7), 33(5)). */
    void corrected(UnitOfWork uow, Link link, Authority by, String finding) {
        notifications.send(
                uow,
                link.responsible(),
                "LINK_CORRECTED",
                List.of(link.linkId()),
                Map.of(LINK, link.linkId(), "by", by.text(), "finding", finding));
    }

    /** Whoever answers for the record: for alerts the SIRENE bureau of the state that entered them. */
    static Authority dataAuthority(OriginRecord record) {
        return record.ref().system().equals(SystemId.SIS)
                ? new Authority(AuthorityKind.SIRENE, record.owner().state())
                : record.owner();
    }

    private static Set<String> missingNames(OriginRecord alert, Collection<OriginRecord> linked) {
        Set<String> known = names(List.of(alert));
        Set<String> names = names(linked.stream()
                .filter(record -> !record.ref().system().equals(SystemId.SIS))
                .toList());
        names.removeIf(name -> known.stream().anyMatch(name::equalsIgnoreCase));
        return names;
    }

    private static Set<String> names(Collection<OriginRecord> records) {
        return records.stream()
                .flatMap(record -> record.identity().names().stream())
                .filter(name -> name.kind() != NameKind.MISUSED)
                .map(LinkNotices::written)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String written(PersonName name) {
        return (name.givenNames() + " " + name.familyName()).strip();
    }

    private static String systems(Link link) {
        return link.systems().stream().map(SystemId::text).collect(Collectors.joining(", "));
    }
}
