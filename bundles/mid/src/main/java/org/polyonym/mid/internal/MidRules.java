package org.polyonym.mid.internal;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.access.Caller;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.rules.RuleBook;

/** The rule tables of this component, read and checked once. Immutable. */
@Component(service = MidRules.class)
public final class MidRules {
    private final ColourTable colours;
    private final ManualTable manual;
    private final ResponsibleAuthority authorities;
    private final LinkVisibility visibility;
    private final Set<SystemId> systems;
    private final Set<HiddenAlert> hiddenAlerts;

    /** An alert category that does not exist for an authority acting for a purpose. */
    private record HiddenAlert(String authority, String purpose, String category) {}

    /**
     * Reads the tables {@code colour}, {@code manual}, {@code authority}, {@code visibility} and, for the systems that take
     * part in detection, {@code triggers}, and for what SIS hides from it, {@code alert-visibility}.
     *
     * @throws IllegalArgumentException when a table has a gap or an overlap; then the component does not start
     */
    @Activate
    public MidRules(@Reference RuleBook book) {
        this.colours = new ColourTable(book.table("colour"));
        this.manual = new ManualTable(book.table("manual"), colours);
        this.authorities = new ResponsibleAuthority(book.table("authority"));
        this.visibility = new LinkVisibility(book.table("visibility"));
        this.systems = book.table("triggers").rows().stream()
                .map(row -> SystemId.of(row.get("system")))
                .collect(Collectors.toUnmodifiableSet());
        this.hiddenAlerts = book.table("alert-visibility").rows().stream()
                .filter(row -> row.get("level").equals("HIDDEN"))
                .flatMap(row -> Arrays.stream(row.get("purpose").split(","))
                        .map(purpose -> new HiddenAlert(row.get("authority"), purpose.strip(), row.get("category"))))
                .collect(Collectors.toUnmodifiableSet());
    }

    ColourTable colours() {
        return colours;
    }

    ManualTable manual() {
        return manual;
    }

    ResponsibleAuthority authorities() {
        return authorities;
    }

    LinkVisibility visibility() {
        return visibility;
    }

    /** Whether the record may be linked; a recorded decision to enter no alert is no alert to the detector either. */
    boolean linkable(OriginRecord record) {
        return !record.ref().system().equals(SystemId.SIS)
                || hiddenAlerts.stream()
                        .noneMatch(row -> row.purpose().equals(Purpose.MULTIPLE_IDENTITY_DETECTION.name())
                                && row.category().equals(record.category()));
    }

    /** Whether SIS hides alerts of that category from the caller. */
    boolean hides(Caller caller, String category) {
        return hiddenAlerts.contains(new HiddenAlert(
                caller.authority().kind().name(), caller.purpose().name(), category));
    }

    /** Systems between which multiple identities are looked for. */
    Set<SystemId> systems() {
        return systems;
    }
}
