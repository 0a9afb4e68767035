package org.polyonym.time;

/** Runs the daily duties without waiting for the timer; used when the virtual clock has been moved. */
public interface DailyRun {
    /** Runs every duty for the legal day that the clock shows, unless already done for it. Blocks until done. */
    void catchUp();
}
