/** Rules as data: reviewed tables with their legal sources. */
@Export
@Version("1.0.0")
package org.polyonym.rules;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
