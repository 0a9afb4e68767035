package org.polyonym.mid.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.access.Profile;
import org.polyonym.access.SearchField;
import org.polyonym.access.SourceRight;
import org.polyonym.model.Authority;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

/** Profiles by authority; everything else is refused. */
final class FakeAccess implements AccessControl {
    private final Map<Authority, Profile> profiles = new HashMap<>();

    /** Gives an authority identity data of the systems, e.g. {@code "SIS EES"}. */
    FakeAccess give(String authority, String systems) {
        profiles.put(Authority.of(authority), profile(systems, true));
        return this;
    }

    static Profile profile(String systems, boolean namesSource) {
        List<SourceRight> rights = Arrays.stream(systems.split(" "))
                .filter(system -> !system.isEmpty())
                .map(system -> new SourceRight(
                        SystemId.of(system),
                        true,
                        Set.<SearchField>of(),
                        Set.of(DataCategory.REFERENCE, DataCategory.IDENTITY, DataCategory.LINK),
                        "test"))
                .toList();
        return new Profile("test", namesSource, rights);
    }

    @Override
    public Profile profile(Caller caller) {
        if (!profiles.containsKey(caller.authority())) {
            throw ProblemException.of(ProblemType.ACCESS_DENIED, "no profile");
        }
        return profiles.get(caller.authority());
    }

    @Override
    public void requireOperation(Caller caller, String operation) {
        profile(caller);
    }

    @Override
    public Caller authenticate(String bearerToken, String purpose, String caseReference) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void requireWrite(Caller caller, SystemId system, String category) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void requireOwner(Caller caller, SystemId system, String category, Authority owner) {
        throw new UnsupportedOperationException();
    }
}
