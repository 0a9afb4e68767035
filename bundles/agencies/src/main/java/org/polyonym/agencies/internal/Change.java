package org.polyonym.agencies.internal;

/**
 * What was done.
 *
 * @param name symbolic name
 * @param version that is wanted now, empty after an undeployment
 * @param system the system it answers for
 * @param title its own title
 * @param drained whether the one before it is gone already; if not, calls are still inside
 */
record Change(String name, String version, String system, String title, boolean drained) {}
