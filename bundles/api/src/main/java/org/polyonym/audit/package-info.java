/** The audit log: who asked what, for which purpose, in which case, before the answer is released. */
@Export
@Version("1.0.0")
package org.polyonym.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
