/** What the bad connectors have in common; each jar holds its own copy. */
package org.polyonym.simulation.bad;
