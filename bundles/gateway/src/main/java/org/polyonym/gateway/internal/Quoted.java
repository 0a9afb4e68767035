package org.polyonym.gateway.internal;

/** Text of a caller on its way back or into a log: bounded and without control characters. */
final class Quoted {
    private Quoted() {}

    static String shorten(String text) {
        String plain = text.codePoints()
                .limit(Limits.MAX_QUOTED_CHARS)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.length() < text.length() ? plain + "..." : plain;
    }
}
