package org.polyonym.health;

/**
 * What one route has done since its start.
 *
 * @param route its verb phrase
 * @param completed exchanges that ended well
 * @param failed exchanges that ended in an error
 * @param inFlight exchanges begun and not ended, at the moment of reading
 */
public record RouteCount(String route, long completed, long failed, long inFlight) {}
