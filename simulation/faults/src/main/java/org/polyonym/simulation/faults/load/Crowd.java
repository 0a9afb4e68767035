package org.polyonym.simulation.faults.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.polyonym.simulation.fingerprints.Finger;
import org.polyonym.simulation.fingerprints.FingerprintCache;
import org.polyonym.simulation.fingerprints.FingerprintGenerator;
import org.polyonym.simulation.fingerprints.ImpressionRequest;
import org.polyonym.simulation.fingerprints.Severity;

/**
 * Invented people with prints of their own. Prints have one seed whatever the seed of the run is, so that they are made
 * once; a person shows the same image wherever it is taken, since fault runs test the platform and not the matcher. Of about
 * one in a thousand the platform refuses the quality; such fingers are captured once more, and are another image then.
 */
public final class Crowd {
    private static final long PRINT_SEED = 14;
    private static final long FIRST_KEY = 200_000;
    private static final int[] FINGERS = {2, 7};
    private static final int FIRST_CAPTURE = 1;
    private static final int STATES = 3;
    private static final int YEARS = 40;
    private static final int FIRST_YEAR = 1950;
    private static final int MONTHS = 12;
    private static final int DAYS = 28;
    private static final String[] FIRST = {"Bar", "Cel", "Dro", "Fen", "Gri", "Hol", "Jur", "Kav", "Lom", "Mir"};
    private static final String[] MIDDLE = {"ada", "ebe", "ico", "odu", "ufa", "age", "ehi", "iko", "olu", "uma"};
    private static final String[] LAST = {"nek", "pos", "rit", "sul", "tav", "vem", "wix", "zol", "bry", "dun"};
    private static final String[] GIVEN = {"Amir", "Bela", "Dana", "Elif", "Gita", "Ilan", "Kaja", "Nora", "Omar", "Una"
    };

    private final FingerprintCache cache;
    private final SplittableRandom random;
    private final Path counter;

    /**
     * Keeps the prints below the folder; names and dates follow the seed. The counter is a file beside the platform's data
     * that remembers who was there, so that a later run at the same platform enters other people.
     */
    public Crowd(Path prints, long seed, Path counter) {
        this.counter = counter;
        this.cache = new FingerprintCache(FingerprintGenerator.of(PRINT_SEED), prints);
        this.random = new SplittableRandom(seed);
    }

    /** People who were not there before. */
    public List<Traveller> take(int count, FingerprintCache.Progress progress) throws InterruptedException {
        long first = next();
        List<ImpressionRequest> wanted = new ArrayList<>();
        for (long key = first; key < first + count; key++) {
            for (int finger : FINGERS) {
                wanted.add(request(key, finger, FIRST_CAPTURE));
            }
        }
        cache.fill(wanted, Runtime.getRuntime().availableProcessors(), progress);
        List<Traveller> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(make(first + i));
        }
        try {
            Files.writeString(counter, Long.toString(first + count));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return people;
    }

    private long next() {
        try {
            return Files.exists(counter) ? Long.parseLong(Files.readString(counter)) : FIRST_KEY;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Traveller make(long key) {
        return new Traveller(
                key,
                "MS-" + (1 + key % STATES),
                family(key - FIRST_KEY),
                GIVEN[random.nextInt(GIVEN.length)],
                "%04d-%02d-%02d"
                        .formatted(
                                FIRST_YEAR + random.nextInt(YEARS),
                                1 + random.nextInt(MONTHS),
                                1 + random.nextInt(DAYS)),
                "F" + (key * 7_919 % 90_000_000 + 10_000_000),
                prints(key, FIRST_CAPTURE),
                () -> prints(key, FIRST_CAPTURE + 1));
    }

    private List<String> prints(long key, int capture) {
        return Arrays.stream(FINGERS)
                .mapToObj(finger -> Base64.getEncoder().encodeToString(cache.png(request(key, finger, capture))))
                .toList();
    }

    /** A name of its own for each of ten thousand, at least three letters from every other in one syllable. */
    private static String family(long number) {
        return FIRST[digit(number, 0)] + MIDDLE[digit(number, 1)] + LAST[digit(number, 2)] + MIDDLE[digit(number, 3)];
    }

    private static int digit(long number, int place) {
        long shifted = number;
        for (int i = 0; i < place; i++) {
            shifted /= FIRST.length;
        }
        return (int) (shifted % FIRST.length);
    }

    private static ImpressionRequest request(long key, int finger, int capture) {
        return new ImpressionRequest(Finger.of(key, finger), capture, Severity.NORMAL);
    }
}
