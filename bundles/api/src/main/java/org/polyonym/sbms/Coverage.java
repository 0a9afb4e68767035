package org.polyonym.sbms;

/**
 * Which part of the gallery a search covered, counted by the shards, not assumed.
 *
 * @param templatesCovered templates compared or rightly passed over
 * @param templatesKnown templates that the store's shard counters say exist in the scope
 */
public record Coverage(long templatesCovered, long templatesKnown) {
    /** Whether nothing was left out. */
    public boolean complete() {
        return templatesCovered >= templatesKnown;
    }
}
