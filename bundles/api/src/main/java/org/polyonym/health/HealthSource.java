package org.polyonym.health;

import java.util.List;

/**
 * A component that knows of something the framework cannot see, e.g. a database that does not answer. Registered as a
 * service; asked whenever readiness is. Thread-safe, answers at once, and does not throw.
 */
public interface HealthSource {
    /** What is not as it should be; empty when all is well. No personal data. */
    List<Finding> findings();
}
