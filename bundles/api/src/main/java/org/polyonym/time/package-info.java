/** Legal time, apart from machine time. */
@Export
@Version("1.0.0")
package org.polyonym.time;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
