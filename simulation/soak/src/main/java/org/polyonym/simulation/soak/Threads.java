package org.polyonym.simulation.soak;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Platform threads by what they are for.
 *
 * @param count by name without its numbers; a pool that breathes counts as one
 */
record Threads(Map<String, Integer> count) {
    /**
     * The pools of the web server, of virtual threads and of the framework, each with a bound of its own. They grow with the
     * load and shrink a minute after it, so their size says nothing of what was left behind; a pool too many does.
     */
    private static final Pattern BREATHING =
            Pattern.compile("(qtp\\d+|ForkJoinPool(?:-\\d+|\\.commonPool)-worker|FelixResolver)-.*");
    /** Threads of the interface by which the JVM is looked at. */
    private static final Pattern LOOKING = Pattern.compile("(RMI|JMX) .*|Attach Listener");

    private static final Pattern NUMBERS = Pattern.compile("[0-9]+");

    static Threads named(Collection<String> names) {
        Map<String, Integer> count = new TreeMap<>();
        Set<String> pools = new HashSet<>();
        for (String name : names) {
            Matcher pool = BREATHING.matcher(name);
            if (pool.matches()
                    ? pools.add(pool.group(1))
                    : !LOOKING.matcher(name).matches()) {
                count.merge(withoutNumbers(pool.matches() ? pool.group(1) : name), 1, Integer::sum);
            }
        }
        return new Threads(count);
    }

    int total() {
        return count.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** What there are more of than before, by name. */
    Map<String, Integer> beyond(Threads before) {
        Map<String, Integer> more = new TreeMap<>();
        count.forEach((name, now) -> {
            int then = before.count.getOrDefault(name, 0);
            if (now > then) {
                more.put(name, now - then);
            }
        });
        return more;
    }

    private static String withoutNumbers(String name) {
        return NUMBERS.matcher(name).replaceAll("N");
    }
}
