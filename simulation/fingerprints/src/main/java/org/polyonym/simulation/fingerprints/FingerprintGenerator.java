package org.polyonym.simulation.fingerprints;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes impressions of fingers of people who do not exist. Equal (seed, finger, impression number, severity) give equal
 * bytes on every machine. Thread-safe; each call works on the caller's thread.
 */
public final class FingerprintGenerator {

    /** Changes whenever equal arguments give other bytes than before. */
    public static final String VERSION = "1";

    /** How often a twin's finger has the class of the sibling's; the ridges differ all the same. */
    private static final double TWIN_SAME_CLASS = 0.8;

    /** Masters kept, so that several impressions of a finger grow it once; 0.7 MB each. */
    private static final int MASTERS_KEPT = 16;

    private enum Purpose {
        PATTERN,
        MASTER,
        IMPRESSION,
        TWIN,
        BAD_IMAGE
    }

    private final long seed;
    private final Map<Finger, MasterPrint> masters = new LinkedHashMap<>(MASTERS_KEPT * 2, 0.75f, true);

    private FingerprintGenerator(long seed) {
        this.seed = seed;
    }

    /** The generator of one simulated population. */
    public static FingerprintGenerator of(long seed) {
        return new FingerprintGenerator(seed);
    }

    /** The population's seed. */
    public long seed() {
        return seed;
    }

    /** As {@link #impression(Finger, int, Severity)}, the class drawn in natural proportion. */
    public Impression impression(long personKey, int fingerPosition, int impressionNo, Severity severity) {
        return impression(Finger.of(personKey, fingerPosition), impressionNo, severity);
    }

    /** One impression of a finger; {@code impressionNo} is any number, and a different number is a different press. */
    public Impression impression(Finger finger, int impressionNo, Severity severity) {
        MasterPrint master = master(finger);
        RandomStream random =
                stream(Purpose.IMPRESSION, finger.personKey(), finger.position(), impressionNo, severity.ordinal());
        ImpressionTraits traits = ImpressionTraits.drawn(random, severity);
        return packed(new ImpressionRenderer(master, traits, random).render());
    }

    /** The class of a finger: the wanted one, else drawn. */
    public PatternClass patternOf(Finger finger) {
        return finger.pattern()
                .orElseGet(() -> PatternClass.drawn(
                        stream(Purpose.PATTERN, finger.personKey(), finger.position()), finger.position()));
    }

    /** The same finger of an identical twin: its own ridges, mostly the sibling's class. */
    public Finger twinOf(Finger sibling, long twinKey) {
        RandomStream random = stream(Purpose.TWIN, sibling.personKey(), twinKey, sibling.position());
        Finger twin = Finger.of(twinKey, sibling.position());
        return random.chance(TWIN_SAME_CLASS) ? twin.withPattern(patternOf(sibling)) : twin;
    }

    /** A sensor image without a finger, for bad-input tests. */
    public Impression blank() {
        RandomStream random = stream(Purpose.BAD_IMAGE, 0);
        byte[] pixels = new byte[Impression.WIDTH * Impression.HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (252 - (random.nextLong() & 3));
        }
        return packed(pixels);
    }

    /** White noise of full contrast, for bad-input tests. */
    public Impression noise() {
        RandomStream random = stream(Purpose.BAD_IMAGE, 1);
        byte[] pixels = new byte[Impression.WIDTH * Impression.HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) random.nextLong();
        }
        return packed(pixels);
    }

    MasterPrint master(Finger finger) {
        synchronized (masters) {
            MasterPrint kept = masters.get(finger);
            if (kept != null) {
                return kept;
            }
        }
        MasterPrint grown = grown(finger);
        synchronized (masters) {
            masters.put(finger, grown);
            if (masters.size() > MASTERS_KEPT) {
                masters.remove(masters.keySet().iterator().next());
            }
        }
        return grown;
    }

    private MasterPrint grown(Finger finger) {
        return MasterPrint.grown(stream(Purpose.MASTER, finger.personKey(), finger.position()), patternOf(finger));
    }

    private RandomStream stream(Purpose purpose, long... keys) {
        long[] all = new long[keys.length + 2];
        all[0] = seed;
        all[1] = purpose.ordinal();
        System.arraycopy(keys, 0, all, 2, keys.length);
        return RandomStream.of(all);
    }

    private static Impression packed(byte[] pixels) {
        return new Impression(PngWriter.write(pixels, Impression.WIDTH, Impression.HEIGHT, Impression.DPI));
    }
}
