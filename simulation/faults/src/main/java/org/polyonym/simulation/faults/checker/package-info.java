/** Judges a recorded history and what a platform holds at its end. Shares no code with the platform. */
package org.polyonym.simulation.faults.checker;
