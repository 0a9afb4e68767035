/** A running platform as its users reach it: over HTTP, with tokens, officer by officer. Used by scenarios and the demo. */
package org.polyonym.simulation.harness;
