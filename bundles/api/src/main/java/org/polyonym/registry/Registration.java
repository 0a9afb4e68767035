package org.polyonym.registry;

import java.util.List;
import org.polyonym.model.OriginRecord;

/**
 * Acknowledged entry: on disk.
 *
 * @param record the record as stored
 * @param warnings soft data-quality and capture warnings
 */
public record Registration(OriginRecord record, List<String> warnings) {
    /** Copies the list. */
    public Registration {
        warnings = List.copyOf(warnings);
    }
}
