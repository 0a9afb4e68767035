package org.polyonym.model;

/** Purpose codes of the access matrix (law catalogue section 11). Each request carries exactly one. */
public enum Purpose {
    /** Entry check at the border. */
    BORDER_ENTRY,
    /** Exit check at the border. */
    BORDER_EXIT,
    /** Second-line check at the border. */
    BORDER_SECOND_LINE,
    /** Examination of a visa application. */
    VISA_EXAMINATION,
    /** Verification of hits by the VIS designated authority. */
    VISA_HIT_VERIFICATION,
    /** Check of a stay inland, and return. */
    STAY_CHECK,
    /** Asylum procedure and Eurodac. */
    ASYLUM,
    /** Identity check by the police under IO 20. */
    ID_CHECK_ART20,
    /** Police query of SIS, Europol and Interpol. */
    POLICE_CHECK,
    /** First step of law-enforcement access, IO 22. */
    LE_FLAG_ART22,
    /** Second step of law-enforcement access. */
    LE_FULL,
    /** Work of a SIRENE bureau. */
    SIRENE,
    /** Europol's own tasks and its data loaders. */
    EUROPOL_ANALYSIS,
    /** ETIAS verification. */
    ETIAS_VERIFICATION,
    /** Conviction records. */
    CONVICTION_RECORD,
    /** Customs check. */
    CUSTOMS,
    /** Supervision of data protection. */
    SUPERVISION,
    /** Operation of the platform. */
    OPERATIONS,
    /** A component's own search for multiple identities (IO 27). */
    MULTIPLE_IDENTITY_DETECTION
}
