package org.polyonym.sbms.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.polyonym.access.Caller;
import org.polyonym.biometrics.TestPrints;
import org.polyonym.grid.internal.LoneGrid;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.CaptureContext;
import org.polyonym.model.CaseReference;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.Image;
import org.polyonym.model.Modality;
import org.polyonym.model.OriginRef;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.sbms.PreparedSamples;
import org.polyonym.store.Documents;
import org.polyonym.store.Transactions;
import org.polyonym.store.internal.SqlStore;
import org.polyonym.store.internal.StoreConfig;

/** The service over the real store, with people who have fingers. Extraction and comparison are the real ones. */
final class Bench {
    static final Caller CALLER =
            Caller.component("test", Purpose.MULTIPLE_IDENTITY_DETECTION, CaseReference.of("TEST-1"));
    static final List<FingerPosition> FOUR = List.of(
            FingerPosition.RIGHT_INDEX,
            FingerPosition.RIGHT_MIDDLE,
            FingerPosition.LEFT_INDEX,
            FingerPosition.LEFT_MIDDLE);
    static final Set<SystemId> BOTH = Set.of(SystemId.EURODAC, SystemId.SIS);

    /** Drawing a print costs more than all that is tested with it. */
    private static final Map<String, byte[]> DRAWN = new ConcurrentHashMap<>();

    private static final AtomicLong SAMPLE_IDS = new AtomicLong();

    /** One volatile database for all tests, emptied before each; opening one takes longer than a test. */
    private static final SqlStore STORE = SqlStore.open(StoreConfig.memory());

    final Documents documents = STORE.documents();
    final Transactions transactions = STORE.transactions();
    final MemoryAudit audit = new MemoryAudit();
    final BiometricMatching matching = service();

    Bench() {
        STORE.reset().orElseThrow().eraseEverything();
    }

    /** Another node, or the same after a restart: nothing in memory. */
    BiometricMatching service() {
        return service(new GalleryService(documents, LoneGrid.withoutHandlers()));
    }

    /** A node that has this part of the gallery. */
    BiometricMatching service(GalleryService gallery) {
        return new SharedBiometricMatching(documents, audit, gallery, () -> "s-" + SAMPLE_IDS.incrementAndGet());
    }

    static OriginRef eurodac(String id) {
        return new OriginRef(SystemId.EURODAC, id);
    }

    static OriginRef sis(String id) {
        return new OriginRef(SystemId.SIS, id);
    }

    static BiometricSample sample(Modality modality, FingerPosition position, byte[] image) {
        return new BiometricSample(modality, position, CaptureContext.LIVE, Image.ofBytes(image));
    }

    /** The same finger differs by person and position; impression 0 is the clean one. */
    static BiometricSample finger(int person, FingerPosition position, int impression) {
        long finger = person * 100L + position.code();
        byte[] png = DRAWN.computeIfAbsent(
                finger + "/" + impression,
                k -> TestPrints.png(finger, 7 * impression, -4 * impression, 0.06 * impression, 12 * impression));
        return sample(Modality.FINGERPRINT, position, png);
    }

    static List<BiometricSample> fingers(int person, List<FingerPosition> positions, int impression) {
        List<BiometricSample> samples = new ArrayList<>();
        positions.forEach(position -> samples.add(finger(person, position, impression)));
        return samples;
    }

    PreparedSamples enrol(OriginRef origin, List<BiometricSample> samples) {
        PreparedSamples prepared = matching.prepare(samples, sample -> true);
        transactions.inTransaction(uow -> {
            matching.enrol(uow, origin, prepared);
            return true;
        });
        return prepared;
    }

    void remove(OriginRef origin) {
        transactions.inTransaction(uow -> {
            matching.remove(uow, origin);
            return true;
        });
    }
}
