package org.polyonym.biometrics;

import java.util.Objects;

/** Untrusted bytes were refused as an image; nothing was decoded beyond the point that is named. */
public final class ImageRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The reason; an enum, so the exception stays serialisable. */
    private final ImageRefusal reason;

    /**
     * Creates the refusal.
     *
     * @param reason the reason code
     * @param detail what was found, in numbers and structure only, never sample content
     */
    public ImageRefusedException(ImageRefusal reason, String detail) {
        super(reason + ": " + detail);
        this.reason = Objects.requireNonNull(reason);
    }

    /**
     * Returns the reason code.
     *
     * @return the reason
     */
    public ImageRefusal reason() {
        return reason;
    }
}
