package org.polyonym.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.deser.KeyDeserializers;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.polyonym.model.TextValue;
import org.polyonym.problem.ProblemException;

/**
 * Makes the mapper: records by component name, {@link TextValue} types as strings, dates as ISO text, unknown fields
 * refused, input bounded in depth, string length and number length. The mapper is thread-safe.
 */
public final class JsonMapping {
    /** Deepest nesting accepted. */
    public static final int MAX_DEPTH = 16;
    /** Longest string accepted, in characters: a base64 image of 6 MB. */
    public static final int MAX_STRING = 8_000_000;
    /** Longest number accepted, in digits. */
    public static final int MAX_NUMBER = 40;

    private static final int TYPES_AT_FIRST = 16;
    private static final int TYPES_KEPT = 200;

    private JsonMapping() {}

    /** A new mapper. */
    public static ObjectMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_STRING)
                        .maxNumberLength(MAX_NUMBER)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        // Of its own: the one of the whole JVM would keep classes of bundles that have gone.
        LookupCache<Object, JavaType> types = new LRUMap<>(TYPES_AT_FIRST, TYPES_KEPT);
        return JsonMapper.builder(factory)
                .typeFactory(TypeFactory.defaultInstance().withCache(types))
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .addModule(textValues())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .build();
    }

    private static SimpleModule textValues() {
        SimpleModule module = new SimpleModule("text-values") {
            private static final long serialVersionUID = 1L;

            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.addDeserializers(new TextDeserializers());
                context.addKeyDeserializers(new TextKeyDeserializers());
            }
        };
        module.addSerializer(new TextSerializer());
        module.addKeySerializer(TextValue.class, new TextKeySerializer());
        return module;
    }

    /** The static {@code of(String)} that every text value has. */
    static MethodHandle reader(Class<?> type) {
        try {
            return MethodHandles.publicLookup().findStatic(type, "of", MethodType.methodType(type, String.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " lacks a public static of(String)", e);
        }
    }

    static Object read(MethodHandle reader, String text) throws IOException {
        try {
            return reader.invoke(text);
        } catch (ProblemException | IOException e) {
            throw e;
        } catch (Throwable t) {
            throw new IOException(t);
        }
    }

    private static final class TextSerializer extends StdSerializer<TextValue> {
        private static final long serialVersionUID = 1L;

        TextSerializer() {
            super(TextValue.class);
        }

        @Override
        public void serialize(TextValue value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.text());
        }
    }

    private static final class TextKeySerializer extends StdSerializer<TextValue> {
        private static final long serialVersionUID = 1L;

        TextKeySerializer() {
            super(TextValue.class);
        }

        @Override
        public void serialize(TextValue value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeFieldName(value.text());
        }
    }

    private static final class TextDeserializers extends Deserializers.Base {
        @Override
        public JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            return TextValue.class.isAssignableFrom(type.getRawClass())
                    ? new TextDeserializer(type.getRawClass())
                    : null;
        }
    }

    private static final class TextDeserializer extends JsonDeserializer<Object> {
        private final MethodHandle reader;

        TextDeserializer(Class<?> type) {
            this.reader = reader(type);
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = in.getValueAsString();
            if (text == null) {
                throw JsonMappingException.from(in, "a string is expected");
            }
            try {
                return read(reader, text);
            } catch (ProblemException e) {
                throw JsonMappingException.from(in, e.getMessage(), e);
            }
        }
    }

    private static final class TextKeyDeserializers implements KeyDeserializers {
        @Override
        public KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            if (!TextValue.class.isAssignableFrom(type.getRawClass())) {
                return null;
            }
            MethodHandle reader = reader(type.getRawClass());
            return new KeyDeserializer() {
                @Override
                public Object deserializeKey(String key, DeserializationContext context) throws IOException {
                    return read(reader, key);
                }
            };
        }
    }
}
