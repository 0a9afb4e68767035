/** Fault runs: a cluster under load, a fault, a history, and a checker that trusts neither. */
package org.polyonym.simulation.faults;
