package org.polyonym.sis.internal;

import java.util.HashMap;
import java.util.Map;
import org.polyonym.access.Caller;
import org.polyonym.model.OriginRecord;
import org.polyonym.rules.RuleBook;

/** How much of an alert an authority sees; what no row shows is hidden, and hidden looks like nothing (R-SIS-15). */
final class AlertVisibility {
    /** Levels of the table. */
    enum Level {
        /** The whole alert. */
        F,
        /** Hit with the action to take. */
        H,
        /** As if it did not exist. */
        HIDDEN
    }

    private record Key(String authority, String purpose, String category) {}

    private final Map<Key, Level> levels = new HashMap<>();

    AlertVisibility(RuleBook rules) {
        for (Map<String, String> row : rules.table("alert-visibility").rows()) {
            Key key = new Key(row.get("authority"), row.get("purpose"), row.get("category"));
            if (levels.put(key, Level.valueOf(row.get("level"))) != null) {
                throw new IllegalArgumentException("alert-visibility: " + key + " twice");
            }
        }
    }

    Level level(Caller caller, OriginRecord alert) {
        boolean own = caller.authority().state().equals(alert.owner().state());
        if (!Alert.isAlert(alert) && !own) {
            return Level.HIDDEN;
        }
        Key key = new Key(caller.authority().kind().name(), caller.purpose().name(), alert.category());
        return levels.getOrDefault(key, Level.HIDDEN);
    }
}
