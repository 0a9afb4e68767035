package org.polyonym.esp.internal;

import java.util.List;
import org.polyonym.connector.Item;
import org.polyonym.esp.SourceStatus;
import org.polyonym.model.SystemId;

/**
 * One source's answer, not yet cut to the profile.
 *
 * @param system the source
 * @param status ANSWERED, EMPTY_OR_NOT_PERMITTED or UNAVAILABLE
 * @param items found items, checked for form and cut to what the source says it answers with
 * @param reason why it is unavailable, for the log only; empty otherwise
 */
record SourceAnswer(SystemId system, SourceStatus status, List<Item> items, String reason) {
    SourceAnswer {
        items = List.copyOf(items);
    }

    static SourceAnswer of(SystemId system, List<Item> items) {
        SourceStatus status = items.isEmpty() ? SourceStatus.EMPTY_OR_NOT_PERMITTED : SourceStatus.ANSWERED;
        return new SourceAnswer(system, status, items, "");
    }

    static SourceAnswer unavailable(SystemId system, String reason) {
        return new SourceAnswer(system, SourceStatus.UNAVAILABLE, List.of(), reason);
    }
}
