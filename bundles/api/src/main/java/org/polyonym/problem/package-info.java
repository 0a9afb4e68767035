/** Errors with a code, the field at fault and the way out (RFC 9457), the same for every component. */
@Export
@Version("1.0.0")
package org.polyonym.problem;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
