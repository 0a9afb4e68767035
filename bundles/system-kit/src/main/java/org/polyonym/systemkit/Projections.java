package org.polyonym.systemkit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.RecordProjection;

/**
 * The projections present, and how many the mode requires. A projection that goes between two requests must not let a
 * record through without it, so the number is checked again inside each transaction. Thread-safe.
 */
public final class Projections {
    /** Configuration key of Declarative Services for the reference named {@code projection}. */
    public static final String MINIMUM = "projection.cardinality.minimum";

    private final List<RecordProjection> present = new CopyOnWriteArrayList<>();
    private final int required;

    Projections(Map<String, ?> config) {
        Object minimum = config.get(MINIMUM);
        this.required = minimum == null ? 0 : Integer.parseInt(minimum.toString());
    }

    /** A projection has come. */
    public void add(RecordProjection projection) {
        present.add(projection);
    }

    /** A projection has gone. */
    public void remove(RecordProjection projection) {
        present.remove(projection);
    }

    List<RecordProjection> require() {
        List<RecordProjection> now = List.copyOf(present);
        if (now.size() < required) {
            throw ProblemException.of(
                    ProblemType.COMPONENT_UNAVAILABLE, "a component that must take part in every entry is missing");
        }
        return now;
    }
}
