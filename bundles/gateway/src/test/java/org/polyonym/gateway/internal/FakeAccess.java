package org.polyonym.gateway.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.access.Profile;
import org.polyonym.access.SearchField;
import org.polyonym.access.SourceRight;
import org.polyonym.model.Authority;
import org.polyonym.model.CaseReference;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** One border guard with one token, who may do everything unless a test says otherwise. */
public final class FakeAccess implements AccessControl {
    static final String TOKEN = "good-token";
    static final String EXPIRED = "expired-token";

    volatile Optional<String> forbidden = Optional.empty();

    /** What the profile reaches. */
    public volatile Set<SystemId> reaches = Set.of(SystemId.EES);

    @Override
    public Caller authenticate(String bearerToken, String purpose, String caseReference) {
        if (bearerToken.equals(EXPIRED)) {
            throw ProblemException.of(ProblemType.TOKEN_EXPIRED, "past");
        }
        if (!bearerToken.equals(TOKEN)) {
            throw ProblemException.of(ProblemType.TOKEN_INVALID, "unknown");
        }
        if (purpose.isEmpty() || caseReference.isEmpty()) {
            throw ProblemException.of(ProblemType.PURPOSE_MISSING, "headers");
        }
        if (!purpose.equals("BORDER_ENTRY")) {
            throw ProblemException.of(ProblemType.PURPOSE_NOT_ALLOWED, "other purpose");
        }
        return guard(CaseReference.of(caseReference));
    }

    /** The border guard. */
    public static Caller guard(CaseReference file) {
        return new Caller(Authority.of("BORDER_FIRST_LINE@MS-1"), "guard-1", Purpose.BORDER_ENTRY, file);
    }

    @Override
    public Profile profile(Caller caller) {
        List<SourceRight> rights = reaches.stream()
                .map(system -> new SourceRight(
                        system, true, Set.of(SearchField.FAMILY_NAME), Set.of(DataCategory.values()), "test"))
                .toList();
        return new Profile("test", true, rights);
    }

    @Override
    public void requireWrite(Caller caller, SystemId system, String category) {
        if (!reaches.contains(system)) {
            throw ProblemException.of(ProblemType.ACCESS_DENIED, "write");
        }
    }

    @Override
    public void requireOwner(Caller caller, SystemId system, String category, Authority owner) {
        requireWrite(caller, system, category);
    }

    @Override
    public void requireOperation(Caller caller, String operation) {
        if (forbidden.filter(operation::equals).isPresent()) {
            throw ProblemException.of(ProblemType.ACCESS_DENIED, "operation");
        }
    }
}
