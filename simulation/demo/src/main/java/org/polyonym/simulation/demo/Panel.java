package org.polyonym.simulation.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polyonym.model.Authority;
import org.polyonym.model.OriginRef;
import org.polyonym.model.Purpose;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.Officer;
import org.polyonym.simulation.harness.Platform;

/** The officers who are asked in turn, because no account sees everything. */
final class Panel {
    private static final Map<String, Purpose> MEMBERS = members();

    private final Map<String, Officer> officers = new LinkedHashMap<>();
    private final Map<String, Integer> read = new HashMap<>();

    Panel(Platform platform) {
        MEMBERS.forEach((name, purpose) -> {
            Authority authority = Authority.of(name);
            officers.put(
                    name, platform.officer(authority, "officer-" + name.toLowerCase(Locale.ROOT), purpose, "BER-14"));
        });
    }

    private static Map<String, Purpose> members() {
        Map<String, Purpose> members = new LinkedHashMap<>();
        members.put("ASYLUM@MS-1", Purpose.ASYLUM);
        members.put("ASYLUM@MS-2", Purpose.ASYLUM);
        members.put("SIRENE@MS-1", Purpose.SIRENE);
        members.put("SIRENE@MS-2", Purpose.SIRENE);
        members.put("POLICE_PATROL@MS-2", Purpose.ID_CHECK_ART20);
        members.put("POLICE@MS-2", Purpose.POLICE_CHECK);
        members.put("BORDER_FIRST_LINE@MS-3", Purpose.BORDER_ENTRY);
        members.put("BORDER_SECOND_LINE@MS-3", Purpose.BORDER_SECOND_LINE);
        members.put("VISA@MS-1", Purpose.VISA_EXAMINATION);
        members.put("IMMIGRATION@MS-2", Purpose.STAY_CHECK);
        members.put("EUROPOL@EU", Purpose.EUROPOL_ANALYSIS);
        return members;
    }

    Officer officer(String name) {
        return officers.get(name);
    }

    Set<String> names() {
        return officers.keySet();
    }

    /** Links of the records by link id, with the officers who see each. */
    Map<String, Sighting> sightings(List<OriginRef> records) {
        Map<String, Sighting> found = new LinkedHashMap<>();
        officers.forEach((name, officer) -> {
            for (OriginRef ref : records) {
                Answer answer = officer.get("/v1/links?system=" + ref.system() + "&recordId=" + ref.recordId());
                if (answer.ok()) {
                    for (JsonNode link : answer.json().path("links")) {
                        found.merge(link.path("linkId").asText(), new Sighting(link, Set.of(name)), Sighting::and);
                    }
                }
            }
        });
        return found;
    }

    /**
     * A link as the panel sees it.
     *
     * @param link the fullest view: only the authority named in the file is shown reason and time
     * @param seenBy officers to whom it is shown
     */
    record Sighting(JsonNode link, Set<String> seenBy) {
        Sighting and(Sighting other) {
            Set<String> all = new LinkedHashSet<>(seenBy);
            all.addAll(other.seenBy);
            return new Sighting(link.path("updatedAt").isNull() ? other.link : link, all);
        }

        /** Legal time of the last change, when anyone of the panel may know it. */
        Optional<Instant> updatedAt() {
            JsonNode at = link.path("updatedAt");
            return at.isTextual() ? Optional.of(Instant.parse(at.asText())) : Optional.empty();
        }

        String state() {
            return link.path("colour").asText() + link.path("reason").asText();
        }

        ModeResult.Link shortly() {
            return new ModeResult.Link(
                    link.path("a").asText(),
                    link.path("b").asText(),
                    link.path("colour").asText(),
                    link.path("reason").asText(),
                    link.path("discrepancy").asBoolean());
        }
    }

    /** Messages that have come since the last call, as {@code AUTHORITY: TYPE}. */
    List<String> newMessages() {
        List<String> messages = new ArrayList<>();
        officers.forEach((name, officer) -> {
            Answer answer = officer.get("/v1/notifications");
            if (answer.ok()) {
                JsonNode inbox = answer.json().path("notifications");
                for (int i = read.getOrDefault(name, 0); i < inbox.size(); i++) {
                    messages.add(name + ": " + inbox.get(i).path("type").asText());
                }
                read.put(name, inbox.size());
            }
        });
        return messages;
    }
}
