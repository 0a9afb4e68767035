package org.polyonym.agencies.internal;

import org.polyonym.model.SystemId;

/**
 * A bundle that was started beside what runs, and has passed its probe.
 *
 * @param bundleId number of its bundle
 * @param system the system it describes
 * @param title its own title
 */
record Candidate(long bundleId, SystemId system, String title) {}
