package org.polyonym.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Looks for static fields that can change: they outlive a component and are shared by its instances. */
public final class StaticState {
    private static final String CLASS = ".class";
    private static final List<Class<?>> CHANGING = List.of(
            Collection.class, Map.class, ThreadLocal.class, ExecutorService.class, Thread.class, AutoCloseable.class);
    private static final String IMMUTABLE = "java.util.ImmutableCollections";

    private StaticState() {}

    /**
     * Fields that can change, as {@code Class.field}, of the classes in that package and below it; libraries inside the jar
     * are their makers' affair.
     */
    public static List<String> of(Path jar, ClassLoader loader, String inPackage) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.endsWith(CLASS) && !name.startsWith("META-INF/"))
                    .map(name ->
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
                    .filter(name -> name.startsWith(inPackage + "."))
                    .flatMap(name -> fields(name, loader))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        }
    }

    private static Stream<String> fields(String name, ClassLoader loader) {
        try {
            return Stream.of(Class.forName(name, false, loader).getDeclaredFields())
                    .filter(f -> Modifier.isStatic(f.getModifiers()) && !f.isSynthetic())
                    .filter(StaticState::changes)
                    .map(f -> f.getDeclaringClass().getSimpleName() + "." + f.getName());
        } catch (ClassNotFoundException | LinkageError e) {
            return Stream.of(name + " (cannot be loaded: " + e.getMessage() + ")");
        }
    }

    private static boolean changes(Field field) {
        return !Modifier.isFinal(field.getModifiers()) || holdsSomethingThatChanges(field);
    }

    private static boolean holdsSomethingThatChanges(Field field) {
        if (CHANGING.stream().noneMatch(type -> type.isAssignableFrom(field.getType()))) {
            return false;
        }
        try {
            field.setAccessible(true);
            Object value = field.get(null);
            return value != null && !value.getClass().getName().startsWith(IMMUTABLE);
        } catch (IllegalAccessException | LinkageError e) {
            return true;
        }
    }
}
