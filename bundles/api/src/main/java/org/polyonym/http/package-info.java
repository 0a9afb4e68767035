/** How components offer operations over HTTP without knowing the server. */
@Export
@Version("1.0.0")
package org.polyonym.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
