package org.polyonym.sis.internal;

import java.time.Instant;
import java.util.List;
import org.polyonym.model.Authority;
import org.polyonym.model.OriginRef;
import org.polyonym.store.DocumentType;

/**
 * A confirmed hit: a foreign alert, the same person or object, and further action asked for (R-SIS-21).
 *
 * @param hitId unique
 * @param alert the alert
 * @param executing authority that found the person or object
 * @param at legal time
 * @param place where
 * @param forms messages sent because of it
 * @param europol NOTIFIED, EXEMPTED or NOT_CONCERNED
 * @param europolReason why Europol was not told, empty otherwise
 */
public record Hit(
        String hitId,
        OriginRef alert,
        Authority executing,
        Instant at,
        String place,
        List<Form> forms,
        String europol,
        String europolReason) {
    /** Where hits are stored. */
    static final DocumentType<Hit> TYPE = new DocumentType<>("hit.sis", Hit.class);

    /**
     * A form sent.
     *
     * @param form letter of the SIRENE manual, or EUROPOL
     * @param recipient to whom
     */
    public record Form(String form, Authority recipient) {}

    /** Copies the list. */
    public Hit {
        forms = List.copyOf(forms);
    }
}
