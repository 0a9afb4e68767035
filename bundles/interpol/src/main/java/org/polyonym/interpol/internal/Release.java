package org.polyonym.interpol.internal;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The recorded legal release without which Interpol is never queried (IO-B 72(1), IO-P 68(1)).
 *
 * @param reference of the decision
 * @param grantedBy who took it
 * @param validUntil last day
 * @param recordedBy authority and official that recorded it
 * @param recordedAt legal time
 */
record Release(String reference, String grantedBy, LocalDate validUntil, String recordedBy, Instant recordedAt) {}
