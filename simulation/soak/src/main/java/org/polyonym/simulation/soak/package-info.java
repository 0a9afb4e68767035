/** Replaces parts of a running platform under load and measures who is disturbed. */
package org.polyonym.simulation.soak;
