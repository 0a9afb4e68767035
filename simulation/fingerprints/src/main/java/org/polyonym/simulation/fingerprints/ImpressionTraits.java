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
        double careless = random.uniform();
        double size = random.normal(1.02, 0.06) - 0.15 * careless * random.uniform();
        double slip = 0.5 + careless;
        double wild = 0.6 + careless;
        return new ImpressionTraits(
                random.normal(0, 15 * wild),
                random.normal(0, 29 * wild),
                Impression.WIDTH / 2.0 + random.normal(0, 18),
                Impression.HEIGHT / 2.0 + random.normal(0, 42 * wild),
                random.normal(0, 0.14 * wild),
                120 * size,
                162 * size,
                162 * size,
                random.between(0.25, 0.55),
                random.normal(0, 10 * slip),
                random.normal(0, 10 * slip),
                random.normal(0, 0.08 * slip),
                random.normal(-0.1, 0.25 + 0.3 * careless),
                0.3 + 0.65 * careless * random.uniform(),
                0.25 + 0.8 * careless * random.uniform(),
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
