/** A fictional Europe: people, documents, faces, prints and the attack cases. Nobody in it exists. */
package org.polyonym.simulation.europe;
