/** The SPI that an agency implements so that its system answers through the portal. Small and versioned. */
@Export
@Version("1.0.0")
package org.polyonym.connector;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
