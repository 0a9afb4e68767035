/** Replays case BER-14 through the public interface of a running platform, in two modes, and reports the difference. */
package org.polyonym.simulation.demo;
