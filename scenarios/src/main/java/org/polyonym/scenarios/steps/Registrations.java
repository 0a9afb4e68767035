package org.polyonym.scenarios.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.polyonym.model.Authority;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.CaptureContext;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.IdentityData;
import org.polyonym.model.Modality;
import org.polyonym.model.OriginRef;
import org.polyonym.registry.Submission;
import org.polyonym.simulation.europe.FaceSketch;
import org.polyonym.simulation.europe.PrintSource;
import org.polyonym.simulation.harness.Answer;

/** Entering, changing and erasing records. */
public final class Registrations {
    private static final AtomicInteger IMPRESSIONS = new AtomicInteger();
    private static final int IMPRESSIONS_PER_FINGER = 6;

    private final World world;

    /** Made for each scenario. */
    public Registrations(World world) {
        this.world = world;
    }

    /** With face and four fingers. */
    @Given("{officer} registers {who} in {system} as {code}")
    @When("{officer} has registered {who} in {system} as {code}")
    public void register(Authority authority, String who, String system, String category) {
        accept(who, system, submit(authority, who, system, category, full(who), Map.of()));
    }

    /** With face and four fingers and business attributes. */
    @Given("{officer} registers {who} in {system} as {code} with")
    public void registerWith(Authority authority, String who, String system, String category, DataTable attributes) {
        accept(who, system, submit(authority, who, system, category, full(who), attributes.asMap()));
    }

    /** Without any sample. */
    @Given("{officer} registers {who} in {system} as {code} without biometrics")
    public void registerBare(Authority authority, String who, String system, String category) {
        accept(who, system, submit(authority, who, system, category, List.of(), Map.of()));
    }

    /** Without any sample, with attributes. */
    @Given("{officer} registers {who} in {system} as {code} without biometrics with")
    public void registerBareWith(
            Authority authority, String who, String system, String category, DataTable attributes) {
        accept(who, system, submit(authority, who, system, category, List.of(), attributes.asMap()));
    }

    /** A document only, without any data of a person. */
    @Given("{officer} reports the document of {who} to {system} as {code}")
    public void reportDocument(Authority authority, String who, String system, String category) {
        Submission submission = new Submission(
                category,
                Optional.empty(),
                IdentityData.NONE,
                world.claim(who).documents(),
                List.of(),
                Defaults.attributes(category));
        accept(who, system, world.officer(authority).register(system, submission));
    }

    /** With a face and no finger. */
    @Given("{officer} registers {who} in {system} as {code} with a face only")
    public void registerFace(Authority authority, String who, String system, String category) {
        accept(who, system, submit(authority, who, system, category, List.of(face(who)), Map.of()));
    }

    /** The same, expecting nothing. */
    @When("{officer} tries to register {who} in {system} as {code}")
    public void tryRegister(Authority authority, String who, String system, String category) {
        remember(who, system, submit(authority, who, system, category, full(who), Map.of()));
    }

    /** The same with attributes, expecting nothing. */
    @When("{officer} tries to register {who} in {system} as {code} with")
    public void tryRegisterWith(Authority authority, String who, String system, String category, DataTable attributes) {
        remember(who, system, submit(authority, who, system, category, full(who), attributes.asMap()));
    }

    /** Without samples, expecting nothing. */
    @When("{officer} tries to register {who} in {system} as {code} without biometrics")
    public void tryRegisterBare(Authority authority, String who, String system, String category) {
        remember(who, system, submit(authority, who, system, category, List.of(), Map.of()));
    }

    /** Without samples, with attributes, expecting nothing. */
    @When("{officer} tries to register {who} in {system} as {code} without biometrics with")
    public void tryRegisterBareWith(
            Authority authority, String who, String system, String category, DataTable attributes) {
        remember(who, system, submit(authority, who, system, category, List.of(), attributes.asMap()));
    }

    /** With smeared prints, expecting nothing. */
    @When("{officer} tries to register {who} in {system} as {code} with poor prints")
    public void tryRegisterPoor(Authority authority, String who, String system, String category) {
        List<BiometricSample> samples = new ArrayList<>();
        long body = world.claim(who).prints();
        for (FingerPosition finger : PrintSource.FOUR_FINGERS) {
            samples.add(new BiometricSample(
                    Modality.FINGERPRINT,
                    finger,
                    CaptureContext.LIVE,
                    world.prints().poorPrint(body, finger, 1)));
        }
        samples.add(face(who));
        remember(who, system, submit(authority, who, system, category, samples, Map.of()));
    }

    /** With a palm print besides the fingers. */
    @When("{officer} registers {who} in {system} as {code} with a palm print besides")
    public void registerPalm(Authority authority, String who, String system, String category) {
        List<BiometricSample> samples = new ArrayList<>(full(who));
        BiometricSample finger = samples.getFirst();
        samples.add(
                new BiometricSample(Modality.PALM_PRINT, FingerPosition.UNKNOWN, CaptureContext.LIVE, finger.image()));
        accept(who, system, submit(authority, who, system, category, samples, Map.of()));
    }

    /** Changes the identity of a record to that of another claim of the scenario. */
    @When("{officer} corrects {who}'s {system} record to the identity of {who}")
    public void correct(Authority authority, String who, String system, String other) {
        OriginRef ref = world.record(who, system);
        var record = world.officer(authority)
                .get("/v1/systems/" + system + "/records/" + ref.recordId())
                .expectOk()
                .json();
        Submission changed = new Submission(
                record.path("category").asText(),
                Optional.of(ref.recordId()),
                world.claim(other).identity(),
                world.claim(other).documents(),
                full(who),
                attributes(record.path("attributes")));
        Answer answer =
                world.officer(authority).amend(ref, record.path("version").asLong(), changed);
        world.answered(answer.expectOk());
    }

    /** Erases a record. */
    @When("{officer} erases {who}'s {system} record")
    public void erase(Authority authority, String who, String system) {
        world.answered(world.officer(authority)
                .erase(world.record(who, system), "no longer needed")
                .expectOk());
    }

    /** Tries to erase a record. */
    @When("{officer} tries to erase {who}'s {system} record")
    public void tryErase(Authority authority, String who, String system) {
        world.answered(world.officer(authority).erase(world.record(who, system), "no longer needed"));
    }

    /** With one finger of somebody else among them, as a broken scanner might do. */
    @When("{officer} registers {who} in {system} as {code} with fingers of two people")
    public void registerMixed(Authority authority, String who, String system, String category) {
        long body = world.claim(who).prints();
        List<BiometricSample> samples = new ArrayList<>();
        for (FingerPosition finger : PrintSource.FOUR_FINGERS) {
            boolean own = PrintSource.FOUR_FINGERS.indexOf(finger) == 0;
            samples.add(new BiometricSample(
                    Modality.FINGERPRINT,
                    finger,
                    CaptureContext.LIVE,
                    world.prints().print(own ? body : body + 1, finger, 2)));
        }
        accept(who, system, submit(authority, who, system, category, samples, Map.of()));
    }

    /** State of detection as told to the registering officer. */
    @Then("the detection is {code}")
    public void detectionIs(String state) {
        assertThat(world.answer().json().path("detection").path("state").asText())
                .isEqualTo(state);
    }

    /** The refusal gives quality reasons. */
    @Then("the refusal says why the print is too poor")
    public void qualityReasons() {
        assertThat(world.answer().json().path("detail").asText())
                .containsAnyOf("LOW_COHERENCE", "TOO_FEW_MINUTIAE", "SMALL_AREA", "NOISE_ONLY", "BLANK");
    }

    /** Palm prints are kept, without template. */
    @Then("the palm print is stored without a template")
    public void palmWithoutTemplate() {
        assertThat(samples("PALM_PRINT"))
                .hasSize(1)
                .noneMatch(s -> s.path("template").asBoolean());
    }

    /** Fingers have templates. */
    @Then("the fingerprints are stored with templates")
    public void fingersWithTemplates() {
        assertThat(samples("FINGERPRINT"))
                .hasSize(PrintSource.FOUR_FINGERS.size())
                .allMatch(s -> s.path("template").asBoolean());
    }

    private List<JsonNode> samples(String modality) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode sample : world.answer().json().path("record").path("samples")) {
            if (sample.path("modality").asText().equals(modality)) {
                found.add(sample);
            }
        }
        return found;
    }

    /** One group of the system's own de-duplication. */
    @Then("{who} and {who} are one identity group in {system} for {officer}")
    public void oneGroup(String a, String b, String system, Authority authority) {
        JsonNode group = world.officer(authority)
                .get("/v1/systems/" + system + "/records/"
                        + world.record(b, system).recordId() + "/group")
                .expectOk()
                .json();
        assertThat(group.path("participants"))
                .extracting(JsonNode::asText)
                .contains(
                        world.record(a, system).text(), world.record(b, system).text());
    }

    /** Refusal of entry that names its reason. */
    @When("{officer} tries to refuse entry to {who} because of the link")
    public void refuseBecauseOfLink(Authority authority, String who) {
        refuse(authority, who, world.remembered("link"));
    }

    /** Refusal of entry that cites a record. */
    @When("{officer} tries to refuse entry to {who} because of {who}'s {system} record")
    public void refuseBecauseOfRecord(Authority authority, String who, String other, String system) {
        refuse(authority, who, world.record(other, system).text());
    }

    private void refuse(Authority authority, String who, String reason) {
        Map<String, String> attributes = Map.of("refusalGround", "B", "reasonRecord", reason);
        world.answered(submit(authority, who, "EES", "REFUSAL", full(who), attributes));
    }

    /** The last request was refused with that code of the catalogue. */
    @Then("it is refused with {word}")
    public void refused(String code) {
        assertThat(world.answer().problemCode())
                .as("answer %s", world.answer().text())
                .isEqualTo(code);
        assertThat(world.answer().json().path("remedy").asText()).isNotBlank();
    }

    /** The refusal names the field. */
    @Then("it is refused with {word} at {string}")
    public void refusedAt(String code, String field) {
        refused(code);
        assertThat(world.answer().json().path("field").asText()).isEqualTo(field);
    }

    /** The last request was accepted. */
    @Then("it is accepted")
    public void accepted() {
        world.answer().expectOk();
    }

    /** The record does not exist. */
    @Then("{system} holds no record of {who} for {officer}")
    public void holdsNone(String system, String who, Authority authority) {
        OriginRef ref = world.record(who, system);
        Answer answer = world.officer(authority).get("/v1/systems/" + system + "/records/" + ref.recordId());
        assertThat(answer.status()).isEqualTo(404);
    }

    Answer submit(
            Authority authority,
            String who,
            String system,
            String category,
            List<BiometricSample> samples,
            Map<String, String> attributes) {
        return world.officer(authority).register(system, submission(who, category, samples, attributes));
    }

    Submission submission(String who, String category, List<BiometricSample> samples) {
        return submission(who, category, samples, Map.of());
    }

    private Submission submission(
            String who, String category, List<BiometricSample> samples, Map<String, String> attributes) {
        Claim claim = world.claim(who);
        Map<String, String> all = new HashMap<>(Defaults.attributes(category));
        all.putAll(attributes);
        all.values().removeIf("-"::equals);
        return new Submission(category, Optional.empty(), claim.identity(), claim.documents(), samples, all);
    }

    List<BiometricSample> full(String who) {
        List<BiometricSample> samples = new ArrayList<>(live(who));
        samples.add(face(who));
        return samples;
    }

    List<BiometricSample> live(String who) {
        int impression = 1 + Math.floorMod(IMPRESSIONS.getAndIncrement(), IMPRESSIONS_PER_FINGER);
        return world.prints()
                .capture(world.claim(who).prints(), PrintSource.FOUR_FINGERS, impression, CaptureContext.LIVE);
    }

    private BiometricSample face(String who) {
        return new BiometricSample(
                Modality.FACE,
                FingerPosition.UNKNOWN,
                CaptureContext.LIVE,
                FaceSketch.of(world.claim(who).prints()));
    }

    private void accept(String who, String system, Answer answer) {
        remember(who, system, answer.expectOk());
    }

    private void remember(String who, String system, Answer answer) {
        world.answered(answer);
        if (answer.ok()) {
            world.record(
                    who,
                    system,
                    OriginRef.of(answer.json().path("record").path("ref").asText()));
        }
    }

    private static Map<String, String> attributes(JsonNode node) {
        Map<String, String> attributes = new HashMap<>();
        node.properties().forEach(e -> attributes.put(e.getKey(), e.getValue().asText()));
        return attributes;
    }
}
