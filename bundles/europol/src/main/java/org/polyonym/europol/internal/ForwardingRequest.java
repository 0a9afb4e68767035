package org.polyonym.europol.internal;

import java.util.Optional;
import org.polyonym.model.Authority;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/**
 * Body of a forwarding.
 *
 * @param recipient who gets the item
 * @param consent reference of the provider's consent, where there is one
 */
record ForwardingRequest(Authority recipient, Optional<String> consent) {
    /** Longest reference of a consent, in characters. */
    static final int MAX_CONSENT = 200;

    ForwardingRequest {
        consent = consent == null ? Optional.empty() : consent.filter(c -> !c.isBlank());
    }

    void check() {
        if (recipient == null) {
            throw ProblemException.ofField(ProblemType.MISSING_FIELD, "recipient", "an authority, KIND@STATE");
        }
        if (consent.filter(c -> c.length() > MAX_CONSENT).isPresent()) {
            throw ProblemException.ofField(ProblemType.INVALID_VALUE, "consent", "at most 200 characters");
        }
    }
}
