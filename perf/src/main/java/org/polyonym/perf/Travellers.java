package org.polyonym.perf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.CaptureContext;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.Image;
import org.polyonym.model.Modality;
import org.polyonym.registry.Submission;
import org.polyonym.simulation.europe.FaceSketch;
import org.polyonym.simulation.europe.Person;
import org.polyonym.simulation.europe.PrintSource;

/**
 * The honest people of a campaign and the journeys they make: those who apply for a visa cross the border afterwards. Who
 * stands behind each record is kept here, from the generator. Thread-safe.
 */
final class Travellers {
    /** One Member State, the first, produces this share of the searches (law catalogue 8.3). */
    static final double FIRST_STATE_SHARE = 0.25;

    static final int STATES = 5;

    /** Every finger is captured in so many impressions, which then repeat. */
    static final int IMPRESSIONS = 2;

    /** People without images have keys from here, so that none has the key of one with prints. */
    static final long FIRST_BARE_KEY = 10_000_000;

    /**
     * One entry into a system.
     *
     * @param ref record as {@code SYSTEM/id}
     * @param person key of the person
     * @param state Member State that enters it
     * @param submission the body
     * @param partner the same person's record in another system that must be linked with it, if there is one
     */
    record Entry(
            String ref, String system, long person, String state, Submission submission, Optional<String> partner) {}

    private record Applied(Person person, String ref) {}

    private final List<Person> base;
    private final List<Person> withPrints;
    private final List<Person> bare;
    private final PrintSource prints;
    private final SplittableRandom random;
    private final AtomicInteger entered = new AtomicInteger();
    private final AtomicInteger nextWithPrints = new AtomicInteger();
    private final AtomicInteger nextBare = new AtomicInteger();
    private final Deque<Applied> visaHolders = new ArrayDeque<>();
    private final Map<String, Long> personOf = new ConcurrentHashMap<>();
    private final Map<String, List<BiometricSample>> captures = new ConcurrentHashMap<>();
    private final Map<Long, Image> faces = new ConcurrentHashMap<>();

    /**
     * The people.
     *
     * @param base in the platform before the load begins
     * @param withPrints who register during it; when all have, they begin anew
     * @param bare who register without images
     */
    Travellers(List<Person> base, List<Person> withPrints, List<Person> bare, PrintSource prints, long seed) {
        this.base = List.copyOf(base);
        this.withPrints = List.copyOf(withPrints);
        this.bare = List.copyOf(bare);
        this.prints = prints;
        this.random = new SplittableRandom(seed);
    }

    /** The state of the next request. */
    synchronized String state() {
        return "MS-" + (random.nextDouble() < FIRST_STATE_SHARE ? 1 : 2 + random.nextInt(STATES - 1));
    }

    /** A number of the campaign's own dice, from 0 inclusive to 1 exclusive. */
    synchronized double dice() {
        return random.nextDouble();
    }

    /** Somebody who is searched for: mostly one of the base, else one who is nowhere. */
    synchronized Person sought(boolean registered) {
        List<Person> from = registered ? base : bare;
        return from.get(random.nextInt(from.size()));
    }

    /** A record of the base population. */
    void inBase(String ref, long person) {
        personOf.put(ref, person);
    }

    /** The persons behind the records, as entered so far. */
    Map<String, Long> personOf() {
        return Map.copyOf(personOf);
    }

    /** The next registration of that kind. */
    Entry entry(Operation operation) {
        String state = state();
        String id = "LOAD-" + entered.incrementAndGet();
        return switch (operation) {
            case ENTRY_BARE -> bareEntry(id, state);
            case ENTRY_PRINTS -> borderEntry(id, state);
            case VISA_APPLICATION -> entry("VIS", "VISA_APPLICATION", id, state, person(), 1, Optional.empty());
            case ASYLUM_APPLICATION -> entry("EURODAC", "APPLICANT", id, state, person(), 1, Optional.empty());
            default -> throw new IllegalArgumentException(operation + " enters nothing");
        };
    }

    /** A visa was acknowledged: its holder may travel. */
    void acknowledged(Entry entry) {
        personOf.put(entry.ref(), entry.person());
        if (entry.system().equals("VIS")) {
            withPrints.stream()
                    .filter(person -> person.key() == entry.person())
                    .findFirst()
                    .ifPresent(person -> {
                        synchronized (visaHolders) {
                            visaHolders.add(new Applied(person, entry.ref()));
                        }
                    });
        }
    }

    private Entry bareEntry(String id, String state) {
        int n = nextBare.getAndIncrement();
        Person person = bare.get(n % bare.size());
        Submission submission =
                new Submission("ENTRY", Optional.of(id), person.identity(), person.documents(), List.of(), Map.of());
        return new Entry("EES/" + id, "EES", FIRST_BARE_KEY + n % bare.size(), state, submission, Optional.empty());
    }

    private Entry borderEntry(String id, String state) {
        Applied holder;
        synchronized (visaHolders) {
            holder = visaHolders.poll();
        }
        return holder == null
                ? entry("EES", "ENTRY", id, state, person(), 1, Optional.empty())
                : entry("EES", "ENTRY", id, state, holder.person(), 2, Optional.of(holder.ref()));
    }

    private Person person() {
        return withPrints.get(Math.floorMod(nextWithPrints.getAndIncrement(), withPrints.size()));
    }

    private Entry entry(
            String system,
            String category,
            String id,
            String state,
            Person person,
            int impression,
            Optional<String> partner) {
        List<BiometricSample> samples = new ArrayList<>(capture(person, impression));
        samples.add(new BiometricSample(
                Modality.FACE,
                FingerPosition.UNKNOWN,
                CaptureContext.LIVE,
                faces.computeIfAbsent(person.key(), FaceSketch::of)));
        Submission submission =
                new Submission(category, Optional.of(id), person.identity(), person.documents(), samples, Map.of());
        return new Entry(system + "/" + id, system, person.key(), state, submission, partner);
    }

    /** Live prints of a person. */
    List<BiometricSample> capture(Person person, int impression) {
        return captures.computeIfAbsent(
                person.key() + "/" + impression,
                key -> prints.capture(person.key(), person.fingers(), impression, CaptureContext.LIVE));
    }
}
