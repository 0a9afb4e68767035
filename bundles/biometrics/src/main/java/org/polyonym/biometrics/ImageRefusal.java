package org.polyonym.biometrics;

/** Why bytes were not taken as an image. The texts name no value of the sample itself. */
public enum ImageRefusal {
    /** The bytes do not begin like a supported image file. */
    NOT_AN_IMAGE("The bytes are no image file. Send a PNG file."),
    /** The file ends before its own structure does. */
    TRUNCATED("The image file is incomplete. Send the whole file again."),
    /** A checksum or the compressed pixel stream is wrong. */
    DAMAGED("The image file is damaged. Export it again from the capture device."),
    /** More bytes than allowed. */
    TOO_LARGE_BYTES("The image file is larger than 2 MB. Crop it to the finger or face."),
    /** More pixels than allowed, by the header alone. */
    TOO_LARGE_PIXELS("The image has more pixels than allowed. Crop it or scan it at 500 dpi."),
    /** Fewer pixels than a usable sample needs. */
    TOO_SMALL("The image has too few pixels. Scan the whole finger at 500 dpi."),
    /** A real image file, of a kind that is not read. */
    UNSUPPORTED_FORMAT("This kind of image is not read. Send 8-bit grey or RGB PNG without interlacing.");

    private final String remedy;

    ImageRefusal(String remedy) {
        this.remedy = remedy;
    }

    /**
     * Tells the sender what to do.
     *
     * @return one or two sentences for the sender
     */
    public String remedy() {
        return remedy;
    }
}
