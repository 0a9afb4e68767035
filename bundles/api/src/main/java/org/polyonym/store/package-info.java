/** The system of record: one transaction, documents with search terms, change feed, images, outbox. No JDBC type. */
@Export
@Version("1.0.0")
package org.polyonym.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
