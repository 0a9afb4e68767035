package org.polyonym.sbms.internal;

import java.util.List;
import org.polyonym.model.OriginRef;

/**
 * All templates of one record, as a gallery knows them.
 *
 * @param origin the record
 * @param templates at least one
 */
record EnrolledRecord(OriginRef origin, List<GalleryTemplate> templates) {
    EnrolledRecord {
        templates = List.copyOf(templates);
    }
}
