/** The words of the domain: persons, documents, biometric samples and records as immutable values. */
@Export
@Version("1.0.0")
package org.polyonym.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
