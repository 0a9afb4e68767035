package org.polyonym.gateway.internal.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.access.Caller;
import org.polyonym.json.JsonMapping;
import org.polyonym.model.OriginRecord;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Registration;
import org.polyonym.registry.Submission;
import org.polyonym.registry.SystemOfRecord;
import org.polyonym.store.DocumentType;
import org.polyonym.store.Documents;
import org.polyonym.store.Stored;
import org.polyonym.store.Transactions;
import org.polyonym.time.DailyDuty;
import org.polyonym.time.LegalClock;

/**
 * One entry for one key. The record's identifier is the one that was chosen or is derived from the key, so that a repeated
 * request finds the record of the first one even if the platform died between the two. Only a hash of the submission is
 * kept, no data of a person.
 */
@Component(service = {Idempotency.class, DailyDuty.class})
public final class Idempotency implements DailyDuty {
    /** Days for which a key is remembered. */
    static final int KEPT_DAYS = 7;

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final int DERIVED_ID_BYTES = 16;
    private static final int PAGE = 500;
    private static final int FIRST_SERVER_STATUS = 500;

    /**
     * What is known of a key.
     *
     * @param submissionHash SHA-256 of the submission
     * @param recordId of the record that was entered, empty until it was acknowledged
     * @param warnings of the first answer
     * @param firstUsed legal day
     */
    record KnownKey(String submissionHash, String recordId, List<String> warnings, LocalDate firstUsed) {
        KnownKey answered(String enteredId, List<String> told) {
            return new KnownKey(submissionHash, enteredId, told, firstUsed);
        }
    }

    /** A key, and whether an earlier request brought it. */
    private record Reserved(KnownKey known, boolean again) {}

    private static final DocumentType<KnownKey> KEYS = new DocumentType<>("idempotency-key", KnownKey.class);

    private final Documents documents;
    private final Transactions transactions;
    private final LegalClock clock;
    // Maps have no order of their own; without one the same submission would not have the same hash.
    private final ObjectWriter canonical = JsonMapping.mapper().writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /** Called by the component runtime. */
    @Activate
    public Idempotency(
            @Reference Documents documents,
            @Reference Transactions transactions,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) LegalClock clock) {
        this.documents = documents;
        this.transactions = transactions;
        this.clock = clock;
    }

    Registration register(SystemOfRecord system, Caller caller, String key, Submission submission) {
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.ofField(
                    ProblemType.INVALID_VALUE, "Idempotency-Key", "a key has 1 to 100 visible ASCII characters");
        }
        String id = hash((caller.authority() + "\n" + system.system() + "\n" + key).getBytes(StandardCharsets.UTF_8));
        Reserved reserved = reserve(id, hash(canonical(submission)));
        if (!reserved.known().recordId().isEmpty()) {
            return repeated(system, caller, reserved.known());
        }
        boolean derived = submission.recordId().isEmpty();
        Submission named = derived ? withId(submission, "k-" + id.substring(0, 2 * DERIVED_ID_BYTES)) : submission;
        try {
            Registration done = enter(system, caller, named, derived, reserved.again());
            remember(id, done);
            return done;
        } catch (ProblemException e) {
            forgetRefused(id, e);
            throw e;
        }
    }

    /**
     * Enters it, unless an earlier request with the key has done so and died before it could say so. That is asked first, for
     * rules of the system may refuse what is there already, and asked again after a conflict with one that runs beside it.
     */
    private static Registration enter(
            SystemOfRecord system, Caller caller, Submission named, boolean derived, boolean again) {
        Optional<Registration> before = again ? entered(system, caller, named, derived) : Optional.empty();
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return system.register(caller, named);
        } catch (ProblemException e) {
            if (e.type() != ProblemType.VERSION_CONFLICT || !derived && !again) {
                throw e;
            }
            return entered(system, caller, named, derived).orElseThrow(() -> e);
        }
    }

    /** A record with the identifier of the key is of the key; one with a chosen identifier is if it says the same. */
    private static Optional<Registration> entered(
            SystemOfRecord system, Caller caller, Submission named, boolean derived) {
        return system.read(caller, named.recordId().orElseThrow())
                .filter(record -> derived || says(record, caller, named))
                .map(record -> new Registration(record, List.of()));
    }

    private static boolean says(OriginRecord record, Caller caller, Submission submission) {
        return record.owner().equals(caller.authority())
                && record.category().equals(submission.category())
                && record.identity().equals(submission.identity())
                && record.documents().equals(submission.documents());
    }

    /** A refusal has entered nothing, so the corrected submission may come under the same key. */
    private void forgetRefused(String id, ProblemException refusal) {
        if (refusal.type().status() < FIRST_SERVER_STATUS) {
            transactions.inTransaction(uow -> documents.delete(uow, KEYS, id));
        }
    }

    private static Registration repeated(SystemOfRecord system, Caller caller, KnownKey known) {
        return system.read(caller, known.recordId())
                .map(record -> new Registration(record, known.warnings()))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.VERSION_CONFLICT, "the record that this key entered has been erased since"));
    }

    private Reserved reserve(String id, String submissionHash) {
        Reserved reserved = transactions.inTransaction(uow -> documents
                .get(uow, KEYS, id)
                .map(stored -> new Reserved(stored.value(), true))
                .orElseGet(() -> {
                    KnownKey fresh = new KnownKey(submissionHash, "", List.of(), clock.today());
                    documents.put(uow, KEYS, id, 0, fresh, List.of());
                    return new Reserved(fresh, false);
                }));
        if (!reserved.known().submissionHash().equals(submissionHash)) {
            throw ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT, "the first request with this key was another");
        }
        return reserved;
    }

    /** The record is entered whatever becomes of the key: one that was forgotten meanwhile, or answered beside, stays so. */
    private void remember(String id, Registration done) {
        String recordId = done.record().ref().recordId();
        try {
            transactions.inTransaction(uow -> documents
                    .get(uow, KEYS, id)
                    .map(known -> documents.put(
                            uow,
                            KEYS,
                            id,
                            known.version(),
                            known.value().answered(recordId, done.warnings()),
                            List.of())));
        } catch (ProblemException e) {
            if (e.type() != ProblemType.VERSION_CONFLICT) {
                throw e;
            }
        }
    }

    @Override
    public String name() {
        return "forget-idempotency-keys";
    }

    @Override
    public void run(LocalDate today) {
        LocalDate oldest = today.minusDays(KEPT_DAYS);
        String after = "";
        List<Stored<KnownKey>> page = documents.page(KEYS, after, PAGE);
        while (!page.isEmpty()) {
            List<String> due = page.stream()
                    .filter(key -> key.value().firstUsed().isBefore(oldest))
                    .map(Stored::id)
                    .toList();
            transactions.inTransaction(uow -> {
                due.forEach(id -> documents.delete(uow, KEYS, id));
                return due.size();
            });
            after = page.getLast().id();
            page = documents.page(KEYS, after, PAGE);
        }
    }

    private static Submission withId(Submission s, String recordId) {
        return new Submission(
                s.category(), Optional.of(recordId), s.identity(), s.documents(), s.samples(), s.attributes());
    }

    private byte[] canonical(Submission submission) {
        try {
            return canonical.writeValueAsBytes(submission);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a submission that was read cannot be written", e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
