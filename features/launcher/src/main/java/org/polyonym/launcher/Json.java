package org.polyonym.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON that the platform's health pages answer: maps, lists, strings, {@code Double}, {@code Boolean}, null. The
 * launcher has nothing but the JDK.
 */
final class Json {
    private static final int MAX_DEPTH = 32;
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Reads one value.
     *
     * @throws IllegalArgumentException if the text is something else
     */
    static Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value(0);
        json.space();
        if (json.at != text.length()) {
            throw json.wrong();
        }
        return value;
    }

    /** The value as an object, empty if it is none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** The value as a list, empty if it is none. */
    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return value instanceof List<?> list ? (List<Object>) list : List.of();
    }

    private Object value(int depth) {
        if (depth > MAX_DEPTH) {
            throw wrong();
        }
        space();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        while (!ends('}', members.isEmpty())) {
            space();
            String name = string();
            space();
            take(':');
            members.put(name, value(depth + 1));
        }
        return members;
    }

    private List<Object> array(int depth) {
        List<Object> elements = new ArrayList<>();
        at++;
        while (!ends(']', elements.isEmpty())) {
            elements.add(value(depth + 1));
        }
        return elements;
    }

    /** Takes the end, or the comma that stands before every element but the first. */
    private boolean ends(char end, boolean first) {
        space();
        if (peek() == end) {
            at++;
            return true;
        }
        if (!first) {
            take(',');
        }
        return false;
    }

    private String string() {
        take('"');
        StringBuilder read = new StringBuilder();
        for (char next = next(); next != '"'; next = next()) {
            read.append(next == '\\' ? escaped() : next);
        }
        return read.toString();
    }

    private char escaped() {
        char which = next();
        return switch (which) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + HEX_DIGITS > text.length()) {
                    throw wrong();
                }
                at += HEX_DIGITS;
                yield (char) Integer.parseInt(text.substring(at - HEX_DIGITS, at), HEX);
            }
            default -> which;
        };
    }

    private Double number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return Double.valueOf(text.substring(from, at));
    }

    private <T> T word(String word, T meaning) {
        if (!text.startsWith(word, at)) {
            throw wrong();
        }
        at += word.length();
        return meaning;
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private void take(char wanted) {
        if (next() != wanted) {
            throw wrong();
        }
    }

    private char next() {
        char found = peek();
        at++;
        return found;
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("not JSON at " + at);
    }
}
