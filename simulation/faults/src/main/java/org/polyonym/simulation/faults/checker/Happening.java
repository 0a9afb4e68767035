package org.polyonym.simulation.faults.checker;

/**
 * Something done to the cluster or seen of it.
 *
 * @param at by the history's clock
 * @param name e.g. kill
 * @param node concerned, may be empty
 * @param detail more
 */
record Happening(long at, String name, String node, String detail) {}
