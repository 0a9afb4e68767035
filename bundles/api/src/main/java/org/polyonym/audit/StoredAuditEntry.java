package org.polyonym.audit;

import java.time.Instant;

/**
 * An entry as stored.
 *
 * @param sequence order of storing
 * @param legalTime legal time
 * @param entry what was logged
 */
public record StoredAuditEntry(long sequence, Instant legalTime, AuditEntry entry) {}
