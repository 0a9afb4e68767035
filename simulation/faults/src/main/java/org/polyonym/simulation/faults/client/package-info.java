/** A client of the platform that shares no code with it: JDK and Jackson only. */
package org.polyonym.simulation.faults.client;
