package org.polyonym.perf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.polyonym.simulation.europe.GeneratedPrints;
import org.polyonym.simulation.europe.Person;
import org.polyonym.simulation.europe.Population;

/**
 * The people of a campaign and their prints, made before the load because the generator is slow.
 *
 * @param base honest people who are registered first, namesakes and twins of the fixture among them
 * @param withPrints who register during the load
 * @param bare who register without images, and who are searched for in vain
 */
record Cast(List<Person> base, List<Person> withPrints, List<Person> bare, GeneratedPrints prints) {
    /** People in the platform before the load, besides the special ones of the fixture. */
    static final int BASE = 60;
    /** More people with prints are not made; when all have registered they begin anew, as returning travellers. */
    static final int MOST_WITH_PRINTS = 400;

    private static final int PROGRESS_EVERY = 50;

    static Cast of(Mix mix, Duration duration, long seed, Path cache) throws IOException {
        double seconds = duration.toSeconds();
        int wanted = mix.arrivals(Operation.ENTRY_PRINTS, seconds)
                + mix.arrivals(Operation.VISA_APPLICATION, seconds)
                + mix.arrivals(Operation.ASYLUM_APPLICATION, seconds);
        int withPrints = Math.clamp(wanted, 1, MOST_WITH_PRINTS);
        List<Person> all = Population.of(seed, BASE + withPrints);
        int split = all.size() - withPrints;
        int bare = Math.max(BASE, mix.arrivals(Operation.ENTRY_BARE, seconds));
        List<Person> others = Population.of(seed + 1, bare);
        Cast cast = new Cast(
                all.subList(0, split),
                all.subList(split, all.size()),
                others.subList(others.size() - bare, others.size()),
                new GeneratedPrints(seed, cache));
        cast.prints.prepare(all, Travellers.IMPRESSIONS, (done, total) -> {
            if (done == total || done % PROGRESS_EVERY == 0) {
                System.out.println("prints: " + done + " of " + total);
            }
        });
        return cast;
    }
}
