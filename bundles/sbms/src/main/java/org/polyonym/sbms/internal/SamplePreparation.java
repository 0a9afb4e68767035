package org.polyonym.sbms.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.polyonym.biometrics.Extraction;
import org.polyonym.biometrics.ExtractionCache;
import org.polyonym.biometrics.FaceImage;
import org.polyonym.biometrics.FaceQuality;
import org.polyonym.biometrics.FingerprintImage;
import org.polyonym.biometrics.ImageLimits;
import org.polyonym.biometrics.ImageRefusedException;
import org.polyonym.biometrics.PlainImage;
import org.polyonym.biometrics.ProbeFinger;
import org.polyonym.biometrics.Quality;
import org.polyonym.biometrics.QualityCheck;
import org.polyonym.biometrics.QualityVerdict;
import org.polyonym.biometrics.Template;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.Modality;
import org.polyonym.model.SampleRef;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.sbms.PreparedSamples;

/**
 * Untrusted samples to templates: structure, quality (IO 13(3)), extraction. A palm print is checked and referred to, and
 * never becomes a template (IO-P 13(1)(a)); a face is quality-checked and not compared. Thread-safe.
 */
final class SamplePreparation {
    /** Most samples in one call. */
    static final int MAX_SAMPLES = 60;

    private static final int BEST = 100;

    private final ExtractionCache recent;
    private final Supplier<String> sampleIds;

    SamplePreparation(ExtractionCache recent, Supplier<String> sampleIds) {
        this.recent = recent;
        this.sampleIds = sampleIds;
    }

    /** What was found in one sample. */
    private record Checked(int quality, Optional<String> warning, Optional<Template> template) {}

    PreparedSamples prepare(List<BiometricSample> samples, Predicate<BiometricSample> feeds) {
        requireFew(samples);
        List<SampleRef> refs = new ArrayList<>();
        Map<String, String> warnings = new HashMap<>();
        Map<String, byte[]> payload = new HashMap<>();
        for (int i = 0; i < samples.size(); i++) {
            BiometricSample sample = samples.get(i);
            Checked checked = check(sample, field(i));
            String id = sampleIds.get();
            Optional<Template> template = checked.template().filter(t -> feeds.test(sample));
            refs.add(new SampleRef(
                    id,
                    sample.modality(),
                    sample.position(),
                    sample.capture(),
                    checked.quality(),
                    template.isPresent()));
            checked.warning().ifPresent(warning -> warnings.put(id, warning));
            template.ifPresent(t -> payload.put(id, t.bytes()));
        }
        return new PreparedSamples(List.copyOf(refs), Map.copyOf(warnings), Map.copyOf(payload));
    }

    /** The fingers of a captured probe; faces are left out, palm prints refused. */
    List<ProbeSample> probe(List<BiometricSample> samples) {
        requireFew(samples);
        List<ProbeSample> probe = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            BiometricSample sample = samples.get(i);
            if (sample.modality() == Modality.PALM_PRINT) {
                throw ProblemException.ofField(
                        ProblemType.PALM_PRINT_REFUSED, field(i), "a palm print cannot be searched with");
            }
            if (sample.modality() == Modality.FINGERPRINT) {
                Extraction extracted = extract(sample, field(i));
                int quality = extracted.quality().score();
                extracted
                        .template()
                        .map(ProbeFinger::of)
                        .ifPresent(finger -> probe.add(new ProbeSample("", sample.position(), quality, finger)));
            }
        }
        return probe;
    }

    private Checked check(BiometricSample sample, String field) {
        return switch (sample.modality()) {
            case FINGERPRINT -> finger(sample, field);
            case FACE -> face(sample, field);
            case PALM_PRINT -> palm(sample, field);
        };
    }

    private Checked finger(BiometricSample sample, String field) {
        Extraction extracted = extract(sample, field);
        Quality quality = extracted.quality();
        Optional<String> warning = Optional.of(quality)
                .filter(q -> q.verdict() == QualityVerdict.ACCEPTED_RECAPTURE_ADVISED)
                .map(q -> "RECAPTURE_ADVISED: " + reasons(q));
        return new Checked(quality.score(), warning, extracted.template());
    }

    private Extraction extract(BiometricSample sample, String field) {
        try {
            Extraction extracted = recent.extract(sample.image().bytes(), FingerprintImage.DEFAULT_DPI);
            Quality quality = extracted.quality();
            if (!quality.verdict().accepted()) {
                throw tooLow(
                        field,
                        "quality " + quality.score() + " is below " + QualityCheck.MINIMUM + ": " + reasons(quality));
            }
            return extracted;
        } catch (ImageRefusedException e) {
            throw refusal(field, e);
        }
    }

    private static Checked face(BiometricSample sample, String field) {
        try {
            FaceQuality quality = FaceImage.parse(sample.image().bytes()).quality();
            if (!quality.verdict().accepted()) {
                throw tooLow(field, "the face image is blank: BLANK");
            }
            Optional<String> warning = quality.verdict() == QualityVerdict.ACCEPTED
                    ? Optional.empty()
                    : Optional.of("RECAPTURE_ADVISED: SMALL_IMAGE");
            return new Checked(quality.score(), warning, Optional.empty());
        } catch (ImageRefusedException e) {
            throw refusal(field, e);
        }
    }

    /** There is no quality measure for palms: a palm that shows something counts as good. */
    private static Checked palm(BiometricSample sample, String field) {
        try {
            if (PlainImage.parse(sample.image().bytes(), ImageLimits.PALM).blank()) {
                throw tooLow(field, "the palm print is blank: BLANK");
            }
            return new Checked(BEST, Optional.empty(), Optional.empty());
        } catch (ImageRefusedException e) {
            throw refusal(field, e);
        }
    }

    private static String reasons(Quality quality) {
        return String.join(
                ", ", quality.reasons().stream().map(Enum::name).sorted().toList());
    }

    private static void requireFew(List<BiometricSample> samples) {
        if (samples.size() > MAX_SAMPLES) {
            throw ProblemException.ofField(
                    ProblemType.INVALID_VALUE, "samples", "at most " + MAX_SAMPLES + " samples in one request");
        }
    }

    private static String field(int index) {
        return "samples/" + index;
    }

    private static ProblemException tooLow(String field, String detail) {
        return ProblemException.ofField(ProblemType.QUALITY_TOO_LOW, field, detail);
    }

    private static ProblemException refusal(String field, ImageRefusedException refused) {
        ProblemType type = switch (refused.reason()) {
            case NOT_AN_IMAGE, UNSUPPORTED_FORMAT -> ProblemType.NOT_AN_IMAGE;
            case TRUNCATED, DAMAGED -> ProblemType.IMAGE_TRUNCATED;
            case TOO_LARGE_BYTES, TOO_LARGE_PIXELS -> ProblemType.IMAGE_TOO_LARGE;
            case TOO_SMALL -> ProblemType.IMAGE_TOO_SMALL;
        };
        return ProblemException.ofField(type, field, refused.getMessage());
    }
}
