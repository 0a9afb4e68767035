package org.polyonym.example.passengers.internal;

import java.time.LocalDate;
import java.util.List;
import org.polyonym.model.IdentityData;
import org.polyonym.model.TravelDocument;

/**
 * One passenger on one flight.
 *
 * @param id record identifier
 * @param received legal day on which the carrier's data came; all periods count from it
 * @param flight flight number
 * @param route from and to
 * @param identity identity data
 * @param documents travel document, if the carrier had it
 */
record Journey(
        String id,
        LocalDate received,
        String flight,
        String route,
        IdentityData identity,
        List<TravelDocument> documents) {}
