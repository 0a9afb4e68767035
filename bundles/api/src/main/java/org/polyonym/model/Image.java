package org.polyonym.model;

import java.util.Arrays;
import java.util.Base64;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** Encoded image bytes, immutable; in JSON base64. Nothing is decoded here: whoever decodes checks limits first. */
public final class Image implements TextValue {
    private final byte[] bytes;

    private Image(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Wraps a copy of the bytes. */
    public static Image ofBytes(byte[] bytes) {
        return new Image(bytes.clone());
    }

    /** Reads base64. */
    public static Image of(String base64) {
        try {
            return new Image(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw ProblemException.causedBy(ProblemType.NOT_AN_IMAGE, "the image is not valid base64", e);
        }
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Number of bytes. */
    public int size() {
        return bytes.length;
    }

    @Override
    public String text() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Image other && Arrays.equals(bytes, other.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Image[" + bytes.length + " bytes]";
    }
}
