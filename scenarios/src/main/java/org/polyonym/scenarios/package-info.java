/** Runs feature files against a running platform and reports rule by rule. */
package org.polyonym.scenarios;
