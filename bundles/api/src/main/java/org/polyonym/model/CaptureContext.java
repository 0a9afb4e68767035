package org.polyonym.model;

/** How a sample was taken; only live samples of VIS faces and Art 20 checks count. */
public enum CaptureContext {
    /** Live, in the presence of the person. */
    LIVE,
    /** Scanned from paper or a stored picture. */
    SCANNED,
    /** Read from a document chip. */
    CHIP,
    /** Scene of crime. */
    LATENT
}
