package org.polyonym.shell.internal;

import java.util.List;
import java.util.Set;

/**
 * What was seen of one bundle.
 *
 * @param state its state in words
 * @param up true for an active bundle, a lazily starting one, or an attached fragment
 * @param missing for an unresolved bundle: what it requires and nobody offers, in words
 * @param waitsFor for an unresolved bundle: names of unresolved bundles that do offer what it requires
 * @param offers names of the services it declares to offer
 */
record BundleFact(
        String name, String state, boolean up, List<String> missing, List<String> waitsFor, Set<String> offers) {}
