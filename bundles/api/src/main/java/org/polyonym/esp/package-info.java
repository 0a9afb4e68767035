/** Contract of the European search portal (IO 6-11). */
@Export
@Version("1.0.0")
package org.polyonym.esp;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
