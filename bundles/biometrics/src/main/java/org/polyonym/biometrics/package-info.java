/**
 * Fingerprints and faces as plain Java: parsing of untrusted images, quality, minutiae extraction, comparison,
 * fusion over fingers and explanation. No OSGi service, no store, no clock. All types are immutable or thread-safe.
 */
@Export
@Version("1.0.0")
package org.polyonym.biometrics;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
