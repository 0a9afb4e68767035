/** For agencies: the project of a new connector, and the checks that any connector bundle must pass. */
package org.polyonym.kit;
