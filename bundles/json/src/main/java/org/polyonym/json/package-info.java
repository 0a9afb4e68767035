/** The one mapping between the domain's records and JSON, for the store and for HTTP. */
@Export
@Version("1.0.0")
package org.polyonym.json;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
