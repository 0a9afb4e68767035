package org.polyonym.biometrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The template of one finger: its minutiae in SourceAFIS's native CBOR form (315 to 642 bytes measured). Immutable and
 * thread-safe. Templates can be inverted into a likeness of the finger and are personal data: never log them.
 */
public final class Template {
    /** Most bytes of a stored template that are read. */
    public static final int MAX_BYTES = 16 * 1024;

    private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());

    private final byte[] bytes;
    private final List<Minutia> minutiae;
    private final String extractorVersion;

    private Template(byte[] bytes, List<Minutia> minutiae, String extractorVersion) {
        this.bytes = bytes;
        this.minutiae = List.copyOf(minutiae);
        this.extractorVersion = extractorVersion;
    }

    /**
     * Reads a template back from storage.
     *
     * @param bytes what {@link #bytes()} gave
     * @return the template
     * @throws TemplateRefusedException if the bytes are no template
     */
    public static Template of(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new TemplateRefusedException("template of " + bytes.length + " bytes", null);
        }
        try {
            JsonNode root = CBOR.readTree(bytes);
            return new Template(
                    bytes.clone(),
                    minutiaeOf(root),
                    "sourceafis-" + required(root, "version").asText());
        } catch (IOException e) {
            throw new TemplateRefusedException("template is not CBOR", e);
        }
    }

    private static List<Minutia> minutiaeOf(JsonNode root) {
        JsonNode xs = required(root, "positionsX");
        JsonNode ys = required(root, "positionsY");
        JsonNode directions = required(root, "directions");
        String types = required(root, "types").asText();
        if (ys.size() != xs.size() || directions.size() != xs.size() || types.length() != xs.size()) {
            throw new TemplateRefusedException("template lists differ in length", null);
        }
        List<Minutia> minutiae = new ArrayList<>(xs.size());
        for (int i = 0; i < xs.size(); i++) {
            Minutia.Type type = types.charAt(i) == 'B' ? Minutia.Type.BIFURCATION : Minutia.Type.ENDING;
            minutiae.add(new Minutia(
                    xs.get(i).asInt(), ys.get(i).asInt(), directions.get(i).asDouble(), type));
        }
        return minutiae;
    }

    private static JsonNode required(JsonNode root, String field) {
        if (root == null || !root.hasNonNull(field)) {
            throw new TemplateRefusedException("template lacks " + field, null);
        }
        return root.get(field);
    }

    /**
     * Returns the stored form.
     *
     * @return a copy of the CBOR bytes
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Returns the minutiae.
     *
     * @return minutiae in the order that {@link Explainer} refers to
     */
    public List<Minutia> minutiae() {
        return minutiae;
    }

    /**
     * Returns who made it.
     *
     * @return extractor name and version, such as {@code sourceafis-3.18.1-java}
     */
    public String extractorVersion() {
        return extractorVersion;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Names no minutia: templates are personal data. */
    @Override
    public String toString() {
        return "Template[" + minutiae.size() + " minutiae, " + extractorVersion + "]";
    }
}
