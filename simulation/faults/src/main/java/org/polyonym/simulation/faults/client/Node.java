package org.polyonym.simulation.faults.client;

import java.net.URI;

/**
 * A node as a client knows it.
 *
 * @param name e.g. node-1
 * @param base root address
 */
public record Node(String name, URI base) {}
