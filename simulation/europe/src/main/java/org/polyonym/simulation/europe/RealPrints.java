package org.polyonym.simulation.europe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.Image;

/**
 * Real images named {@code <finger>_<impression>.png}. The attacker gets the first four fingers, each following person of
 * the gallery one of the others as right index finger; all further fingers come from the fallback.
 */
public final class RealPrints implements PrintSource {
    private static final Pattern NAME = Pattern.compile("([0-9]+)_([0-9]+)\\.png");

    private record FingerKey(long personKey, FingerPosition position) {}

    private final PrintSource fallback;
    private final Map<FingerKey, List<Path>> files = new HashMap<>();

    /**
     * Reads the directory's names.
     *
     * @param others keys of the people who get the remaining fingers, in order
     */
    public RealPrints(Path directory, long attacker, List<Long> others, PrintSource fallback) {
        this.fallback = fallback;
        List<List<Path>> fingers = new ArrayList<>(fingersIn(directory).values());
        int needed = FOUR_FINGERS.size();
        if (fingers.size() < needed) {
            throw new IllegalArgumentException(directory + " holds " + fingers.size()
                    + " fingers named <finger>_<impression>.png; " + needed + " are needed");
        }
        for (int i = 0; i < needed; i++) {
            files.put(new FingerKey(attacker, FOUR_FINGERS.get(i)), fingers.get(i));
        }
        int rest = Math.min(fingers.size() - needed, others.size());
        for (int i = 0; i < rest; i++) {
            files.put(new FingerKey(others.get(i), FingerPosition.RIGHT_INDEX), fingers.get(needed + i));
        }
    }

    private static Map<Integer, List<Path>> fingersIn(Path directory) {
        Map<Integer, TreeMap<Integer, Path>> found = new TreeMap<>();
        try (Stream<Path> list = Files.list(directory)) {
            list.forEach(file -> {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.computeIfAbsent(Integer.valueOf(name.group(1)), finger -> new TreeMap<>())
                            .put(Integer.valueOf(name.group(2)), file);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the fingerprint directory " + directory, e);
        }
        Map<Integer, List<Path>> ordered = new TreeMap<>();
        found.forEach((finger, impressions) -> ordered.put(finger, List.copyOf(impressions.values())));
        return ordered;
    }

    /** How many fingers of the gallery are real ones. */
    public int realFingers() {
        return files.size();
    }

    /** First image of every real finger, with the person it was given to. */
    public Map<String, List<Path>> imagesByFinger() {
        Map<String, List<Path>> images = new TreeMap<>();
        files.forEach((key, paths) -> images.put(key.personKey() + "/" + key.position(), paths));
        return images;
    }

    @Override
    public Image print(long personKey, FingerPosition position, int impression) {
        List<Path> real = files.get(new FingerKey(personKey, position));
        if (real == null) {
            return fallback.print(personKey, position, impression);
        }
        try {
            return Image.ofBytes(Files.readAllBytes(real.get(Math.floorMod(impression - 1, real.size()))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a fingerprint image", e);
        }
    }

    @Override
    public Image poorPrint(long personKey, FingerPosition position, int impression) {
        return fallback.poorPrint(personKey, position, impression);
    }

    @Override
    public boolean isReal(long personKey, FingerPosition position) {
        return files.containsKey(new FingerKey(personKey, position));
    }
}
