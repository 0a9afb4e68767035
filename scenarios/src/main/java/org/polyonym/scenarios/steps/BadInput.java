package org.polyonym.scenarios.steps;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.model.Authority;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.CaptureContext;
import org.polyonym.model.FingerPosition;
import org.polyonym.model.Image;
import org.polyonym.model.Modality;
import org.polyonym.model.Purpose;
import org.polyonym.registry.Submission;
import org.polyonym.simulation.fingerprints.FingerprintGenerator;
import org.polyonym.simulation.harness.Json;
import org.polyonym.simulation.harness.Officer;

/** Faulty images, bodies and tokens, one fault each. */
public final class BadInput {
    private static final int TOO_MANY_BYTES = 13_000_000;
    private static final int TOO_DEEP = 60;
    private static final int IHDR_WIDTH = 16;
    private static final int IHDR_HEIGHT = 20;

    private final World world;
    private final Registrations registrations;
    private final Biometrics biometrics;

    /** Made for each scenario. */
    public BadInput(World world, Registrations registrations, Biometrics biometrics) {
        this.world = world;
        this.registrations = registrations;
        this.biometrics = biometrics;
    }

    /** One print with one fault, the others good. */
    @When("{officer} registers {who} in {system} as {code} with a print that is {}")
    public void badPrint(Authority authority, String who, String system, String category, String fault) {
        List<BiometricSample> samples = registrations.full(who);
        BiometricSample good = samples.getFirst();
        samples.set(
                0,
                new BiometricSample(
                        Modality.FINGERPRINT,
                        FingerPosition.RIGHT_INDEX,
                        CaptureContext.LIVE,
                        Image.ofBytes(faulty(good.image().bytes(), fault))));
        world.answered(registrations.submit(authority, who, system, category, samples, Map.of()));
    }

    private static byte[] faulty(byte[] good, String fault) {
        FingerprintGenerator generator = FingerprintGenerator.of(1);
        return switch (fault) {
            case "not an image" -> "this is a text, not a print".getBytes(StandardCharsets.UTF_8);
            case "truncated" -> Arrays.copyOf(good, good.length / 2);
            case "20000 x 20000" -> sized(good, 20_000);
            case "blank" -> generator.blank().png();
            case "noise only" -> generator.noise().png();
            default -> throw new IllegalArgumentException("unknown fault " + fault);
        };
    }

    /** Writes another size into the header; its checksum is corrected, so that only the size is wrong. */
    private static byte[] sized(byte[] png, int size) {
        byte[] lying = png.clone();
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(lying);
        buffer.putInt(IHDR_WIDTH, size).putInt(IHDR_HEIGHT, size);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(lying, 12, 17);
        buffer.putInt(29, (int) crc.getValue());
        return lying;
    }

    /** A body with one fault. */
    @When("{officer} sends {system} a body with {}")
    public void badBody(Authority authority, String system, String fault) {
        world.answered(
                world.officer(authority).send("POST", "/v1/systems/" + system + "/records", body(fault), Map.of()));
    }

    private String body(String fault) {
        Claim claim = world.claim("Karim");
        Submission good = new Submission(
                "APPLICANT",
                Optional.empty(),
                claim.identity(),
                claim.documents(),
                registrations.full("Karim"),
                Map.of());
        ObjectNode body = (ObjectNode) Json.MAPPER.valueToTree(good);
        ObjectNode identity = (ObjectNode) body.path("identity");
        switch (fault) {
            case "too many bytes" -> body.put("category", "A".repeat(TOO_MANY_BYTES));
            case "too deep nesting" -> {
                return "{\"identity\":" + "[".repeat(TOO_DEEP) + "]".repeat(TOO_DEEP) + "}";
            }
            case "an unknown field" -> body.put("nickname", "K");
            case "an impossible date" -> identity.put("birthDate", "1992-02-30");
            case "an unknown country" -> identity.set("nationalities", Json.MAPPER.valueToTree(List.of("QQQ")));
            case "a missing mandatory field" -> identity.set("names", Json.MAPPER.valueToTree(List.of()));
            default -> throw new IllegalArgumentException("unknown fault " + fault);
        }
        return body.toString();
    }

    /** A search with a token that is not good for it. */
    @When("somebody searches with a token that is {}")
    public void badToken(String fault) {
        ObjectNode query = Json.object().put("mode", "EXACT");
        query.set("identity", Json.MAPPER.valueToTree(world.claim("Karim").identity()));
        Authority guard = Authority.of("BORDER_FIRST_LINE@MS-1");
        Duration hour = Duration.ofHours(1);
        List<Purpose> entry = List.of(Purpose.BORDER_ENTRY);
        switch (fault) {
            case "missing", "not a token" -> {
                Map<String, String> headers = new HashMap<>(Map.of(
                        "Polyonym-Purpose",
                        "BORDER_ENTRY",
                        "Polyonym-Case",
                        "c-1",
                        "Content-Type",
                        "application/json"));
                if (fault.equals("not a token")) {
                    headers.put("Authorization", "Bearer x.y.z");
                }
                world.answered(world.platform().post("/v1/searches", query.toString(), headers));
            }
            case "expired" ->
                search(world.platform().officer(guard, "u", entry, Purpose.BORDER_ENTRY, hour.negated()), query);
            case "for another purpose" ->
                search(world.platform().officer(guard, "u", entry, Purpose.POLICE_CHECK, hour), query);
            case "for another authority" ->
                search(
                        world.platform()
                                .officer(guard, "u", List.of(Purpose.VISA_EXAMINATION), Purpose.VISA_EXAMINATION, hour),
                        query);
            default -> throw new IllegalArgumentException("unknown fault " + fault);
        }
    }

    private void search(Officer officer, ObjectNode query) {
        world.answered(officer.post("/v1/searches", query));
    }

    /** Nothing half-written: no record can be found and no template is known. */
    @Then("the platform knows no record of EURODAC and no template")
    public void nothingStored() {
        biometrics.noTemplate();
        ObjectNode query = Json.object().put("mode", "ONE_EDIT");
        query.set("identity", Json.MAPPER.valueToTree(world.claim("Karim").identity()));
        String answer = world.officer(Authority.of("ASYLUM@MS-2"))
                .post("/v1/searches", query)
                .expectOk()
                .text();
        assertThat(answer).contains("EURODAC").doesNotContain("\"origin\"");
    }
}
