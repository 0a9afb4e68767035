package org.polyonym.mid.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.polyonym.model.OriginRef;

/**
 * Whatever the order in which records are entered, and whether a system finds a duplicate before or after the first detection,
 * the same links stand at the end.
 */
@Timeout(120)
class OrderOfEntryTest {
    private static final int ROUNDS = 12;
    private static final String[] NAMES = {"HADDO", "SELMANI", "SELMINA", "BERTI", "ZARAN"};

    /** A record to enter, and the person whose prints make its system put it into a group. */
    private record Entry(String person, Supplier<RecordBuilder> builder) {}

    @Test
    void givesTheSameLinksInEveryOrder() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Entry> entries = population(new Random(round));
            Set<String> expected = replay(entries, new Random(round));
            assertThat(expected).isNotEmpty();
            for (int shuffle = 0; shuffle < 2; shuffle++) {
                List<Entry> other = new ArrayList<>(entries);
                Random random = new Random(31L * round + shuffle);
                Collections.shuffle(other, random);
                assertThat(replay(other, random))
                        .as("population %d, order %d", round, shuffle)
                        .isEqualTo(expected);
            }
        }
    }

    private static List<Entry> population(Random random) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String person = "P" + random.nextInt(3);
            String id = "n" + i;
            String name = NAMES[random.nextInt(NAMES.length)];
            boolean prints = random.nextInt(4) != 0;
            String passport = random.nextInt(3) == 0 ? "A" + random.nextInt(3) : "";
            int system = random.nextInt(4);
            entries.add(new Entry(prints ? person : id, () -> {
                RecordBuilder builder = record(system, id).named("Nadir", name);
                if (prints) {
                    builder.fingersOf(person);
                }
                return passport.isEmpty() ? builder : builder.passport(passport);
            }));
        }
        return entries;
    }

    private static RecordBuilder record(int system, String id) {
        return switch (system) {
            case 0 -> RecordBuilder.vis(id);
            case 1 -> RecordBuilder.ees(id);
            case 2 -> RecordBuilder.alert(id, "REFUSAL_OF_ENTRY", "MS-1");
            default -> RecordBuilder.eurodac(id, "MS-2");
        };
    }

    private static Set<String> replay(List<Entry> entries, Random random) {
        try (World world = new World()) {
            Map<String, Set<OriginRef>> groups = new HashMap<>();
            for (Entry entry : entries) {
                OriginRef ref = world.enter(entry.builder().get());
                Set<OriginRef> group = groups.computeIfAbsent(
                        ref.system().text() + " " + entry.person(), key -> new LinkedHashSet<>());
                group.add(ref);
                if (random.nextBoolean()) {
                    world.detect(ref);
                }
                world.groupByEntry(group);
                world.detect(ref);
            }
            return world.content();
        }
    }
}
