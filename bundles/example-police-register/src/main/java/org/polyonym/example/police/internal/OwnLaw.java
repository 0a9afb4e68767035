package org.polyonym.example.police.internal;

import java.util.Set;
import java.util.stream.Stream;
import org.polyonym.access.Caller;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.IdentityData;
import org.polyonym.model.MemberState;

/**
 * Who is answered what. The portal's access table says who may ask at all; this is what the law of MS-2 says besides. Pure.
 */
final class OwnLaw {
    /** What a caller gets of an entry. */
    enum Answer {
        /** The whole entry. */
        FULL,
        /** That there is one, and whom to ask (Regulation (EU) 2024/982 Art 43-44, 47: data follow on request). */
        HIT,
        /** As if there were none. */
        NOTHING
    }

    private static final MemberState OWN_STATE = MemberState.of("MS-2");
    private static final Set<AuthorityKind> INVESTIGATORS = Set.of(AuthorityKind.POLICE, AuthorityKind.LAW_ENFORCEMENT);
    private static final Set<AuthorityKind> ABROAD =
            Set.of(AuthorityKind.POLICE, AuthorityKind.LAW_ENFORCEMENT, AuthorityKind.EUROPOL);
    /** Of surname, given name and birth date (Regulation (EU) 2024/982 Art 43). */
    private static final int PARTS_NEEDED = 2;

    private OwnLaw() {}

    static Answer answer(Caller caller, IdentityData asked, boolean byDocument, Entry entry) {
        AuthorityKind kind = caller.authority().kind();
        boolean own = caller.authority().state().equals(OWN_STATE);
        if (own && INVESTIGATORS.contains(kind)) {
            return Answer.FULL;
        }
        if (entry.restricted()) {
            return Answer.NOTHING;
        }
        if (own && kind == AuthorityKind.POLICE_PATROL) {
            return Answer.FULL;
        }
        boolean enough = byDocument || parts(asked) >= PARTS_NEEDED;
        return !own && ABROAD.contains(kind) && enough ? Answer.HIT : Answer.NOTHING;
    }

    private static long parts(IdentityData asked) {
        return Stream.of(
                        asked.names().stream().anyMatch(n -> !n.familyName().isEmpty()),
                        asked.names().stream().anyMatch(n -> !n.givenNames().isEmpty()),
                        asked.birthDate().year() != 0)
                .filter(there -> there)
                .count();
    }
}
