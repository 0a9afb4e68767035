/** Contract of the shared biometric matching service (IO 12-16). */
@Export
@Version("1.0.0")
package org.polyonym.sbms;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
