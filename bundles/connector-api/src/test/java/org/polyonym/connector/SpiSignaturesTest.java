package org.polyonym.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.polyonym.time.LegalClock;

/**
 * Everything of the contracts that a connector can see, reached from {@link Connector} and {@link LegalClock} through signatures, is listed in a
 * file. A baseline check that needs no released version: an agency's jar that was built against the list runs as long as no
 * line of it vanishes.
 */
class SpiSignaturesTest {
    private static final String LIST = "spi-1.0.txt";
    private static final String OURS = "org.polyonym.";
    private static final Set<String> OF_ANY_OBJECT = Set.of("equals", "hashCode", "toString");

    private final SortedSet<String> lines = new TreeSet<>();
    private final SortedSet<String> seen = new TreeSet<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();

    @Test
    void keepsWhatConnectorsWereBuiltAgainst() throws IOException {
        reach(Connector.class);
        reach(LegalClock.class);
        while (!open.isEmpty()) {
            list(open.pop());
        }

        SortedSet<String> listed = listed();
        assertThat(lines)
                .as(
                        "lines that vanished break every connector that is deployed: keep them, or raise the major version of"
                                + " the package and say so in docs/CONNECTORS.md")
                .containsAll(listed);
        assertThat(listed)
                .as("lines that are new: raise the minor version of the package and add them to " + LIST + "; a new"
                        + " method without a body in an interface that agencies implement breaks them as well")
                .containsAll(lines);
    }

    private void list(Class<?> type) {
        String name = type.getName();
        lines.add(name + " "
                + (type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class"));
        visible(type.getDeclaredFields(), Field::getModifiers)
                .filter(f -> !f.isSynthetic())
                .forEach(f -> {
                    lines.add(name + "." + f.getName() + ": " + text(f.getGenericType()));
                    reach(f.getGenericType());
                });
        visible(type.getDeclaredConstructors(), Constructor::getModifiers)
                .forEach(c -> lines.add(name + ".new" + parameters(c.getGenericParameterTypes())));
        visible(type.getDeclaredMethods(), Method::getModifiers)
                .filter(m -> !m.isSynthetic() && !OF_ANY_OBJECT.contains(m.getName()))
                .forEach(m -> lines.add(name + "." + m.getName() + parameters(m.getGenericParameterTypes()) + ": "
                        + text(m.getGenericReturnType())
                        + (type.isInterface() && Modifier.isAbstract(m.getModifiers()) ? " abstract" : "")));
        visible(type.getDeclaredMethods(), Method::getModifiers).forEach(m -> reach(m.getGenericReturnType()));
    }

    private String parameters(Type[] types) {
        Arrays.stream(types).forEach(this::reach);
        return Arrays.stream(types).map(SpiSignaturesTest::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private void reach(Type type) {
        switch (type) {
            case Class<?> c when c.isArray() -> reach(c.getComponentType());
            case Class<?> c -> {
                if (c.getName().startsWith(OURS) && seen.add(c.getName())) {
                    open.push(c);
                }
            }
            case ParameterizedType p -> {
                reach(p.getRawType());
                Arrays.stream(p.getActualTypeArguments()).forEach(this::reach);
            }
            case GenericArrayType a -> reach(a.getGenericComponentType());
            default -> {}
        }
    }

    private static String text(Type type) {
        return type.getTypeName()
                .replace("java.lang.", "")
                .replace("java.util.", "")
                .replace("java.time.", "");
    }

    private static <T> Stream<T> visible(T[] members, ToIntFunction<T> modifiers) {
        return Arrays.stream(members).filter(m -> Modifier.isPublic(modifiers.applyAsInt(m)));
    }

    private static SortedSet<String> listed() throws IOException {
        try (InputStream in = SpiSignaturesTest.class.getResourceAsStream(LIST)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
