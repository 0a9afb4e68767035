package org.polyonym.simulation.faults.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;
import org.polyonym.simulation.faults.client.Json;

/**
 * An invented person with one name, one passport and two fingers, the same wherever the person appears.
 *
 * @param key number, also of the prints
 * @param state Member State whose authorities meet the person
 * @param familyName name
 * @param givenNames name
 * @param birthDate YYYY-MM-DD
 * @param passport number
 * @param prints PNG images in Base64, right and left index finger
 * @param another the same fingers captured once more, made when they are asked for
 */
public record Traveller(
        long key,
        String state,
        String familyName,
        String givenNames,
        String birthDate,
        String passport,
        List<String> prints,
        Supplier<List<String>> another) {
    private static final List<String> POSITIONS = List.of("RIGHT_INDEX", "LEFT_INDEX");
    private static final String COUNTRY = "XAA";

    /** What a history and a checker call the person. */
    public String name() {
        return "p" + key;
    }

    /** The same person after the fingers were captured once more. */
    Traveller capturedAgain() {
        return new Traveller(key, state, familyName, givenNames, birthDate, passport, another.get(), another);
    }

    /** Identity data as the interface wants them. */
    ObjectNode identity() {
        ObjectNode identity = Json.object();
        identity.putArray("names")
                .addObject()
                .put("kind", "CURRENT")
                .put("familyName", familyName)
                .put("givenNames", givenNames);
        identity.put("birthDate", birthDate).put("birthPlace", "Town " + key).put("sex", "F");
        identity.putArray("nationalities").add(COUNTRY);
        return identity;
    }

    /** Both fingers, taken live. */
    ArrayNode samples() {
        ArrayNode samples = Json.object().putArray("samples");
        for (int i = 0; i < prints.size(); i++) {
            samples.addObject()
                    .put("modality", "FINGERPRINT")
                    .put("position", POSITIONS.get(i))
                    .put("capture", "LIVE")
                    .put("image", prints.get(i));
        }
        return samples;
    }

    /** The passport. */
    ArrayNode documents() {
        ArrayNode documents = Json.object().putArray("documents");
        documents
                .addObject()
                .put("type", "P")
                .put("number", passport)
                .put("issuingState", COUNTRY)
                .put("expiry", "2031-06-30");
        return documents;
    }

    /** What a record of the person must show again. */
    ObjectNode content() {
        return Json.object()
                .put("familyName", familyName)
                .put("givenNames", givenNames)
                .put("birthDate", birthDate)
                .put("passport", passport)
                .put("samples", prints.size());
    }
}
