package org.polyonym.simulation.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.polyonym.model.Authority;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.CaptureContext;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.IdentityData;
import org.polyonym.model.Modality;
import org.polyonym.model.OriginRef;
import org.polyonym.model.PersonName;
import org.polyonym.model.Purpose;
import org.polyonym.model.TravelDocument;
import org.polyonym.registry.Submission;
import org.polyonym.simulation.europe.Ber14;
import org.polyonym.simulation.europe.FaceSketch;
import org.polyonym.simulation.europe.PrintSource;
import org.polyonym.simulation.harness.Answer;
import org.polyonym.simulation.harness.Json;
import org.polyonym.simulation.harness.Officer;
import org.polyonym.simulation.harness.Platform;

/** Runs the script on one platform and writes down what the platform answers; it draws no conclusion of its own. */
final class Replay {
    private static final double MILLIS = 1e6;

    private final Platform platform;
    private final PrintSource prints;
    private final Panel panel;
    private final Latencies latencies;
    private final Registrar registrar;
    private final Consumer<ModeResult.Step> progress;
    private final List<ModeResult.Step> steps = new ArrayList<>();
    private final Map<String, OriginRef> records = new LinkedHashMap<>();
    private final TreeSet<Integer> found = new TreeSet<>();
    private Map<String, Panel.Sighting> known = Map.of();
    private Optional<Integer> firstExposed = Optional.empty();
    private Optional<Instant> yellowAt = Optional.empty();
    private Optional<Instant> registeredAt = Optional.empty();
    private Optional<Instant> decidedAt = Optional.empty();
    private Instant now = Instant.EPOCH;
    private int impression = 1;

    Replay(
            Platform platform,
            PrintSource prints,
            Latencies latencies,
            Registrar registrar,
            Consumer<ModeResult.Step> progress) {
        this.platform = platform;
        this.prints = prints;
        this.panel = new Panel(platform);
        this.latencies = latencies;
        this.registrar = registrar;
        this.progress = progress;
    }

    ModeResult run() {
        panel.newMessages();
        for (Event event : Script.events()) {
            now = event.n() == 6 && decidedAt.isEmpty() && yellowAt.isPresent()
                    ? yellowAt.get().plus(Duration.ofHours(Script.DECISION_HOURS))
                    : event.at();
            platform.setClock(now);
            step(event, event.action().run(this));
        }
        Gathering gathering = new Gathering(panel, prints, List.copyOf(records.values()));
        return new ModeResult(
                steps,
                Ber14.all().size(),
                Ber14.all().stream()
                        .filter(Ber14.Alias::linkable)
                        .map(Ber14.Alias::n)
                        .toList(),
                gathering.joined(),
                List.copyOf(found),
                firstExposed,
                hoursBetween(registeredAt, yellowAt),
                hoursBetween(yellowAt, decidedAt),
                latencies.summary(),
                gathering.evidence(),
                gathering.shownNothing());
    }

    private void step(Event event, String outcome) {
        Map<String, Panel.Sighting> before = known;
        known = panel.sightings(List.copyOf(records.values()));
        List<ModeResult.Link> changed = new ArrayList<>();
        TreeSet<String> seenBy = new TreeSet<>();
        known.forEach((id, sighting) -> {
            Panel.Sighting earlier = before.get(id);
            if (earlier == null || !earlier.state().equals(sighting.state())) {
                changed.add(sighting.shortly());
                seenBy.addAll(sighting.seenBy());
                noteColour(event, sighting);
            }
        });
        IdentityData identity = Ber14.alias(event.n()).identity();
        PersonName name = identity.names().getFirst();
        ModeResult.Step step = new ModeResult.Step(
                event.n(),
                now.toString(),
                event.system(),
                name.givenNames() + " " + name.familyName(),
                outcome,
                changed,
                panel.newMessages(),
                List.copyOf(seenBy));
        steps.add(step);
        progress.accept(step);
    }

    private void noteColour(Event event, Panel.Sighting sighting) {
        String colour = sighting.link().path("colour").asText();
        Instant at = sighting.updatedAt().orElse(now);
        if (!colour.equals("WHITE")) {
            exposed(event.n());
        }
        if (colour.equals("YELLOW") && yellowAt.isEmpty()) {
            yellowAt = Optional.of(at);
        }
        if (colour.equals("RED") && decidedAt.isEmpty()) {
            decidedAt = Optional.of(at);
        }
    }

    private void exposed(int n) {
        if (firstExposed.isEmpty()) {
            firstExposed = Optional.of(n);
        }
    }

    String registerEurodac(int n, String state, String category, String recordId) {
        Answer answer = register("EURODAC", "ASYLUM@" + state, n, category, recordId, capture(n), Map.of());
        if (n == 6) {
            registeredAt = Optional.of(now);
        }
        return answer.ok() ? "registered; " + linksInWords(answer) + groupInWords(recordId) : refusal(answer);
    }

    String enterRefusalAlert(int n, String recordId) {
        Answer answer = register(
                "SIS",
                "SIRENE@MS-1",
                n,
                "REFUSAL_OF_ENTRY",
                recordId,
                capture(n),
                Map.of(
                        "reason",
                        "threat to public order",
                        "action",
                        "REFUSE_ENTRY",
                        "proportionality",
                        "ADEQUATE",
                        "decisionReference",
                        "MS1-2015-0623",
                        "ground",
                        "THREAT"));
        register(
                "SIS",
                "SIRENE@MS-1",
                12,
                "OBJECT_DOCUMENT",
                Script.STOLEN_CARD,
                List.of(),
                Map.of("reason", "stolen", "action", "SEIZE", "proportionality", "ADEQUATE", "objectStatus", "STOLEN"));
        register("INTERPOL", "POLICE@MS-2", 12, "STOLEN_LOST", Script.SLTD, List.of(), Map.of("status", "STOLEN"));
        platform.officer(Authority.of("OPERATIONS@EU"), "operator", Purpose.OPERATIONS, "BER-14")
                .put(
                        "/v1/interpol/release",
                        Json.object()
                                .put("reference", "demo release 1")
                                .put("grantedBy", "competent authority of the demonstration")
                                .put("validUntil", "2030-12-31"));
        return answer.ok() ? "alert entered; " + linksInWords(answer) : refusal(answer);
    }

    String registerPoorThenRecapture(int n, String recordId) {
        List<BiometricSample> poor = new ArrayList<>();
        for (FingerPosition finger : PrintSource.FOUR_FINGERS) {
            poor.add(new BiometricSample(
                    Modality.FINGERPRINT, finger, CaptureContext.LIVE, prints.poorPrint(Ber14.ATTACKER, finger, 1)));
        }
        poor.add(face());
        Answer first = register("EURODAC", "ASYLUM@MS-2", n, "APPLICANT", recordId, poor, Map.of());
        if (first.ok()) {
            return "poor prints accepted; " + linksInWords(first);
        }
        return "poor prints refused (" + first.problemCode() + "), captured again: "
                + registerEurodac(n, "MS-2", "APPLICANT", recordId);
    }

    String policeCheck(int n, String ground) {
        return identityCheck(n, ground) + "; SIS and Europol " + portal(n, "POLICE@MS-2", true, false, false);
    }

    String coachCheck(int n) {
        return identityCheck(n, "DOCUMENT_DOUBTED") + "; SIS, SLTD and Europol "
                + portal(n, "POLICE@MS-2", true, true, true);
    }

    private String identityCheck(int n, String ground) {
        ObjectNode body = Json.object().put("ground", ground).put("personPresent", true);
        body.put("birthDate", Ber14.alias(n).identity().birthDate().text());
        body.set("samples", Json.MAPPER.valueToTree(fingers()));
        Answer answer = panel.officer("POLICE_PATROL@MS-2").post("/v1/identity-checks", body);
        if (!answer.ok()) {
            return "identity check by prints not possible under these rules (" + answer.problemCode() + ")";
        }
        if (!answer.json().path("identified").asBoolean()) {
            return "identity check found nobody";
        }
        found.add(n);
        TreeSet<String> names = new TreeSet<>();
        answer.json()
                .path("persons")
                .forEach(p -> p.path("identity")
                        .path("names")
                        .forEach(name -> names.add(name.path("givenNames").asText() + " "
                                + name.path("familyName").asText())));
        PersonName claimed = Ber14.alias(n).identity().names().getFirst();
        if (!names.contains(claimed.givenNames() + " " + claimed.familyName())) {
            exposed(n);
        }
        boolean red = answer.json().path("links").toString().contains("RED");
        return "identity check by live prints: known as " + String.join(", ", names) + (red ? ", RED link" : "");
    }

    String loadEuropolAndSearch(int n, String category, String recordId, Map<String, String> attributes) {
        Answer loaded = register("EUROPOL", "EUROPOL@EU", n, category, recordId, List.of(), attributes);
        String entry = loaded.ok() ? "loaded" : "not loaded: " + refusal(loaded);
        return entry + "; police search " + portal(n, "POLICE@MS-2", true, false, false);
    }

    private String portal(int n, String officer, boolean name, boolean document, boolean fingerprints) {
        Ber14.Alias alias = Ber14.alias(n);
        ObjectNode query = Json.object().put("mode", "ONE_EDIT");
        if (name) {
            query.set("identity", Json.MAPPER.valueToTree(alias.identity()));
        }
        query.set("documents", Json.MAPPER.valueToTree(document ? alias.documents() : List.of()));
        query.set("samples", Json.MAPPER.valueToTree(fingerprints ? fingers() : List.of()));
        Answer answer = panel.officer(officer).post("/v1/searches", query);
        if (!answer.ok()) {
            return "not possible: " + refusal(answer);
        }
        List<String> hits = new ArrayList<>();
        for (JsonNode line : answer.lines()) {
            for (JsonNode item : line.path("source").path("items")) {
                hits.add(hit(n, line.path("source").path("system").asText(), item));
            }
        }
        return hits.isEmpty() ? "found nothing" : "found " + String.join("; ", hits);
    }

    private String hit(int n, String system, JsonNode item) {
        boolean his = records.containsKey(item.path("origin").asText());
        if (his) {
            found.add(n);
        }
        StringBuilder words = new StringBuilder(system + " hit" + (his ? "" : " on somebody else"));
        // A source that only says that there is a hit does not say by what.
        if (!item.path("matchedBy").isEmpty()) {
            words.append(" by ").append(item.path("matchedBy").toString().replaceAll("[\\[\\]\"]", ""));
        }
        item.path("facts").forEach(fact -> words.append(", ").append(words(fact)));
        return words.toString();
    }

    private static String words(JsonNode fact) {
        String name = fact.path("name").asText();
        String value = fact.path("value").asText();
        return name.equals("hit") ? value.replaceFirst("^hit, ", "") : name + " " + value;
    }

    String decide(String finding) {
        Optional<Panel.Sighting> yellow = known.values().stream()
                .filter(s -> s.link().path("colour").asText().equals("YELLOW"))
                .findFirst();
        if (yellow.isEmpty()) {
            return "nothing to decide: no yellow link";
        }
        String id = yellow.get().link().path("linkId").asText();
        String responsible = yellow.get().link().path("responsible").asText();
        Officer officer = panel.officer(responsible);
        Answer answer = officer.post(
                "/v1/links/" + id + "/decision",
                Json.object()
                        .put("finding", finding)
                        .put("reason", "same prints under two names; no lawful explanation given")
                        .put("evidenceReference", "MS2-ASYL-2015-0804")
                        .put("personPresent", true)
                        .put("explanationHeard", true));
        return answer.ok() ? responsible + " decided " + finding : refusal(answer);
    }

    private Answer register(
            String system,
            String officer,
            int n,
            String category,
            String recordId,
            List<BiometricSample> samples,
            Map<String, String> attributes) {
        IdentityData identity = category.startsWith("OBJECT") || category.equals("STOLEN_LOST")
                ? IdentityData.NONE
                : Ber14.alias(n).identity();
        List<TravelDocument> documents = Ber14.alias(n).documents();
        Submission submission =
                new Submission(category, Optional.of(recordId), identity, documents, samples, attributes);
        Officer who = Optional.ofNullable(panel.officer(officer)).orElseThrow();
        long began = System.nanoTime();
        Answer answer = registrar.register(who, system, submission);
        if (answer.ok()) {
            records.put(system + "/" + recordId, OriginRef.of(system + "/" + recordId));
            if (!answer.json().path("detection").path("links").isEmpty()) {
                latencies.add((System.nanoTime() - began) / MILLIS);
            }
        }
        return answer;
    }

    private List<BiometricSample> capture(int n) {
        List<BiometricSample> samples = new ArrayList<>(fingers());
        samples.add(face());
        return samples;
    }

    private List<BiometricSample> fingers() {
        return prints.capture(Ber14.ATTACKER, PrintSource.FOUR_FINGERS, impression++, CaptureContext.LIVE);
    }

    private static BiometricSample face() {
        return new BiometricSample(
                Modality.FACE, FingerPosition.UNKNOWN, CaptureContext.LIVE, FaceSketch.of(Ber14.ATTACKER));
    }

    private static String linksInWords(Answer answer) {
        List<String> words = new ArrayList<>();
        answer.json()
                .path("detection")
                .path("links")
                .forEach(l -> words.add(l.path("colour").asText() + " link "
                        + l.path("a").asText().split("/")[0] + " x "
                        + l.path("b").asText().split("/")[0]));
        return words.isEmpty() ? "no link shown to the registering officer" : String.join(", ", words);
    }

    private String groupInWords(String recordId) {
        Answer answer = panel.officer("ASYLUM@MS-2").get("/v1/systems/EURODAC/records/" + recordId + "/group");
        if (!answer.ok() || answer.json().path("participants").size() < 2) {
            return "";
        }
        return "; Eurodac hit: one identity group with "
                + (answer.json().path("participants").size() - 1) + " earlier record(s)";
    }

    private static String refusal(Answer answer) {
        return "refused with " + answer.problemCode() + ": "
                + answer.json().path("title").asText();
    }

    private static Optional<Double> hoursBetween(Optional<Instant> from, Optional<Instant> to) {
        return from.flatMap(f -> to.map(t -> Duration.between(f, t).toMillis() / 3_600_000.0));
    }
}
