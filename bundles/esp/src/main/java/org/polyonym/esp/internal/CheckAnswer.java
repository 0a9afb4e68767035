package org.polyonym.esp.internal;

import java.util.List;
import org.polyonym.esp.SourceStatus;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.IdentityData;
import org.polyonym.model.SampleRef;
import org.polyonym.model.TravelDocument;

/**
 * Answer of an identity check: identity data, documents and images without the system they come from (IO 9(4), 20(3)).
 *
 * @param identified whether anybody was found
 * @param method how
 * @param persons what is known of the person, one entry per stored identity
 * @param linkStatus whether the detector answered
 * @param links red links, without the systems they join
 */
record CheckAnswer(boolean identified, Method method, List<Person> persons, SourceStatus linkStatus, List<Flag> links) {
    /** How the person was looked for. */
    enum Method {
        /** By live prints. */
        BIOMETRICS,
        /** By identity or document data (IO 20(3), second part). */
        DATA
    }

    /** One stored identity. */
    record Person(IdentityData identity, List<TravelDocument> documents, List<SampleRef> samples) {}

    /** A link with nothing that tells a system. */
    record Flag(LinkColour colour, String statement) {}
}
