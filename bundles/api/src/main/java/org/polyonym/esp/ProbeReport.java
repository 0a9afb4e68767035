package org.polyonym.esp;

import java.util.Optional;
import org.polyonym.model.SystemId;

/**
 * What a probe found.
 *
 * @param passed whether the connector may be asked
 * @param system the system it describes, empty when it did not
 * @param title its own title, empty when it gave none
 * @param reason why it did not pass; empty when it did
 */
public record ProbeReport(boolean passed, Optional<SystemId> system, String title, String reason) {
    /** A probe that was not passed before the connector had described itself. */
    public static ProbeReport failed(String reason) {
        return new ProbeReport(false, Optional.empty(), "", reason);
    }
}
