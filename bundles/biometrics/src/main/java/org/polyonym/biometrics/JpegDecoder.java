package org.polyonym.biometrics;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes JPEG through the platform's own reader, after {@link JpegHeader} has limited what it may meet. */
final class JpegDecoder {
    private JpegDecoder() {}

    static GrayPixels decode(byte[] bytes, ImageLimits limits) throws ImageRefusedException {
        JpegHeader header = JpegHeader.read(bytes, limits);
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            return grey(reader.read(0), header);
        } catch (IOException | RuntimeException e) {
            // The platform's reader reports some damage by unchecked exceptions; all of it means bad bytes.
            throw new ImageRefusedException(
                    ImageRefusal.DAMAGED, "JPEG, " + e.getClass().getSimpleName());
        } finally {
            reader.dispose();
        }
    }

    private static GrayPixels grey(BufferedImage image, JpegHeader header) throws ImageRefusedException {
        if (image.getWidth() != header.width() || image.getHeight() != header.height()) {
            throw new ImageRefusedException(ImageRefusal.DAMAGED, "JPEG, decoded size differs from the header's");
        }
        Raster raster = image.getRaster();
        byte[] values = new byte[header.width() * header.height()];
        int[] pixel = new int[raster.getNumBands()];
        for (int y = 0; y < header.height(); y++) {
            for (int x = 0; x < header.width(); x++) {
                raster.getPixel(x, y, pixel);
                int sum = 0;
                for (int band : pixel) {
                    sum += band;
                }
                values[y * header.width() + x] = (byte) (sum / pixel.length);
            }
        }
        return new GrayPixels(header.width(), header.height(), values);
    }
}
