package org.polyonym.biometrics;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads 8-bit grey or RGB PNG (ISO/IEC 15948) from untrusted bytes. Every size is checked against the limits before
 * memory is taken for it, and only IHDR and IDAT are interpreted: compressed text, colour profiles and other optional
 * chunks, a known way to exhaust a decoder, are checked for structure and skipped.
 */
final class PngDecoder {
    static final byte[] MAGIC = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int IHDR_LENGTH = 13;
    private static final int CHUNK_OVERHEAD = 12;
    private static final int GREY = 0;
    private static final int RGB = 2;

    private final ByteBuffer in;
    private final ImageLimits limits;
    private int width;
    private int height;
    private int channels;
    private final Inflater inflater = new Inflater();
    private byte[] scanlines = new byte[0];
    private int filled;

    private PngDecoder(byte[] bytes, ImageLimits limits) {
        this.in = ByteBuffer.wrap(bytes);
        this.limits = limits;
    }

    static boolean recognises(byte[] bytes) {
        if (bytes.length < MAGIC.length) {
            return false;
        }
        for (int i = 0; i < MAGIC.length; i++) {
            if (bytes[i] != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    /** Decodes bytes that {@link #recognises} accepted. */
    static GrayPixels decode(byte[] bytes, ImageLimits limits) throws ImageRefusedException {
        PngDecoder decoder = new PngDecoder(bytes, limits);
        try {
            return decoder.decode();
        } finally {
            decoder.inflater.end();
        }
    }

    private GrayPixels decode() throws ImageRefusedException {
        in.position(MAGIC.length);
        readHeader();
        scanlines = new byte[height * (1 + width * channels)];
        boolean ended = false;
        while (!ended) {
            ended = readChunk();
        }
        if (filled < scanlines.length) {
            throw refuse(ImageRefusal.TRUNCATED, "pixel stream ends after " + filled + " bytes");
        }
        PngFilter.undo(scanlines, width * channels, height, channels);
        return toGrey();
    }

    private void readHeader() throws ImageRefusedException {
        ByteBuffer data = nextChunkData(IHDR_LENGTH + CHUNK_OVERHEAD);
        if (in.getInt(MAGIC.length + 4) != IHDR || data.remaining() != IHDR_LENGTH) {
            throw refuse(ImageRefusal.DAMAGED, "first chunk is not a header");
        }
        long w = Integer.toUnsignedLong(data.getInt());
        long h = Integer.toUnsignedLong(data.getInt());
        limits.checkPixels(w, h);
        int depth = data.get();
        int colour = data.get();
        int compression = data.get();
        int filter = data.get();
        int interlace = data.get();
        boolean supported = depth == 8 && (colour == GREY || colour == RGB);
        if (!supported || compression != 0 || filter != 0 || interlace != 0) {
            throw refuse(
                    ImageRefusal.UNSUPPORTED_FORMAT,
                    "bit depth " + depth + ", colour type " + colour + ", interlace " + interlace);
        }
        width = (int) w;
        height = (int) h;
        channels = colour == GREY ? 1 : 3;
    }

    /** Reads one chunk; true when it was the last. */
    private boolean readChunk() throws ImageRefusedException {
        int start = in.position();
        ByteBuffer data = nextChunkData(CHUNK_OVERHEAD);
        int type = in.getInt(start + 4);
        if (type == IDAT) {
            inflate(data);
        }
        return type == IEND;
    }

    private ByteBuffer nextChunkData(int needed) throws ImageRefusedException {
        if (in.remaining() < needed) {
            throw refuse(ImageRefusal.TRUNCATED, "file ends at byte " + in.limit() + " inside a chunk");
        }
        int start = in.position();
        long length = Integer.toUnsignedLong(in.getInt(start));
        if (length > in.remaining() - CHUNK_OVERHEAD) {
            throw refuse(ImageRefusal.TRUNCATED, "chunk of " + length + " bytes reaches beyond the end");
        }
        ByteBuffer data = in.slice(start + 8, (int) length);
        CRC32 crc = new CRC32();
        crc.update(in.slice(start + 4, (int) length + 4));
        if ((int) crc.getValue() != in.getInt(start + 8 + (int) length)) {
            throw refuse(ImageRefusal.DAMAGED, "checksum of the chunk at byte " + start);
        }
        in.position(start + CHUNK_OVERHEAD + (int) length);
        return data;
    }

    private void inflate(ByteBuffer data) throws ImageRefusedException {
        inflater.setInput(data);
        try {
            while (!inflater.needsInput() && !inflater.finished() && filled < scanlines.length) {
                int step = inflater.inflate(scanlines, filled, scanlines.length - filled);
                if (step == 0 && inflater.needsDictionary()) {
                    throw refuse(ImageRefusal.DAMAGED, "pixel stream wants a preset dictionary");
                }
                filled += step;
            }
        } catch (DataFormatException e) {
            throw refuse(ImageRefusal.DAMAGED, "pixel stream cannot be inflated");
        }
    }

    private GrayPixels toGrey() {
        byte[] grey = new byte[width * height];
        int row = 1 + width * channels;
        for (int y = 0; y < height; y++) {
            if (channels == 1) {
                System.arraycopy(scanlines, y * row + 1, grey, y * width, width);
            } else {
                for (int x = 0; x < width; x++) {
                    grey[y * width + x] = luma(y * row + 1 + x * channels);
                }
            }
        }
        return new GrayPixels(width, height, grey);
    }

    /** ITU-R BT.601 luma in thousandths. */
    private byte luma(int at) {
        int red = scanlines[at] & 0xFF;
        int green = scanlines[at + 1] & 0xFF;
        int blue = scanlines[at + 2] & 0xFF;
        return (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
    }

    private static ImageRefusedException refuse(ImageRefusal reason, String detail) {
        return new ImageRefusedException(reason, "PNG, " + detail);
    }
}
