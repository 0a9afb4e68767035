/** The nodes of one platform: who is there, who holds which shard, and how a component calls its like on another node. */
@Export
@Version("1.0.0")
package org.polyonym.grid;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
