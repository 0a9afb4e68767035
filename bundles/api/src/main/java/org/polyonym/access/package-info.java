/** Who may do what: tokens, purposes, profiles. Deny by default. */
@Export
@Version("1.0.0")
package org.polyonym.access;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
