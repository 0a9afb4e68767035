package org.polyonym.grid;

/**
 * A running node.
 *
 * @param id unique for each start of a node, so that work claimed by an earlier life of it can be told from its own
 * @param name as configured, e.g. {@code node-1}; the same after a restart
 */
public record Member(String id, String name) {}
