package org.polyonym.registry;

import org.polyonym.model.OriginRecord;

/**
 * A record that fits a search.
 *
 * @param record the record
 * @param byIdentity whether identity data matched
 * @param byDocument whether a travel document matched
 * @param similarity 0 to 1, for ranking only
 */
public record RecordMatch(OriginRecord record, boolean byIdentity, boolean byDocument, double similarity) {}
