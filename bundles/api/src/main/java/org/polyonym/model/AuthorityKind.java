package org.polyonym.model;

/** Kinds of authority of the access matrix (law catalogue section 11). */
public enum AuthorityKind {
    /** Border guard, first line. */
    BORDER_FIRST_LINE,
    /** Border, visa or immigration authority designated under EES 9(2), second line at the border. */
    BORDER_SECOND_LINE,
    /** Consulate or visa authority. */
    VISA,
    /** VIS designated authority. */
    VIS_DESIGNATED,
    /** Immigration authority inland. */
    IMMIGRATION,
    /** Asylum or other authority collecting for Eurodac. */
    ASYLUM,
    /** Police patrol: identity checks under Art 20. */
    POLICE_PATROL,
    /** Police unit with its own SIS and Europol search. */
    POLICE,
    /** Law-enforcement authority designated for Art 22. */
    LAW_ENFORCEMENT,
    /** SIRENE bureau. */
    SIRENE,
    /** Europol. */
    EUROPOL,
    /** ETIAS Central Unit. */
    ETIAS_CENTRAL_UNIT,
    /** Central authority of the convicting state. */
    ECRIS_CENTRAL,
    /** Customs. */
    CUSTOMS,
    /** Supervisory authority. */
    SUPERVISOR,
    /** Operator of the platform: metrics and health, no personal data. */
    OPERATIONS
}
