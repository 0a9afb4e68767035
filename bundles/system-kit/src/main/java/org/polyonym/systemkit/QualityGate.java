package org.polyonym.systemkit;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.polyonym.model.Modality;
import org.polyonym.model.PartialDate;
import org.polyonym.model.SampleRef;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Submission;
import org.polyonym.rules.RuleBook;

/** Only data that meet the minimum standards are entered (IO 37(2)). Pure; rules come from tables. */
final class QualityGate {
    /** Most samples of one record: ten fingers twice, two palms, two faces. */
    static final int MAX_SAMPLES = 24;
    /** Most travel documents of one record. */
    static final int MAX_DOCUMENTS = 20;
    /** Oldest age accepted, in years. */
    static final int MAX_AGE = 130;

    private final CategoryRules categories;
    private final AttributeRules attributes;
    private final CountryCodes countries;

    QualityGate(RuleBook rules, SystemId system) {
        categories = new CategoryRules(rules, system);
        attributes = new AttributeRules(rules, system, categories);
        countries = new CountryCodes(rules);
    }

    CategoryRule rule(String category) {
        return categories.require(category);
    }

    /** Throws at the first rule broken; otherwise returns soft warnings. */
    List<String> check(Submission submission, List<SampleRef> kept, LocalDate today) {
        CategoryRule rule = categories.require(submission.category());
        checkNumbers(submission);
        checkMandatory(rule, Content.of(submission, kept));
        attributes.check(rule.category(), submission.attributes());
        countries.check(submission);
        checkBirthDate(submission.identity().birthDate(), today);
        checkPrintAge(rule, submission, today);
        return warnings(submission, today);
    }

    private static void checkNumbers(Submission submission) {
        if (submission.samples().size() > MAX_SAMPLES) {
            throw ProblemException.ofField(ProblemType.INVALID_VALUE, "samples", "at most 24 samples");
        }
        if (submission.documents().size() > MAX_DOCUMENTS) {
            throw ProblemException.ofField(ProblemType.INVALID_VALUE, "documents", "at most 20 documents");
        }
    }

    private static void checkMandatory(CategoryRule rule, Content content) {
        rule.mandatory().stream()
                .filter(field -> !content.has(field))
                .sorted()
                .findFirst()
                .ifPresent(field -> {
                    throw ProblemException.ofField(
                            ProblemType.MISSING_FIELD,
                            field,
                            "mandatory for " + rule.category() + " (" + rule.article() + ")");
                });
    }

    private static void checkBirthDate(PartialDate birth, LocalDate today) {
        if (birth.equals(PartialDate.UNKNOWN)) {
            return;
        }
        LocalDate earliest = LocalDate.of(birth.year(), Math.max(birth.month(), 1), birth.isFull() ? birth.day() : 1);
        if (earliest.isAfter(today)) {
            throw ProblemException.ofField(ProblemType.DATA_QUALITY, "identity/birthDate", "lies in the future");
        }
        if (birth.year() < today.getYear() - MAX_AGE) {
            throw ProblemException.ofField(ProblemType.DATA_QUALITY, "identity/birthDate", "more than 130 years ago");
        }
    }

    /** Refuses only a person who is certainly too young, whatever the unknown part of the date. */
    private static void checkPrintAge(CategoryRule rule, Submission submission, LocalDate today) {
        PartialDate birth = submission.identity().birthDate();
        boolean prints = submission.samples().stream().anyMatch(s -> s.modality() == Modality.FINGERPRINT);
        if (!prints || birth.equals(PartialDate.UNKNOWN)) {
            return;
        }
        LocalDate earliest = LocalDate.of(birth.year(), Math.max(birth.month(), 1), birth.isFull() ? birth.day() : 1);
        if (Period.between(earliest, today).getYears() < rule.printsFromAge()) {
            throw ProblemException.ofField(
                    ProblemType.DATA_QUALITY, "samples", "no fingerprints below the age of " + rule.printsFromAge());
        }
    }

    private static List<String> warnings(Submission submission, LocalDate today) {
        List<String> warnings = new ArrayList<>();
        if (submission.documents().stream()
                .anyMatch(d -> d.expiry().filter(e -> e.isBefore(today)).isPresent())) {
            warnings.add("DOCUMENT_EXPIRED");
        }
        PartialDate birth = submission.identity().birthDate();
        if (birth.month() == 1 && birth.day() == 1) {
            warnings.add("BIRTH_DATE_MAY_BE_A_PLACEHOLDER");
        }
        return warnings;
    }
}
