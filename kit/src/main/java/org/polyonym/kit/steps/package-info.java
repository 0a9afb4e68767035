/** Steps of the compatibility features. */
package org.polyonym.kit.steps;
