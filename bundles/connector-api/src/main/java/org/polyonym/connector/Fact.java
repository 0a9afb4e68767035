package org.polyonym.connector;

import org.polyonym.access.DataCategory;

/**
 * A named fact of an item, with the category that decides who may see it.
 *
 * @param category data category
 * @param name e.g. {@code action}, {@code alertCategory}, {@code handlingCode}
 * @param value text
 */
public record Fact(DataCategory category, String name, String value) {}
