package org.polyonym.mid.internal;

import java.util.Set;
import org.polyonym.model.SystemId;

/** The systems whose identity data the common identity repository holds (IO 17(1)). */
final class CirSystems {
    /** EES, VIS, ETIAS, Eurodac, ECRIS-TCN. */
    static final Set<SystemId> ALL =
            Set.of(SystemId.EES, SystemId.VIS, SystemId.ETIAS, SystemId.EURODAC, SystemId.ECRIS_TCN);

    private CirSystems() {}
}
