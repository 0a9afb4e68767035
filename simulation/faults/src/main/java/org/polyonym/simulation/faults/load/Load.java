package org.polyonym.simulation.faults.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.polyonym.simulation.faults.client.Answer;
import org.polyonym.simulation.faults.client.Client;
import org.polyonym.simulation.faults.client.Node;

/**
 * An open model: requests begin when their time has come, whether or not earlier ones have been answered. Each person is
 * entered into both systems, a short random time apart and at different nodes; between them searches look for people who
 * were entered or will be. Thread-safe.
 */
public final class Load {
    /** Persons whose two registrations may be mixed with each other. */
    private static final int WINDOW = 6;
    /** Of ten requests: so many registrations; the rest are searches, by prints and by data in turn. */
    private static final int REGISTRATIONS_OF_TEN = 6;
    /** Each such registration waits for its detection. */
    private static final int WAITS_EVERY = 3;
    /** Each such registration is sent by an official who does not ask twice. */
    private static final int IMPATIENT_EVERY = 4;

    private static final int WAIT_SECONDS = 10;
    private static final String QUALITY_TOO_LOW = "PLY-3005";
    private static final Duration PATIENCE_PAUSE = Duration.ofMillis(1_000);

    private final String run;
    private final Client client;
    private final Nodes nodes;
    private final History history;
    private final Random random;
    private final AtomicLong operations = new AtomicLong();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Entered> entered = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean patient = true;

    /**
     * A registration that was acknowledged.
     *
     * @param registration which
     * @param record its reference
     * @param at when the acknowledgement came, by the history's clock
     */
    public record Entered(Registration registration, String record, long at) {}

    /** With a name that begins every case reference, and a seed for the order of things. */
    public Load(String run, Client client, Nodes nodes, History history, long seed) {
        this.run = run;
        this.client = client;
        this.nodes = nodes;
        this.history = history;
        this.random = new Random(seed);
    }

    /** How many people a load needs. */
    public static int peopleFor(Duration duration, double rate) {
        return Math.max(2, (int) Math.ceil(duration.toMillis() / 1000.0 * rate * REGISTRATIONS_OF_TEN / 10 / 2));
    }

    /**
     * Sends at the rate until all people are entered twice and there is no reason to go on; when everybody is entered, only
     * the searches go on. Returns when the last request has begun.
     */
    public void run(List<Traveller> people, double rate, BooleanSupplier goOn) throws InterruptedException {
        Deque<Registration> left = new ArrayDeque<>(shuffled(people));
        List<Traveller> known = new ArrayList<>();
        long start = System.nanoTime();
        for (int sent = 0; !left.isEmpty() || goOn.getAsBoolean(); sent++) {
            sleepUntil(start + (long) (sent / rate * TimeUnit.SECONDS.toNanos(1)));
            boolean registers = sent % 10 < REGISTRATIONS_OF_TEN || known.isEmpty();
            if (registers && !left.isEmpty()) {
                Registration registration = left.remove();
                known.add(registration.traveller());
                begin(registration);
            } else if (!registers) {
                Traveller traveller = known.get(random.nextInt(known.size()));
                begin(sent % 2 == 0 ? new PrintSearch(traveller) : new DataSearch(traveller));
            }
        }
    }

    /** Both registrations of each person at the same moment, at different nodes, {@code atOnce} persons at a time. */
    public void pairs(List<Traveller> people, int atOnce) throws InterruptedException {
        for (int from = 0; from < people.size(); from += atOnce) {
            try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Traveller each : people.subList(from, Math.min(people.size(), from + atOnce))) {
                    Node first = nodes.next();
                    Node second = nodes.next();
                    together.submit(() -> enter(registration(each, Registration.EES, true, 0), first));
                    together.submit(() -> enter(registration(each, Registration.VIS, true, 0), second));
                }
            }
        }
    }

    /** The registrations acknowledged so far. */
    public List<Entered> entered() {
        synchronized (entered) {
            return List.copyOf(entered);
        }
    }

    /** Waits for the requests under way; patient officials give up when the limit is over. */
    public void finish(Duration limit) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            patient = false;
            threads.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
            threads.shutdownNow();
        }
    }

    /** Ends what is under way; for a run that has broken off. */
    public void abandon() {
        patient = false;
        threads.shutdownNow();
    }

    private List<Registration> shuffled(List<Traveller> people) {
        List<Registration> all = new ArrayList<>();
        for (int from = 0; from < people.size(); from += WINDOW) {
            List<Registration> some = new ArrayList<>();
            for (Traveller each : people.subList(from, Math.min(people.size(), from + WINDOW))) {
                for (String system : List.of(Registration.EES, Registration.VIS)) {
                    int number = all.size() + some.size();
                    some.add(registration(
                            each, system, number % IMPATIENT_EVERY != 0, number % WAITS_EVERY == 0 ? WAIT_SECONDS : 0));
                }
            }
            Collections.shuffle(some, random);
            all.addAll(some);
        }
        return all;
    }

    private Registration registration(Traveller traveller, String system, boolean patience, int waitSeconds) {
        return new Registration(traveller, system, traveller.name() + "-" + system, patience, waitSeconds);
    }

    private void begin(Operation operation) {
        Node node = nodes.next();
        if (operation instanceof Registration registration) {
            threads.submit(() -> enter(registration, node));
        } else {
            threads.submit(() -> send(operation, node));
        }
    }

    private void enter(Registration registration, Node first) {
        Optional<Answer> answer = persist(registration, first);
        Registration last = registration;
        if (registration.patient() && answer.filter(Load::refusesQuality).isPresent()) {
            last = registration.capturedAgain();
            answer = persist(last, nodes.next());
        }
        record(last, answer);
    }

    private void record(Registration registration, Optional<Answer> answer) {
        answer.filter(Answer::ok)
                .ifPresent(ok -> entered.add(new Entered(
                        registration, ok.json().path("record").path("ref").asText(), history.now())));
    }

    /** Asks until there is an answer; an impatient one asks once. */
    private Optional<Answer> persist(Registration registration, Node first) {
        Node node = first;
        Optional<Answer> answer = send(registration, node);
        while (registration.patient() && patient && mayBeRepeated(answer)) {
            try {
                Thread.sleep(PATIENCE_PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return answer;
            }
            node = nodes.next();
            answer = send(registration, node);
        }
        return answer;
    }

    private static boolean refusesQuality(Answer answer) {
        return answer.problem().equals(QUALITY_TOO_LOW);
    }

    private static boolean mayBeRepeated(Optional<Answer> answer) {
        return answer.isEmpty() || answer.get().failed();
    }

    private Optional<Answer> send(Operation operation, Node node) {
        String op = run + "-" + operations.incrementAndGet();
        history.invoked(operation, op, node.name());
        Optional<Answer> answer = client.send(node, operation.official(), op, operation.call());
        history.answered(operation, op, answer);
        return answer;
    }

    private static void sleepUntil(long time) throws InterruptedException {
        long left = time - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }
}
