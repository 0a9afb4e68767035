/** The embedded Camel runtime: one context per component bundle, made here so that class loading is right in OSGi. */
@Export
@Version("1.0.0")
package org.polyonym.camel;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
