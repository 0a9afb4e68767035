package org.polyonym.simulation.europe;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.Image;
import org.polyonym.simulation.fingerprints.Finger;
import org.polyonym.simulation.fingerprints.FingerprintCache;
import org.polyonym.simulation.fingerprints.FingerprintGenerator;
import org.polyonym.simulation.fingerprints.ImpressionRequest;
import org.polyonym.simulation.fingerprints.Severity;

/** Prints of the generator, made once per seed and kept on disk. */
public final class GeneratedPrints implements PrintSource {
    private final FingerprintGenerator generator;
    private final FingerprintCache cache;

    /** Keeps images below the directory. */
    public GeneratedPrints(long seed, Path directory) {
        this.generator = FingerprintGenerator.of(seed);
        this.cache = new FingerprintCache(generator, directory);
    }

    @Override
    public Image print(long personKey, FingerPosition position, int impression) {
        return image(personKey, position, impression, Severity.NORMAL);
    }

    @Override
    public Image poorPrint(long personKey, FingerPosition position, int impression) {
        return image(personKey, position, impression, Severity.POOR);
    }

    @Override
    public boolean isReal(long personKey, FingerPosition position) {
        return false;
    }

    private Image image(long personKey, FingerPosition position, int impression, Severity severity) {
        return Image.ofBytes(cache.png(new ImpressionRequest(finger(personKey, position), impression, severity)));
    }

    /** Makes what is missing of a population's first impressions, so that a replay does not wait for it. */
    public void prepare(Collection<Person> people, FingerprintCache.Progress progress) {
        prepare(people, 1, progress);
    }

    /** Makes what is missing of the impressions from 1 to {@code impressions}. */
    public void prepare(Collection<Person> people, int impressions, FingerprintCache.Progress progress) {
        List<ImpressionRequest> wanted = new ArrayList<>();
        for (Person person : people) {
            for (FingerPosition position : person.fingers()) {
                for (int impression = 1; impression <= impressions; impression++) {
                    wanted.add(new ImpressionRequest(finger(person.key(), position), impression, Severity.NORMAL));
                }
            }
        }
        try {
            cache.fill(wanted, Runtime.getRuntime().availableProcessors(), progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Finger finger(long personKey, FingerPosition position) {
        Finger own = Finger.of(personKey, position.code());
        if (!Person.isTwin(personKey)) {
            return own;
        }
        return generator.twinOf(Finger.of(Person.siblingOf(personKey), position.code()), personKey);
    }
}
