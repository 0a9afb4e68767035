package org.polyonym.health;

import java.util.List;

/** The state of bundles and components. Cheap enough to be asked at every request. Thread-safe. */
public interface PlatformHealth {
    /**
     * Every bundle that is not active and every component that is not satisfied; empty when ready. At most a second old;
     * a bundle that changes its state and a service that comes or goes are seen at once.
     */
    List<Finding> findings();

    /** The chain of reasons for one bundle or component, in words. */
    List<String> why(String subject);
}
