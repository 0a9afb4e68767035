package org.polyonym.biometrics;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Image files for tests: good ones by the platform's writer, bad ones by hand. */
public final class TestImages {
    private TestImages() {}

    public static byte[] png(int width, int height, byte[] grey) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, width, height, grey);
        return write(image, "png");
    }

    public static byte[] png(int width, int height, IntUnaryOperator greyOfIndex) {
        byte[] grey = new byte[width * height];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) greyOfIndex.applyAsInt(i);
        }
        return png(width, height, grey);
    }

    public static byte[] blank() {
        return png(388, 374, i -> 250);
    }

    public static byte[] noise(long seed) {
        Random random = new Random(seed);
        return png(388, 374, i -> random.nextInt(256));
    }

    /** Noise averaged over a square of about one ridge period: many extracted minutiae, no ridges. */
    public static byte[] smoothNoise(long seed) {
        int side = 300;
        int radius = 2;
        double[] raw = new Random(seed).doubles((long) side * side, -1, 1).toArray();
        return png(side, side, i -> {
            double sum = 0;
            for (int dy = -radius; dy <= radius; dy++) {
                for (int dx = -radius; dx <= radius; dx++) {
                    int x = Math.floorMod(i % side + dx, side);
                    int y = Math.floorMod(i / side + dy, side);
                    sum += raw[y * side + x];
                }
            }
            return (int) Math.max(0, Math.min(255, 128 + 40 * sum));
        });
    }

    public static byte[] write(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Replaces the header's 13 bytes and repairs its checksum, so that only the claim itself is false. */
    public static byte[] withHeader(byte[] png, int width, int height, int depth, int colour, int interlace) {
        byte[] lying = png.clone();
        ByteBuffer header = ByteBuffer.wrap(lying);
        header.putInt(16, width).putInt(20, height);
        header.put(24, (byte) depth).put(25, (byte) colour).put(28, (byte) interlace);
        CRC32 crc = new CRC32();
        crc.update(lying, 12, 17);
        header.putInt(29, (int) crc.getValue());
        return lying;
    }
}
