/** Contract of the common identity repository (IO 17-24). */
@Export
@Version("1.0.0")
package org.polyonym.cir;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
