/** The vocabulary of the scenarios: officers, travellers, records, links. */
package org.polyonym.scenarios.steps;
