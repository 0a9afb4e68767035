package org.polyonym.simulation.fingerprints;

/** Smooth random field: independent normal values on a square lattice, eased between its nodes. */
final class NoiseField {

    private final int columns;
    private final float perPixel;
    private final float[] nodes;

    /** Covers x in [0, width] and y in [0, height]; {@code cell} is the lattice constant in pixels. */
    NoiseField(RandomStream random, double width, double height, double cell) {
        this.perPixel = (float) (1 / cell);
        this.columns = (int) (width / cell) + 4;
        int rows = (int) (height / cell) + 4;
        this.nodes = new float[columns * rows];
        for (int i = 0; i < nodes.length; i++) {
            // A sum of uniforms is normal enough for texture and spares a logarithm per node.
            nodes[i] = (float) ((random.uniform() + random.uniform() + random.uniform() - 1.5) * 2);
        }
    }

    float at(float x, float y) {
        float gridX = x * perPixel;
        float gridY = y * perPixel;
        int column = (int) gridX;
        int row = (int) gridY;
        float fx = eased(gridX - column);
        float fy = eased(gridY - row);
        int node = row * columns + column;
        float top = nodes[node] + fx * (nodes[node + 1] - nodes[node]);
        float bottom = nodes[node + columns] + fx * (nodes[node + columns + 1] - nodes[node + columns]);
        return top + fy * (bottom - top);
    }

    private static float eased(float t) {
        return t * t * (3 - 2 * t);
    }
}
