package org.polyonym.perf;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A line over time as inline SVG, with marks for events. Pure. */
final class Chart {
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 170;
    private static final int LEFT = 60;
    private static final int BOTTOM = 24;
    private static final int TOP = 14;

    /** A moment worth a mark. */
    record Mark(double second, String text) {}

    private final String title;
    private final double seconds;
    private final StringBuilder svg = new StringBuilder();

    Chart(String title, double seconds) {
        this.title = title;
        this.seconds = Math.max(1, seconds);
    }

    /** Draws the values; the axis ends at the greatest. */
    <T> Chart line(
            List<T> points, ToDoubleFunction<T> second, ToDoubleFunction<T> value, String colour, List<Mark> marks) {
        double greatest = Math.max(1, points.stream().mapToDouble(value).max().orElse(1));
        StringBuilder path = new StringBuilder();
        for (T point : points) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(number(x(second.applyAsDouble(point))))
                    .append(' ')
                    .append(number(y(value.applyAsDouble(point), greatest)));
        }
        svg.append("<path d='")
                .append(path)
                .append("' fill=none stroke=")
                .append(colour)
                .append(" stroke-width=2 />");
        for (Mark mark : marks) {
            svg.append("<line class=mark x1=")
                    .append(number(x(mark.second())))
                    .append(" x2=")
                    .append(number(x(mark.second())))
                    .append(" y1=")
                    .append(TOP)
                    .append(" y2=")
                    .append(HEIGHT - BOTTOM)
                    .append("><title>")
                    .append(Page.escape(mark.text()))
                    .append("</title></line><text x=")
                    .append(number(x(mark.second()) + 2))
                    .append(" y=")
                    .append(TOP)
                    .append(">")
                    .append(Page.escape(mark.text()))
                    .append("</text>");
        }
        axis(greatest);
        return this;
    }

    private void axis(double greatest) {
        svg.append("<line class=axis x1=").append(LEFT).append(" x2=").append(WIDTH);
        svg.append(" y1=").append(HEIGHT - BOTTOM).append(" y2=").append(HEIGHT - BOTTOM);
        svg.append(" /><text x=0 y=").append(TOP + 8).append(">").append(Math.round(greatest));
        svg.append("</text><text x=0 y=").append(HEIGHT - BOTTOM).append(">0</text>");
        for (int i = 0; i <= 6; i++) {
            double second = seconds * i / 6;
            svg.append("<text x=")
                    .append(number(Math.min(x(second), WIDTH - 34)))
                    .append(" y=")
                    .append(HEIGHT - 6)
                    .append(">")
                    .append(Math.round(second))
                    .append(" s</text>");
        }
    }

    private double x(double second) {
        return LEFT + Math.clamp(second / seconds, 0.0, 1.0) * (WIDTH - LEFT);
    }

    private static double y(double value, double greatest) {
        return HEIGHT - BOTTOM - Math.max(0, value) / greatest * (HEIGHT - BOTTOM - TOP - 8);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    String html() {
        return "<figure><figcaption>" + Page.escape(title) + "</figcaption><svg viewBox='0 0 " + WIDTH + " " + HEIGHT
                + "' role=img aria-label='" + Page.escape(title) + "'>" + svg + "</svg></figure>";
    }
}
