/** Commands of an operator that talk to a running platform over its public interface. */
package org.polyonym.operator;
