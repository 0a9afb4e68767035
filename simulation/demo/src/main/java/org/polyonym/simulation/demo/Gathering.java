package org.polyonym.simulation.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.OriginRef;
import org.polyonym.simulation.europe.Ber14;
import org.polyonym.simulation.europe.PrintSource;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.Json;
import org.polyonym.simulation.harness.Officer;

/** Reads back, at the end of a replay, what is joined and why, by asking each officer of the panel. */
final class Gathering {
    private final Panel panel;
    private final PrintSource prints;
    private final List<OriginRef> records;
    private final Map<String, Panel.Sighting> sightings;

    Gathering(Panel panel, PrintSource prints, List<OriginRef> records) {
        this.panel = panel;
        this.prints = prints;
        this.records = records;
        this.sightings = panel.sightings(records);
    }

    /** Identities in groups of more than one identity, or in linked groups. */
    List<Integer> joined() {
        TreeSet<Integer> joined = new TreeSet<>();
        for (OriginRef ref : records) {
            Set<Integer> members = members(ref);
            if (members.size() > 1) {
                joined.addAll(members);
            }
        }
        sightings.values().forEach(s -> {
            joined.addAll(members(OriginRef.of(s.link().path("a").asText())));
            joined.addAll(members(OriginRef.of(s.link().path("b").asText())));
        });
        return List.copyOf(joined);
    }

    private Set<Integer> members(OriginRef ref) {
        Set<Integer> members = new HashSet<>();
        BerlinCase.identityOf(ref.recordId()).ifPresent(members::add);
        for (String name : panel.names()) {
            Answer answer =
                    panel.officer(name).get("/v1/systems/" + ref.system() + "/records/" + ref.recordId() + "/group");
            if (answer.ok()) {
                answer.json()
                        .path("participants")
                        .forEach(p -> BerlinCase.identityOf(
                                        OriginRef.of(p.asText()).recordId())
                                .ifPresent(members::add));
            }
        }
        return members;
    }

    /** Each link with the fullest explanation that any officer may read, and its fingers. */
    List<ModeResult.Evidence> evidence() {
        List<ModeResult.Evidence> list = new ArrayList<>();
        sightings.forEach((id, sighting) -> {
            JsonNode detail = Json.object();
            for (String name : sighting.seenBy()) {
                Answer answer = panel.officer(name).get("/v1/links/" + id);
                if (answer.ok() && answer.text().length() > detail.toString().length()) {
                    detail = answer.json();
                }
            }
            list.add(new ModeResult.Evidence(sighting.shortly(), detail, fingers(detail)));
        });
        return list;
    }

    private List<ModeResult.Finger> fingers(JsonNode detail) {
        for (JsonNode pair : detail.path("evidence")) {
            String a = pair.path("a").asText();
            String b = pair.path("b").asText();
            for (String name : panel.names()) {
                Answer answer = panel.officer(name)
                        .post("/v1/comparisons", Json.object().put("a", a).put("b", b));
                if (answer.ok()) {
                    return drawn(panel.officer(name), a, b, answer.json());
                }
            }
        }
        return List.of();
    }

    private List<ModeResult.Finger> drawn(Officer officer, String a, String b, JsonNode comparison) {
        List<ModeResult.Finger> fingers = new ArrayList<>();
        for (JsonNode finger : comparison.path("fingers")) {
            Answer probe = officer.get(image(a, finger.path("probeSampleId").asText()));
            Answer candidate =
                    officer.get(image(b, finger.path("candidateSampleId").asText()));
            if (probe.ok() && candidate.ok()) {
                List<double[]> matched = new ArrayList<>();
                finger.path("matched")
                        .forEach(m -> matched.add(new double[] {
                            m.path("probeX").asDouble(),
                            m.path("probeY").asDouble(),
                            m.path("candidateX").asDouble(),
                            m.path("candidateY").asDouble()
                        }));
                FingerPosition position =
                        FingerPosition.valueOf(finger.path("position").asText());
                fingers.add(new ModeResult.Finger(
                        position.name(),
                        finger.path("score").asDouble(),
                        Base64.getEncoder().encodeToString(probe.bytes()),
                        Base64.getEncoder().encodeToString(candidate.bytes()),
                        matched,
                        prints.isReal(Ber14.ATTACKER, position)));
            }
        }
        return fingers;
    }

    private static String image(String record, String sampleId) {
        OriginRef ref = OriginRef.of(record);
        return "/v1/systems/" + ref.system() + "/records/" + ref.recordId() + "/samples/" + sampleId;
    }

    /** Officers who asked after every record of the case and were shown no link. */
    List<String> shownNothing() {
        Set<String> blind = new LinkedHashSet<>(panel.names());
        sightings.values().forEach(s -> blind.removeAll(s.seenBy()));
        return List.copyOf(blind);
    }
}
