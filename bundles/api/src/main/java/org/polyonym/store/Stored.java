package org.polyonym.store;

/**
 * A stored document.
 *
 * @param id inside its collection
 * @param version 1 for the first
 * @param value what was stored
 */
public record Stored<T>(String id, long version, T value) {}
