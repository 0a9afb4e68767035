/** Messages to authorities: who was told what, and when. */
@Export
@Version("1.0.0")
package org.polyonym.notification;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
