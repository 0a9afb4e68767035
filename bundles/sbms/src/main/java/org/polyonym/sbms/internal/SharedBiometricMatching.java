package org.polyonym.sbms.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditLog;
import org.polyonym.biometrics.Explainer;
import org.polyonym.biometrics.Explanation;
import org.polyonym.biometrics.ExtractionCache;
import org.polyonym.biometrics.FusionTable;
import org.polyonym.biometrics.Quality;
import org.polyonym.biometrics.Template;
import org.polyonym.grid.GridHandler;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.Modality;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SampleRef;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.sbms.Comparison;
import org.polyonym.sbms.Coverage;
import org.polyonym.sbms.FingerEvidence;
import org.polyonym.sbms.Identification;
import org.polyonym.sbms.MatchedMinutia;
import org.polyonym.sbms.PreparedSamples;
import org.polyonym.store.Documents;
import org.polyonym.store.UnitOfWork;

/** The shared biometric matching service over the store's documents, with SourceAFIS and an exhaustive search. */
@Component
public final class SharedBiometricMatching implements BiometricMatching, GridHandler {
    /** What other nodes hear when a record is erased. */
    static final String FORGET = "sbms-forget";

    /** Recently extracted samples that are kept, so that enrol, search and verify extract once. */
    static final int RECENT_SAMPLES = ExtractionCache.DEFAULT_CAPACITY;

    /** Most candidates that one search returns. */
    static final int MAX_CANDIDATES = 100;

    private final TemplateStore store;
    private final GalleryService gallery;
    private final ExtractionCache recent = new ExtractionCache(RECENT_SAMPLES);
    private final SamplePreparation preparation;
    private final ReadingRoom readingRoom = new ReadingRoom();
    private final PersonComparer comparer = new PersonComparer(FusionTable.standard());
    private final BiometricAudit audit;

    /**
     * Wired by the framework. Sample ids come from the store and not from the image: equal ids in two systems would betray
     * a match to whoever may see only the ids.
     */
    @Activate
    public SharedBiometricMatching(
            @Reference Documents documents, @Reference AuditLog auditLog, @Reference GalleryService gallery) {
        this(documents, auditLog, gallery, documents::newId);
    }

    SharedBiometricMatching(
            Documents documents, AuditLog auditLog, GalleryService gallery, Supplier<String> sampleIds) {
        store = new TemplateStore(documents);
        this.gallery = gallery;
        preparation = new SamplePreparation(recent, sampleIds);
        audit = new BiometricAudit(auditLog);
    }

    @Deactivate
    void close() {
        readingRoom.close();
    }

    @Override
    public PreparedSamples prepare(List<BiometricSample> samples, Predicate<BiometricSample> feeds) {
        return readingRoom.read(() -> preparation.prepare(samples, feeds));
    }

    @Override
    public void enrol(UnitOfWork uow, OriginRef origin, PreparedSamples samples) {
        List<SampleRef> withTemplate =
                samples.refs().stream().filter(SampleRef::template).toList();
        if (withTemplate.size() > TemplateStore.MAX_TEMPLATES_PER_RECORD) {
            throw ProblemException.ofField(
                    ProblemType.INVALID_VALUE,
                    "samples",
                    "at most " + TemplateStore.MAX_TEMPLATES_PER_RECORD + " fingerprints of one record");
        }
        store.replace(
                uow,
                origin,
                withTemplate.stream()
                        .map(ref -> stored(origin, ref, samples, withTemplate.size()))
                        .toList());
    }

    /** Checks once more, where it is written, that only a readable fingerprint template is stored. */
    private static StoredTemplate stored(OriginRef origin, SampleRef ref, PreparedSamples samples, int setSize) {
        byte[] bytes = samples.payload().get(ref.sampleId());
        if (bytes == null || ref.modality() != Modality.FINGERPRINT) {
            throw new IllegalArgumentException("sample " + ref.sampleId() + " has no fingerprint template");
        }
        return new StoredTemplate(
                origin,
                ref.sampleId(),
                ref.position(),
                ref.quality(),
                Quality.MEASURE,
                Template.of(bytes).extractorVersion(),
                setSize,
                bytes);
    }

    @Override
    public void remove(UnitOfWork uow, OriginRef origin) {
        store.removeAll(uow, origin);
        // Which recent samples belong to the record is not known here: erasure forgets them all, on every node.
        recent.clear();
        gallery.tellOthers(FORGET);
    }

    @Override
    public String name() {
        return FORGET;
    }

    @Override
    public byte[] handle(byte[] request) {
        recent.clear();
        return new byte[0];
    }

    @Override
    public Identification identify(Caller caller, List<BiometricSample> probe, Set<SystemId> scope, int limit) {
        requirePurpose(caller);
        requireScope(scope, limit);
        List<ProbeSample> fingers = readingRoom.read(() -> preparation.probe(probe));
        Identification found = gallery.search(fingers, scope, Optional.empty(), limit);
        audit.identified(caller, List.of(), fingers.size(), scope, found);
        return found;
    }

    /** A record without templates has nothing to search with: no candidates, and a coverage of nothing. */
    @Override
    public Identification identify(Caller caller, OriginRef probe, Set<SystemId> scope, int limit) {
        requirePurpose(caller);
        requireScope(scope, limit);
        List<ProbeSample> fingers = fingersOf(probe);
        Identification found = fingers.isEmpty()
                ? new Identification(List.of(), new Coverage(0, 0), comparer.thresholdVersion())
                : gallery.search(fingers, scope, Optional.of(probe), limit);
        audit.identified(caller, List.of(probe), fingers.size(), scope, found);
        return found;
    }

    @Override
    public Comparison verify(Caller caller, OriginRef probe, OriginRef candidate) {
        requirePurpose(caller);
        Comparison comparison = comparer.compare(fingersOf(probe), templatesOf(candidate));
        audit.verified(caller, List.of(probe, candidate), comparison);
        return comparison;
    }

    @Override
    public Comparison verify(Caller caller, List<BiometricSample> probe, OriginRef candidate) {
        requirePurpose(caller);
        List<ProbeSample> fingers = readingRoom.read(() -> preparation.probe(probe));
        Comparison comparison = comparer.compare(fingers, templatesOf(candidate));
        audit.verified(caller, List.of(candidate), comparison);
        return comparison;
    }

    @Override
    public boolean enrolled(OriginRef origin) {
        return store.any(origin);
    }

    @Override
    public List<FingerEvidence> explain(Caller caller, OriginRef probe, OriginRef candidate) {
        requirePurpose(caller);
        List<FingerEvidence> evidence = comparer.pairs(fingersOf(probe), templatesOf(candidate)).stream()
                .map(SharedBiometricMatching::evidence)
                .toList();
        audit.explained(caller, List.of(probe, candidate), evidence.size());
        return evidence;
    }

    /** Images are taken as 500 dpi, the resolution of templates, so minutiae lie on the images as they are. */
    private static FingerEvidence evidence(FingerPair pair) {
        StoredTemplate candidate = pair.candidate().stored();
        Explanation explanation =
                Explainer.explain(pair.probe().finger().template(), Template.of(candidate.template()));
        List<MatchedMinutia> matched = explanation.matches().stream()
                .map(m -> new MatchedMinutia(
                        m.probe().x(),
                        m.probe().y(),
                        m.candidate().x(),
                        m.candidate().y()))
                .toList();
        return new FingerEvidence(
                pair.position(), explanation.score(), pair.probe().sampleId(), candidate.sampleId(), matched);
    }

    private List<ProbeSample> fingersOf(OriginRef origin) {
        return templatesOf(origin).stream().map(t -> ProbeSample.of(t.stored())).toList();
    }

    /** From the store and not from the gallery, of which this node may hold another part. */
    private List<GalleryTemplate> templatesOf(OriginRef origin) {
        return store.ofRecord(origin);
    }

    /** IO 14: this service grants no right of its own, so whoever searches says for what. */
    private static void requirePurpose(Caller caller) {
        if (caller == null || caller.purpose() == null) {
            throw ProblemException.of(ProblemType.BIOMETRIC_PURPOSE_MISSING, "the caller names no purpose");
        }
    }

    private static void requireScope(Set<SystemId> scope, int limit) {
        if (scope.isEmpty()) {
            throw ProblemException.ofField(ProblemType.INVALID_VALUE, "scope", "a search names at least one system");
        }
        requireLimit(limit);
    }

    static void requireLimit(int limit) {
        if (limit < 1 || limit > MAX_CANDIDATES) {
            throw ProblemException.ofField(
                    ProblemType.INVALID_VALUE, "limit", "from 1 to " + MAX_CANDIDATES + " candidates");
        }
    }
}
