/**
 * What the central systems have in common: the write path, the data-quality gate, identity groups, retention, erasure and
 * the connector. A system's bundle adds only what its own law makes different.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.polyonym.systemkit;
