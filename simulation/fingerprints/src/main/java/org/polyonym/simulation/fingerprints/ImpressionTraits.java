package org.polyonym.simulation.fingerprints;

/**
 * How one impression was made. Lengths in pixels at 500 dpi, angles in radians.
 *
 * @param centreX where on the finger the contact has its middle
 * @param centreY as centreX
 * @param placeX where on the sensor that point lies
 * @param placeY as placeX
 * @param turn rotation of the finger on the sensor
 * @param halfWidth contact ellipse
 * @param above contact ellipse towards the tip
 * @param below contact ellipse towards the joint
 * @param rigid part of the ellipse's radius inside which the skin does not slip
 * @param pullX traction of the skin outside
 * @param pullY as pullX
 * @param twist torsion of the skin outside
 * @param pressure from -1 (dry, thin ridges) to 1 (wet, closed valleys)
 * @param uneven amplitude of slow change of pressure
 * @param blotch amplitude of broken and bridged ridges
 * @param grain amplitude of sensor noise
 * @param depth darkness of a ridge, grey levels
 */
record ImpressionTraits(
        double centreX,
        double centreY,
        double placeX,
        double placeY,
        double turn,
        double halfWidth,
        double above,
        double below,
        double rigid,
        double pullX,
        double pullY,
        double twist,
        double pressure,
        double uneven,
        double blotch,
        double grain,
        double depth) {

    static ImpressionTraits drawn(RandomStream random, Severity severity) {
        return severity == Severity.POOR ? poor(random) : normal(random);
    }

    private static ImpressionTraits normal(RandomStream random) {
        // One latent quality per impression: a careless press is at once shifted, turned, slipped and badly inked.
        double careless = StrictMath.pow(random.uniform(), 1.5);
        double size = random.normal(1, 0.07) - 0.18 * careless * random.uniform();
        double slip = 0.4 + careless;
        double wild = 0.5 + careless;
        return new ImpressionTraits(
                random.normal(0, 14 * wild),
                random.normal(0, 26 * wild),
                Impression.WIDTH / 2.0 + random.normal(0, 16),
                Impression.HEIGHT / 2.0 + random.normal(0, 40 * wild),
                random.normal(0, 0.13 * wild),
                112 * size,
                150 * size,
                155 * size,
                random.between(0.3, 0.6),
                random.normal(0, 7 * slip),
                random.normal(0, 7 * slip),
                random.normal(0, 0.05 * slip),
                random.normal(0, 0.25 + 0.35 * careless),
                0.15 + 0.35 * careless * random.uniform(),
                0.25 + 0.75 * careless * random.uniform(),
                random.between(0.25, 0.55),
                random.between(150, 235));
    }

    private static ImpressionTraits poor(RandomStream random) {
        return new ImpressionTraits(
                random.normal(0, 25),
                random.normal(0, 40),
                Impression.WIDTH / 2.0 + random.normal(0, 40),
                Impression.HEIGHT / 2.0 + random.normal(0, 50),
                random.normal(0, 0.3),
                random.between(38, 55),
                random.between(40, 60),
                random.between(40, 60),
                random.between(0.1, 0.3),
                random.normal(0, 15),
                random.normal(0, 15),
                random.normal(0, 0.12),
                random.between(0.6, 1) * (random.chance(0.5) ? 1 : -1),
                0.6,
                1.6,
                0.9,
                random.between(90, 140));
    }
}
