package org.polyonym.sbms.internal;

import java.util.Optional;
import org.polyonym.biometrics.GalleryFinger;
import org.polyonym.biometrics.Template;
import org.polyonym.biometrics.TemplateRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A template in memory, ready to be compared.
 *
 * @param stored what the store holds
 * @param finger its prepared form
 */
record GalleryTemplate(StoredTemplate stored, GalleryFinger finger) {
    private static final Logger LOG = LoggerFactory.getLogger(GalleryTemplate.class);

    /** Prepares it; empty when the store holds something that is no template. */
    static Optional<GalleryTemplate> of(StoredTemplate stored) {
        try {
            return Optional.of(new GalleryTemplate(stored, GalleryFinger.of(Template.of(stored.template()))));
        } catch (TemplateRefusedException e) {
            LOG.error(
                    "the store holds a damaged template of {}", stored.origin().system(), e);
            return Optional.empty();
        }
    }
}
