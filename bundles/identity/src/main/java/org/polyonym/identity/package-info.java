/**
 * Names, dates and places: harmonisation, the same / similar rules of Delegated Regulation (EU) 2023/333, search keys and
 * the comparison of travel documents. Pure functions; no other bundle compares names.
 */
@Export
@Version("1.0.0")
package org.polyonym.identity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
