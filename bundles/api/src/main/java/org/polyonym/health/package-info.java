/** Why the platform is or is not ready. */
@Export
@Version("1.0.0")
package org.polyonym.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
