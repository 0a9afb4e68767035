package org.polyonym.biometrics;

import com.machinezoo.sourceafis.FingerprintTemplate;

/**
 * A template prepared as the searched side of comparisons: about 0.1 ms to prepare and 10 kB of heap. Immutable and
 * thread-safe.
 */
public final class GalleryFinger {
    private final FingerprintTemplate prepared;

    private GalleryFinger(FingerprintTemplate prepared) {
        this.prepared = prepared;
    }

    /**
     * Prepares a template.
     *
     * @param template the gallery's template
     * @return the prepared finger
     */
    public static GalleryFinger of(Template template) {
        return new GalleryFinger(new FingerprintTemplate(template.bytes()));
    }

    FingerprintTemplate prepared() {
        return prepared;
    }
}
