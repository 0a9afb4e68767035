package org.polyonym.scenarios.steps;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.polyonym.model.Authority;
import org.polyonym.model.OriginRef;
import org.polyonym.model.Purpose;
import org.polyonym.scenarios.ScenariosMain;
import org.polyonym.simulation.europe.GeneratedPrints;
import org.polyonym.simulation.europe.PrintSource;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.Officer;
import org.polyonym.simulation.harness.Platform;

/** What one scenario knows: the platform, the people it talks about, their records and the last answer. */
public final class World {
    private static final long SEED = 14;
    private static final Platform PLATFORM = Platform.at(Path.of(System.getProperty(ScenariosMain.HOME)));
    private static final PrintSource PRINTS =
            new GeneratedPrints(SEED, Path.of(System.getProperty("polyonym.prints", "target/fingerprints")));

    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final Map<String, OriginRef> records = new HashMap<>();
    private final Map<String, Officer> officers = new HashMap<>();
    private final Map<String, String> remembered = new HashMap<>();
    private Answer answer;

    Platform platform() {
        return PLATFORM;
    }

    PrintSource prints() {
        return PRINTS;
    }

    void claim(Claim claim) {
        claims.put(claim.who(), claim);
    }

    Claim claim(String who) {
        return Optional.ofNullable(claims.get(who))
                .orElseThrow(() -> new AssertionError("the scenario introduces nobody called " + who));
    }

    void record(String who, String system, OriginRef ref) {
        records.put(who + "/" + system, ref);
    }

    /** The record of a person in a system. */
    OriginRef record(String who, String system) {
        return Optional.ofNullable(records.get(who + "/" + system))
                .orElseThrow(() -> new AssertionError(who + " has no record in " + system + "; known: " + records));
    }

    List<OriginRef> allRecords() {
        return List.copyOf(records.values());
    }

    Officer officer(Authority authority, Purpose purpose) {
        return officers.computeIfAbsent(
                authority + "/" + purpose,
                key -> PLATFORM.officer(
                        authority, "officer-" + authority.text().toLowerCase(Locale.ROOT), purpose, "case-1"));
    }

    Officer officer(Authority authority) {
        return officer(authority, Vocabulary.purposeOf(authority.kind()));
    }

    void answered(Answer latest) {
        answer = latest;
    }

    Answer answer() {
        return Optional.ofNullable(answer).orElseThrow(() -> new AssertionError("nothing was asked yet"));
    }

    void remember(String name, String value) {
        remembered.put(name, value);
    }

    String remembered(String name) {
        return Optional.ofNullable(remembered.get(name))
                .orElseThrow(() -> new AssertionError("nothing is remembered as " + name));
    }

    static Duration patience() {
        return Duration.ofSeconds(30);
    }
}
