/** Campaigns: a case hidden in the constant traffic of honest travellers, driven by Gatling in an open model. */
package org.polyonym.perf;
