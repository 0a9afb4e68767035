package org.polyonym.model;

/**
 * Reference to an identity group: the records of one system that the system itself holds to be one person.
 *
 * @param system the system
 * @param groupId stable identifier: the record id of the group's first participant
 */
public record GroupRef(SystemId system, String groupId) implements TextValue {
    /** Checks the form, which is that of a record's reference. */
    public GroupRef {
        OriginRef.require(system, groupId);
    }

    /** Reads {@code SYSTEM/groupId}. */
    public static GroupRef of(String text) {
        OriginRef ref = OriginRef.of(text);
        return new GroupRef(ref.system(), ref.recordId());
    }

    @Override
    public String text() {
        return system.text() + "/" + groupId;
    }

    @Override
    public String toString() {
        return text();
    }
}
