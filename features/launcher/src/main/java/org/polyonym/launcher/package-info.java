/** Builds, boots, stops and exercises the platform from the command line. Depends on nothing but the JDK. */
package org.polyonym.launcher;
