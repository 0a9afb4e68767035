/** Contract of the multiple-identity detector (IO 25-36). */
@Export
@Version("1.0.0")
package org.polyonym.mid;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
