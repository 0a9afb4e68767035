package org.polyonym.eurodac.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.polyonym.access.Caller;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.notification.Notifications;
import org.polyonym.registry.Records;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.sbms.Candidate;
import org.polyonym.sbms.Outcome;
import org.polyonym.store.Task;
import org.polyonym.store.UnitOfWork;
import org.polyonym.systemkit.PrintComparison;
import org.polyonym.systemkit.SystemLaw;

/**
 * Eurodac compares each new set with those of other Member States, and with the sender's own earlier sets only when it asks
 * (EUD 27(1), (3)); the outcome goes to the Member State of origin.
 */
final class EurodacLaw implements SystemLaw {
    private static final String COMPARE_OWN = "compareOwn";

    private final Records records;
    private final PrintComparison prints;
    private final BiometricMatching biometrics;
    private final Notifications notifications;
    private final boolean compareOwnByDefault;

    EurodacLaw(
            Records records, BiometricMatching biometrics, Notifications notifications, boolean compareOwnByDefault) {
        this.records = records;
        this.prints = new PrintComparison(biometrics);
        this.biometrics = biometrics;
        this.notifications = notifications;
        this.compareOwnByDefault = compareOwnByDefault;
    }

    @Override
    public SystemId system() {
        return SystemId.EURODAC;
    }

    @Override
    public List<Candidate> duplicates(Caller caller, OriginRecord record) {
        boolean own = comparesOwn(record);
        return prints.candidates(caller, record).stream()
                .filter(candidate -> own || isForeign(candidate.ref(), record))
                .toList();
    }

    private boolean comparesOwn(OriginRecord record) {
        String asked = record.attribute(COMPARE_OWN);
        return asked.isEmpty() ? compareOwnByDefault : asked.equals("yes");
    }

    private boolean isForeign(OriginRef candidate, OriginRecord record) {
        return records.find(candidate)
                .filter(other -> !other.owner().state().equals(record.owner().state()))
                .isPresent();
    }

    /** Sure matches are a hit; a score in the grey band is none until an expert has looked (EUD 38(4)). */
    @Override
    public void conclude(UnitOfWork uow, Task task, OriginRecord record, List<Candidate> candidates) {
        List<String> hits = refs(candidates, Outcome.SAME);
        List<String> doubtful = refs(candidates, Outcome.INCONCLUSIVE);
        if (!hits.isEmpty()) {
            send(uow, record, "EURODAC_HIT", hits);
        }
        if (!doubtful.isEmpty()) {
            send(uow, record, "EURODAC_EXPERT_CHECK", doubtful);
        }
        if (candidates.isEmpty() && biometrics.enrolled(record.ref())) {
            send(uow, record, "EURODAC_NO_HIT", List.of());
        }
    }

    private void send(UnitOfWork uow, OriginRecord record, String type, List<String> found) {
        List<String> subject =
                Stream.concat(Stream.of(record.ref().text()), found.stream()).toList();
        notifications.send(uow, record.owner(), type, subject, Map.of("category", record.category()));
    }

    private static List<String> refs(List<Candidate> candidates, Outcome outcome) {
        return candidates.stream()
                .filter(c -> c.comparison().outcome() == outcome)
                .map(c -> c.ref().text())
                .toList();
    }
}
