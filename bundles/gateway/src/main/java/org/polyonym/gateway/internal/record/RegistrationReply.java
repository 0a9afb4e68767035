package org.polyonym.gateway.internal.record;

import java.util.List;
import org.polyonym.model.OriginRecord;

/**
 * Answer to an entry or a change.
 *
 * @param record as stored
 * @param warnings of data quality and capture
 * @param detection how far detection is
 */
record RegistrationReply(OriginRecord record, List<String> warnings, Detections.Detection detection) {}
