package org.polyonym.simulation.europe;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.polyonym.model.Image;

/** A drawn portrait that nobody can be recognised by: faces are stored and quality-checked, never compared. */
public final class FaceSketch {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 320;

    private FaceSketch() {}

    /** The sketch of a person, always the same. */
    public static Image of(long personKey) {
        SplittableRandom random = new SplittableRandom(personKey);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.LIGHT_GRAY);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        int skin = 110 + random.nextInt(100);
        g.setColor(new Color(60, 60, 60));
        g.fillOval(55, 40, 130, 110 + random.nextInt(60));
        g.setColor(new Color(skin, skin, skin));
        int width = 105 + random.nextInt(25);
        g.fillOval((WIDTH - width) / 2, 70, width, 165);
        g.setColor(Color.DARK_GRAY);
        int gap = 20 + random.nextInt(12);
        int eyes = 135 + random.nextInt(15);
        g.fillOval(WIDTH / 2 - gap - 12, eyes, 16, 8);
        g.fillOval(WIDTH / 2 + gap - 4, eyes, 16, 8);
        g.fillRoundRect(WIDTH / 2 - 22, 200 + random.nextInt(10), 44, 6 + random.nextInt(6), 6, 6);
        g.fillRect(40, 260, 160, 60);
        g.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return Image.ofBytes(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
