package org.polyonym.biometrics;

import java.nio.ByteBuffer;

/**
 * Walks the markers of a baseline JPEG (ITU-T T.81) without decoding, so that size and kind are known, and limited,
 * before a decoder sees the bytes. Progressive files are refused: many thin scans are a known way to exhaust a decoder.
 */
record JpegHeader(int width, int height) {
    private static final int START = 0xFFD8;
    private static final int END = 0xFFD9;
    private static final int MARKER = 0xFF;
    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;
    private static final int LAST_FRAME_KIND = 0xCF;
    private static final int HUFFMAN_TABLE = 0xC4;
    private static final int RESERVED = 0xC8;
    private static final int ARITHMETIC_TABLE = 0xCC;
    private static final int SCAN = 0xDA;
    private static final int FRAME_BYTES = 8;

    static boolean recognises(byte[] bytes) {
        return bytes.length > 2 && (ByteBuffer.wrap(bytes).getShort() & 0xFFFF) == START && (bytes[2] & 0xFF) == MARKER;
    }

    static JpegHeader read(byte[] bytes, ImageLimits limits) throws ImageRefusedException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        in.position(2);
        while (in.remaining() >= 4) {
            int marker = in.getShort() & 0xFFFF;
            int length = in.getShort(in.position()) & 0xFFFF;
            int kind = marker & 0xFF;
            if (marker >>> 8 != MARKER || length < 2) {
                throw refuse(ImageRefusal.DAMAGED, "no marker at byte " + (in.position() - 2));
            }
            if (length > in.remaining()) {
                throw refuse(ImageRefusal.TRUNCATED, "segment of " + length + " bytes reaches beyond the end");
            }
            if (isFrame(kind)) {
                return frame(in, kind, length, limits);
            }
            if (kind == SCAN) {
                throw refuse(ImageRefusal.DAMAGED, "scan before frame");
            }
            in.position(in.position() + length);
        }
        throw refuse(ImageRefusal.TRUNCATED, "file ends before its frame");
    }

    private static boolean isFrame(int kind) {
        boolean table = kind == HUFFMAN_TABLE || kind == RESERVED || kind == ARITHMETIC_TABLE;
        return kind >= BASELINE && kind <= LAST_FRAME_KIND && !table;
    }

    private static JpegHeader frame(ByteBuffer in, int kind, int length, ImageLimits limits)
            throws ImageRefusedException {
        if (kind != BASELINE && kind != EXTENDED) {
            throw refuse(ImageRefusal.UNSUPPORTED_FORMAT, "frame kind " + kind + ", only baseline is read");
        }
        if (length < FRAME_BYTES) {
            throw refuse(ImageRefusal.DAMAGED, "frame of " + length + " bytes");
        }
        int at = in.position() + 2;
        int precision = in.get(at);
        int height = in.getShort(at + 1) & 0xFFFF;
        int width = in.getShort(at + 3) & 0xFFFF;
        int components = in.get(at + 5);
        limits.checkPixels(width, height);
        if (precision != 8 || components != 1 && components != 3) {
            throw refuse(ImageRefusal.UNSUPPORTED_FORMAT, precision + " bits, " + components + " components");
        }
        if ((in.getShort(in.limit() - 2) & 0xFFFF) != END) {
            throw refuse(ImageRefusal.TRUNCATED, "no end marker");
        }
        return new JpegHeader(width, height);
    }

    private static ImageRefusedException refuse(ImageRefusal reason, String detail) {
        return new ImageRefusedException(reason, "JPEG, " + detail);
    }
}
