package org.polyonym.simulation.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polyonym.simulation.europe.Person;
import org.polyonym.simulation.europe.PrintSource;
import org.polyonym.simulation.harness.Platform;

/** Case BER-14 for others than the demo: its script on a platform that may have other things to do. */
public final class BerlinCase {
    /** Number of events of the script. */
    public static final int EVENTS = Script.events().size();

    /** Legal time at which honest people have registered before the case begins. */
    public static final Instant BEFORE = Background.BEFORE_BERLIN;

    private static final Pattern NUMBERED = Pattern.compile("BER14-([0-9]+)");
    private static final int ALERT_IDENTITY = 2;

    private BerlinCase() {}

    /**
     * Runs the script to its end; sets the legal clock of the platform and empties nothing.
     *
     * @param registrar how records are entered
     * @param progress gets each step when it is done; the next one waits for it to return
     */
    public static ModeResult replay(
            Platform platform, PrintSource prints, Registrar registrar, Consumer<ModeResult.Step> progress) {
        return new Replay(platform, prints, new Latencies(), registrar, progress).run();
    }

    /**
     * Registers honest people, whose records are called {@code BG-} and their key: all in Eurodac, every tenth in VIS too.
     *
     * @param at legal time of their registration, which the clock of the platform is set to
     * @param progress gets the number of people done
     */
    public static void registerHonest(
            Platform platform, PrintSource prints, List<Person> people, Instant at, IntConsumer progress) {
        new Background(platform, prints, new Latencies(), at).load(people, progress);
    }

    /** What the interoperable rules should have shown and the replay did not; empty when it is complete. */
    public static List<String> misses(ModeResult run) {
        return Expectations.misses(run);
    }

    /** The identity of the case that a record of the script belongs to. */
    public static Optional<Integer> identityOf(String recordId) {
        if (recordId.equals(Script.ALERT)) {
            return Optional.of(ALERT_IDENTITY);
        }
        Matcher matcher = NUMBERED.matcher(recordId);
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }
}
