/** Contract of a system of record: registering, amending, erasing, reading, identity groups. */
@Export
@Version("1.0.0")
package org.polyonym.registry;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
