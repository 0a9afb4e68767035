package org.polyonym.biometrics;

/** Undoes the five row filters of PNG (ISO/IEC 15948, clause 9) in place. */
final class PngFilter {
    private static final int NONE = 0;
    private static final int SUB = 1;
    private static final int UP = 2;
    private static final int AVERAGE = 3;
    private static final int PAETH = 4;

    private PngFilter() {}

    /**
     * Undoes the filters.
     *
     * @param lines rows of one filter byte and {@code rowBytes} data bytes each
     */
    static void undo(byte[] lines, int rowBytes, int rows, int bytesPerPixel) throws ImageRefusedException {
        for (int row = 0; row < rows; row++) {
            int start = row * (rowBytes + 1);
            int filter = lines[start];
            if (filter < NONE || filter > PAETH) {
                throw new ImageRefusedException(ImageRefusal.DAMAGED, "PNG, row " + row + " has filter " + filter);
            }
            if (filter != NONE) {
                undoRow(lines, start + 1, rowBytes, bytesPerPixel, filter, row == 0);
            }
        }
    }

    private static void undoRow(byte[] lines, int start, int rowBytes, int bpp, int filter, boolean first) {
        int above = start - rowBytes - 1;
        for (int i = 0; i < rowBytes; i++) {
            int left = i < bpp ? 0 : lines[start + i - bpp] & 0xFF;
            int up = first ? 0 : lines[above + i] & 0xFF;
            int corner = first || i < bpp ? 0 : lines[above + i - bpp] & 0xFF;
            lines[start + i] += (byte) predict(filter, left, up, corner);
        }
    }

    private static int predict(int filter, int left, int up, int corner) {
        return switch (filter) {
            case SUB -> left;
            case UP -> up;
            case AVERAGE -> (left + up) / 2;
            default -> paeth(left, up, corner);
        };
    }

    private static int paeth(int left, int up, int corner) {
        int guess = left + up - corner;
        int toLeft = Math.abs(guess - left);
        int toUp = Math.abs(guess - up);
        int toCorner = Math.abs(guess - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}
