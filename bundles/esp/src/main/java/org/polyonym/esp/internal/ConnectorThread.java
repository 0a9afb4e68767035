package org.polyonym.esp.internal;

/**
 * A platform thread that goes into the code of an agency's connector. Such code may compute without end; on a virtual thread
 * it would keep one of the few carriers that gateway, portal and grid share, and some calls of that kind would bring the
 * node to a standstill. The operating system takes turns among platform threads.
 */
final class ConnectorThread extends Thread {
    ConnectorThread(Runnable work) {
        super(work);
        setDaemon(true);
    }

    /**
     * Starts work that goes into a connector.
     *
     * @param platforms whether the connector is the platform's own, and runs on a virtual thread
     */
    static void start(boolean platforms, String name, Runnable work) {
        if (platforms) {
            Thread.ofVirtual().name(name).start(work);
            return;
        }
        Thread thread = new ConnectorThread(work);
        thread.setName(name);
        thread.start();
    }
}
