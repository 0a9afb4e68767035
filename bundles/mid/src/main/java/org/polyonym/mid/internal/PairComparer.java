package org.polyonym.mid.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.polyonym.access.Caller;
import org.polyonym.identity.AppliedRule;
import org.polyonym.identity.Category;
import org.polyonym.identity.CategoryComparison;
import org.polyonym.identity.DocumentComparison;
import org.polyonym.identity.IdentityVerdict;
import org.polyonym.identity.SimilarityRules;
import org.polyonym.model.IdentityData;
import org.polyonym.model.Modality;
import org.polyonym.model.NameKind;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.PersonName;
import org.polyonym.sbms.BiometricMatching;
import org.polyonym.sbms.Outcome;

/** Compares one record of each side: biometrics by the matching service, identity and documents by their rules. */
final class PairComparer {
    private static final BiometricEvidence NO_BIOMETRICS =
            new BiometricEvidence(Outcome.NOT_COMPARED, 0, 0, 0, "", false);

    private final BiometricMatching matching;
    private final ColourTable colours;

    PairComparer(BiometricMatching matching, ColourTable colours) {
        this.matching = matching;
        this.colours = colours;
    }

    /**
     * The evidence of the pair.
     *
     * @param correction what an officer found wrong in the link of the two groups, if anything
     */
    PairEvidence compare(Caller caller, OriginRecord a, OriginRecord b, Optional<Correction> correction, Instant now) {
        boolean comparable = holdsBiometrics(a) && holdsBiometrics(b);
        BiometricEvidence biometric =
                comparable ? BiometricEvidence.of(matching.verify(caller, a.ref(), b.ref())) : NO_BIOMETRICS;
        BiometricClass found = comparable ? classOf(biometric.outcome()) : BiometricClass.NA;
        Optional<BiometricClass> corrected = correction
                .filter(c -> comparable && c.covers(a.ref(), b.ref(), now))
                .flatMap(Correction::biometric)
                .filter(c -> c != found);
        return evidence(a, b, corrected.orElse(found), corrected.isPresent() ? biometric.withCorrection() : biometric);
    }

    private PairEvidence evidence(OriginRecord a, OriginRecord b, BiometricClass biometric, BiometricEvidence matcher) {
        IdentityVerdict verdict = SimilarityRules.compare(a.identity(), b.identity());
        DocumentClass document = classOf(DocumentComparison.of(a.documents(), b.documents()));
        ColourRow own = colours.decide(biometric, classOf(verdict), document);
        Optional<ColourRow> misused = misused(a, b, verdict, own, biometric, document);
        return new PairEvidence(
                a.ref(),
                a.version(),
                b.ref(),
                b.version(),
                misused.orElse(own),
                matcher,
                fields(verdict),
                verdict.ruleSet() + "/" + verdict.ruleSetVersion(),
                colours.version(),
                misused.isPresent());
    }

    /** The row that the data of a victim of misused identity would lead to, where the person's own data lead nowhere. */
    private Optional<ColourRow> misused(
            OriginRecord a,
            OriginRecord b,
            IdentityVerdict verdict,
            ColourRow own,
            BiometricClass biometric,
            DocumentClass document) {
        if (!verdict.misusedHint() || own.result() == Verdict.WHITE) {
            return Optional.empty();
        }
        IdentityVerdict asOwn = SimilarityRules.compare(victimAsOwn(a.identity()), victimAsOwn(b.identity()));
        return Optional.of(colours.decide(biometric, classOf(asOwn), document))
                .filter(row -> row.result() != Verdict.NONE);
    }

    private static IdentityData victimAsOwn(IdentityData data) {
        List<PersonName> names = data.names().stream()
                .map(name -> name.kind() == NameKind.MISUSED
                        ? new PersonName(NameKind.ALIAS, name.familyName(), name.givenNames())
                        : name)
                .toList();
        return new IdentityData(
                names, data.birthDate(), data.birthPlace(), data.birthCountry(), data.sex(), data.nationalities());
    }

    static List<FieldEvidence> fields(IdentityVerdict verdict) {
        List<FieldEvidence> fields = new ArrayList<>();
        for (CategoryComparison category : verdict.categories()) {
            fields.add(new FieldEvidence(
                    nameOf(category.category()),
                    category.outcome().name(),
                    category.rules().stream()
                            .map(AppliedRule::letter)
                            .distinct()
                            .toList(),
                    category.rules().stream()
                            .map(AppliedRule::transformation)
                            .distinct()
                            .toList(),
                    category.article()));
        }
        return fields;
    }

    /** The category in words, e.g. {@code birth date}. */
    static String nameOf(Category category) {
        return category.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Palm prints never count (IO-P 13(1)(a)). */
    private static boolean holdsBiometrics(OriginRecord record) {
        return record.samples().stream().anyMatch(sample -> sample.modality() != Modality.PALM_PRINT);
    }

    private static BiometricClass classOf(Outcome outcome) {
        return switch (outcome) {
            case SAME -> BiometricClass.SAME;
            case DIFF -> BiometricClass.DIFF;
            case INCONCLUSIVE, NOT_COMPARED -> BiometricClass.NONCOMPARABLE;
        };
    }

    private static IdentityClass classOf(IdentityVerdict verdict) {
        return switch (verdict.identityClass()) {
            case SAME -> IdentityClass.SAME;
            case SIMILAR -> IdentityClass.SIM;
            case DIFFERENT -> IdentityClass.DIFF;
        };
    }

    private static DocumentClass classOf(DocumentComparison comparison) {
        return switch (comparison) {
            case SAME -> DocumentClass.SAME;
            case OTHER -> DocumentClass.OTHER;
            case NA -> DocumentClass.NA;
        };
    }
}
