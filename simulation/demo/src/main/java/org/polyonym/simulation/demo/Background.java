package org.polyonym.simulation.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.polyonym.model.Authority;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.CaptureContext;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.Modality;
import org.polyonym.model.Purpose;
import org.polyonym.registry.Submission;
import org.polyonym.simulation.europe.FaceSketch;
import org.polyonym.simulation.europe.Person;
import org.polyonym.simulation.europe.PrintSource;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.HarnessException;
import org.polyonym.simulation.harness.Officer;
import org.polyonym.simulation.harness.Platform;

/**
 * Registers the honest people through the public interface before the case begins: all in Eurodac as applicants of several
 * states, and where the platform has a visa system every tenth in VIS too, whose two records must be linked white.
 */
final class Background {
    /** Before case BER-14 begins. */
    static final Instant BEFORE_BERLIN = Instant.parse("2011-01-10T09:00:00Z");

    private static final int CLIENTS = 4;
    private static final int STATES = 5;
    private static final int VISA_EVERY = 10;
    private static final int NOT_FOUND = 404;
    private static final double MILLIS = 1e6;

    private final Platform platform;
    private final PrintSource prints;
    private final Latencies latencies;
    private final Instant at;
    private final boolean hasVisaSystem;

    Background(Platform platform, PrintSource prints, Latencies latencies, Instant at) {
        this.platform = platform;
        this.prints = prints;
        this.latencies = latencies;
        this.at = at;
        Officer visa = platform.officer(Authority.of("VISA@MS-1"), "consulate", Purpose.VISA_EXAMINATION, "background");
        this.hasVisaSystem = visa.get("/v1/systems/VIS/records/none").status() == NOT_FOUND;
    }

    void load(List<Person> people, IntConsumer progress) {
        platform.setClock(at);
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < people.size(); i++) {
                int index = i;
                running.add(clients.submit(() -> register(people.get(index), index)));
            }
            for (int i = 0; i < running.size(); i++) {
                await(running.get(i));
                progress.accept(i + 1);
            }
        }
    }

    private static void await(Future<?> registration) {
        try {
            registration.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HarnessException("interrupted", e);
        } catch (ExecutionException e) {
            throw new HarnessException(
                    "a background registration failed: " + e.getCause().getMessage(), e);
        }
    }

    private void register(Person person, int index) {
        String state = "MS-" + (1 + index % STATES);
        Officer asylum = platform.officer(Authority.of("ASYLUM@" + state), "intake", Purpose.ASYLUM, "background");
        asylum.register("EURODAC", submission(person, "APPLICANT", 1)).expectOk();
        if (index % VISA_EVERY != 0 || !hasVisaSystem) {
            return;
        }
        Officer visa =
                platform.officer(Authority.of("VISA@" + state), "consulate", Purpose.VISA_EXAMINATION, "background");
        long began = System.nanoTime();
        Answer answer =
                visa.register("VIS", submission(person, "VISA_APPLICATION", 2)).expectOk();
        if (answer.json().path("detection").path("state").asText().equals("COMPLETED")) {
            latencies.add((System.nanoTime() - began) / MILLIS);
        }
    }

    private Submission submission(Person person, String category, int impression) {
        List<BiometricSample> samples =
                new ArrayList<>(prints.capture(person.key(), person.fingers(), impression, CaptureContext.LIVE));
        samples.add(new BiometricSample(
                Modality.FACE, FingerPosition.UNKNOWN, CaptureContext.LIVE, FaceSketch.of(person.key())));
        return new Submission(
                category, Optional.of("BG-" + person.key()), person.identity(), person.documents(), samples, Map.of());
    }
}
