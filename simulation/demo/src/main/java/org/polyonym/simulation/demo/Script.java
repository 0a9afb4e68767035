package org.polyonym.simulation.demo;

import static org.polyonym.simulation.demo.Event.at;
import static org.polyonym.simulation.demo.Event.dark;

import java.util.List;
import java.util.Map;

/**
 * What officers do in case BER-14, day by day (law catalogue 12.1 and 12.2). The same script runs in both modes: where the
 * rules of a mode do not offer a search, the platform refuses it and the timeline says so.
 */
final class Script {
    static final String ALERT = "BER14-ALERT";
    static final String CROSSING = "BER14-2";
    static final String APPLICANT_6 = "BER14-6";
    static final String APPLICANT_7 = "BER14-7";
    static final String EIS = "BER14-11";
    static final String ANALYSIS = "BER14-14";
    static final String STOLEN_CARD = "BER14-CARD";
    static final String SLTD = "BER14-SLTD";

    /** Legal hours that the scripted asylum officer takes from the yellow link to the decision: assumed. */
    static final int DECISION_HOURS = 20;

    private Script() {}

    static List<Event> events() {
        return List.of(
                at(2, "2011-04-06", "Eurodac MS-1", r -> r.registerEurodac(2, "MS-1", "IRREGULAR_CROSSING", CROSSING)),
                at(2, "2015-06-23", "SIS MS-1", r -> r.enterRefusalAlert(2, ALERT)),
                at(3, "2015-07-06", "Police MS-2, town A", r -> r.policeCheck(3, "IDENTITY_DOUBTED")),
                dark(4, "2015-07-22", "Asylum pre-registration MS-2, town B"),
                dark(5, "2015-07-28", "Asylum pre-registration MS-2, town C"),
                at(
                        6,
                        "2015-08-03",
                        "Eurodac MS-2, town D",
                        r -> r.registerEurodac(6, "MS-2", "APPLICANT", APPLICANT_6)),
                at(6, "2015-08-04", "Asylum authority MS-2", r -> r.decide("SAME_PERSON_UNJUSTIFIED")),
                at(7, "2015-09-10", "Eurodac MS-2, town E", r -> r.registerPoorThenRecapture(7, APPLICANT_7)),
                dark(8, "2015-10-20", "Social office MS-2, town E"),
                dark(9, "2015-11-17", "Social office MS-2, town F"),
                at(10, "2016-02-18", "Police MS-2, town G", r -> r.policeCheck(10, "UNABLE_OR_UNWILLING")),
                at(
                        11,
                        "2016-03-02",
                        "Europol EIS, loaded by MS-2",
                        r -> r.loadEuropolAndSearch(11, "EIS", EIS, Map.of("handlingCode", "H2", "evaluation", "B2"))),
                at(
                        14,
                        "2016-05-11",
                        "Europol analysis data",
                        r -> r.loadEuropolAndSearch(
                                14, "ANALYSIS", ANALYSIS, Map.of("handlingCode", "H3", "evaluation", "C3"))),
                at(12, "2016-07-30", "Coach check MS-2", r -> r.coachCheck(12)),
                dark(13, "2016-12-20", "Home-country travel paper"),
                dark(1, "2016-12-21", "Home-country reply"));
    }
}
