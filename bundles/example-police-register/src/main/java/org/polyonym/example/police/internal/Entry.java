package org.polyonym.example.police.internal;

import java.util.List;
import org.polyonym.model.IdentityData;
import org.polyonym.model.TravelDocument;

/**
 * An entry of the register.
 *
 * @param id record identifier
 * @param identity as the person said
 * @param documents as the person showed
 * @param unit which unit of MS-2 has the file
 * @param reason why there is an entry
 * @param restricted whether an investigation is running that nobody outside may notice
 */
record Entry(
        String id,
        IdentityData identity,
        List<TravelDocument> documents,
        String unit,
        String reason,
        boolean restricted) {}
