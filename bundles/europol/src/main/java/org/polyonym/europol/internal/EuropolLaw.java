package org.polyonym.europol.internal;

import java.util.List;
import java.util.Optional;
import org.polyonym.access.Caller;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.SystemId;
import org.polyonym.registry.Submission;
import org.polyonym.systemkit.SystemLaw;

/** Europol's records as they are entered by loaders and read one by one. */
final class EuropolLaw implements SystemLaw {
    @Override
    public SystemId system() {
        return SystemId.EUROPOL;
    }

    @Override
    public List<String> checkEntry(Caller caller, Optional<OriginRecord> before, Submission submission) {
        boolean unexplained = "H3".equals(submission.attributes().get("handlingCode"))
                && !submission.attributes().containsKey("handlingText");
        return unexplained ? List.of("HANDLING_TEXT_MISSING") : List.of();
    }

    /** Reading a record gives its data, so whoever may only know of the hit reads nothing. */
    @Override
    public boolean visible(Caller caller, OriginRecord record) {
        return Handling.atBasicLevel(record) && Handling.givesData(caller, record);
    }
}
