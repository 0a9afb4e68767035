package org.polyonym.shell.internal;

import java.util.List;

/**
 * What was seen of the whole framework at one moment.
 *
 * @param booted true once every feature to boot has been installed
 */
record Facts(boolean booted, List<BundleFact> bundles, List<ComponentFact> components) {}
