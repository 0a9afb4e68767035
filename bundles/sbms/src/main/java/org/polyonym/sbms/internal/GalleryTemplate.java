package org.polyonym.sbms.internal;

import org.polyonym.biometrics.GalleryFinger;

/**
 * A template in memory, ready to be compared.
 *
 * @param shard shard of the store that it was read from
 * @param stored what the store holds
 * @param finger its prepared form
 */
record GalleryTemplate(int shard, StoredTemplate stored, GalleryFinger finger) {}
