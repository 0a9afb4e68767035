package org.polyonym.biometrics;

/** Stored bytes are no template of a known version: the store is damaged or was written by another extractor. */
public final class TemplateRefusedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the refusal.
     *
     * @param message what is wrong with the structure
     * @param cause the decoder's fault
     */
    public TemplateRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
