package org.polyonym.mid.internal;

import java.time.Instant;
import java.util.List;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.Authority;
import org.polyonym.model.GroupRef;
import org.polyonym.model.SystemId;

/**
 * The identity confirmation file: exactly the five data groups of IO 34.
 *
 * @param sin single identification number (c)
 * @param links the links (a)
 * @param systems systems that hold linked data (b)
 * @param responsibleAuthority authority responsible for the verification (d)
 * @param createdOrUpdatedAt date of creation or update of the link (e)
 */
record ConfirmationFile(
        String sin,
        List<Entry> links,
        List<SystemId> systems,
        Authority responsibleAuthority,
        Instant createdOrUpdatedAt) {
    /**
     * A link in the file.
     *
     * @param linkId the link
     * @param a first group
     * @param b second group
     * @param colour colour
     */
    record Entry(String linkId, GroupRef a, GroupRef b, LinkColour colour) {}

    ConfirmationFile {
        links = List.copyOf(links);
        systems = List.copyOf(systems);
    }

    static ConfirmationFile of(Link link) {
        return new ConfirmationFile(
                link.sin(),
                List.of(new Entry(link.linkId(), link.a(), link.b(), link.colour())),
                link.systems(),
                link.responsible(),
                link.updatedAt());
    }
}
