package org.polyonym.simulation.fingerprints;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes 8-bit grayscale PNG (ISO/IEC 15948). ImageIO takes several times longer and varies with installed plug-ins. */
final class PngWriter {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int DEFLATE_LEVEL = 4;
    private static final byte FILTER_UP = 2;
    private static final double INCHES_PER_METRE = 1 / 0.0254;

    private PngWriter() {}

    static byte[] write(byte[] pixels, int width, int height, int dpi) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(pixels.length / 2);
        out.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 0, 0, 0, 0})
                .array();
        chunk(out, "IHDR", header, header.length);
        int perMetre = (int) Math.round(dpi * INCHES_PER_METRE);
        byte[] density = ByteBuffer.allocate(9)
                .putInt(perMetre)
                .putInt(perMetre)
                .put((byte) 1)
                .array();
        chunk(out, "pHYs", density, density.length);
        deflated(out, filtered(pixels, width, height));
        chunk(out, "IEND", new byte[0], 0);
        return out.toByteArray();
    }

    private static byte[] filtered(byte[] pixels, int width, int height) {
        byte[] rows = new byte[height * (width + 1)];
        for (int y = 0; y < height; y++) {
            int row = y * (width + 1);
            rows[row] = FILTER_UP;
            for (int x = 0; x < width; x++) {
                int above = y == 0 ? 0 : pixels[(y - 1) * width + x];
                rows[row + 1 + x] = (byte) (pixels[y * width + x] - above);
            }
        }
        return rows;
    }

    private static void deflated(ByteArrayOutputStream out, byte[] rows) {
        Deflater deflater = new Deflater(DEFLATE_LEVEL);
        try {
            deflater.setInput(rows);
            deflater.finish();
            byte[] packed = new byte[rows.length + rows.length / 1000 + 64];
            int length = 0;
            while (!deflater.finished()) {
                length += deflater.deflate(packed, length, packed.length - length);
            }
            chunk(out, "IDAT", packed, length);
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data, int length) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        out.writeBytes(name);
        out.write(data, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
