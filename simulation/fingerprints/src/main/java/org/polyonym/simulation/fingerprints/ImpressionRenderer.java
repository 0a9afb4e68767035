package org.polyonym.simulation.fingerprints;

/**
 * Presses a master print on the sensor: skin slips outside a rigid core (Cappelli, Maio, Maltoni 2001), ridges thicken
 * or break with pressure, and the sensor adds its noise. One instance renders one impression.
 */
final class ImpressionRenderer {

    private static final double UNEVEN_CELL = 70;
    private static final double BLOTCH_CELL = 6;
    private static final double GRAIN_CELL = 2;
    /** Shape value at which skin has surely left the sensor; the ellipse itself lies at 1. */
    private static final float CONTACT_LIMIT = 1.45f;

    private static final float EDGE_BEGINS = 0.85f;
    private static final float EDGE_FADE = 6f;
    private static final float SQUARENESS = 0.6f;
    private static final float SHARPNESS = 0.8f;
    private static final int PAPER = 253;

    private final MasterPrint master;
    private final ImpressionTraits traits;
    private final NoiseField uneven;
    private final NoiseField blotch;
    private final NoiseField grain;
    private final RandomStream random;

    ImpressionRenderer(MasterPrint master, ImpressionTraits traits, RandomStream random) {
        this.master = master;
        this.traits = traits;
        this.uneven = new NoiseField(random, Impression.WIDTH, Impression.HEIGHT, UNEVEN_CELL);
        this.blotch = new NoiseField(random, Impression.WIDTH, Impression.HEIGHT, BLOTCH_CELL);
        this.grain = new NoiseField(random, Impression.WIDTH, Impression.HEIGHT, GRAIN_CELL);
        this.random = random;
    }

    /** Pixels row by row, 0 black. */
    byte[] render() {
        float cosine = (float) StrictMath.cos(traits.turn());
        float sine = (float) StrictMath.sin(traits.turn());
        byte[] pixels = new byte[Impression.WIDTH * Impression.HEIGHT];
        for (int y = 0; y < Impression.HEIGHT; y++) {
            float dy = (float) (y - traits.placeY());
            for (int x = 0; x < Impression.WIDTH; x++) {
                float dx = (float) (x - traits.placeX());
                float ink = ink(x, y, cosine * dx + sine * dy, cosine * dy - sine * dx);
                float grey = PAPER - (float) traits.depth() * ink - (random.nextLong() & 3);
                pixels[y * Impression.WIDTH + x] = (byte) Math.max(0, (int) grey);
            }
        }
        return pixels;
    }

    private float ink(int x, int y, float alongX, float alongY) {
        float shape = shape(alongX, alongY);
        if (shape > CONTACT_LIMIT) {
            return 0;
        }
        float height = master.at(slippedX(alongX, alongY, shape), slippedY(alongX, alongY, shape));
        float edge = Math.max(0, shape - EDGE_BEGINS) * EDGE_FADE;
        float contact = height
                + (float) traits.pressure()
                - edge
                + (float) traits.uneven() * uneven.at(x, y)
                + (float) traits.blotch() * blotch.at(x, y)
                + (float) traits.grain() * grain.at(x, y);
        float ink = Math.clamp(0.5f + SHARPNESS * contact, 0, 1);
        return ink * Math.clamp((CONTACT_LIMIT - shape) * 4, 0, 1);
    }

    private float shape(float x, float y) {
        float across = x / (float) traits.halfWidth();
        float along = y / (float) (y < 0 ? traits.above() : traits.below());
        // Between an ellipse and a rounded box: flat fingers touch with squarer patches than an ellipse.
        float square = across * across + along * along;
        return square - SQUARENESS * across * across * along * along / (square + 0.2f);
    }

    private float slip(float shape) {
        float radius = (float) Math.sqrt(shape);
        float part = Math.clamp((radius - (float) traits.rigid()) / (1.1f - (float) traits.rigid()), 0, 1);
        return part * part * (3 - 2 * part);
    }

    private float slippedX(float x, float y, float shape) {
        return (float) traits.centreX() + x + slip(shape) * (float) (traits.pullX() - traits.twist() * y);
    }

    private float slippedY(float x, float y, float shape) {
        return (float) traits.centreY() + y + slip(shape) * (float) (traits.pullY() + traits.twist() * x);
    }
}
