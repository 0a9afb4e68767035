/** The load: invented people, an open model of arrivals, and the history of what was asked and answered. */
package org.polyonym.simulation.faults.load;
