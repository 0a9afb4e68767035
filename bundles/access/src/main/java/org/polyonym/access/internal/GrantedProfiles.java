package org.polyonym.access.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.polyonym.access.AccessGrants;
import org.polyonym.access.Profile;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.rules.RuleTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The profiles of the rule book with what an operator granted beyond it. Thread-safe. */
final class GrantedProfiles {
    private static final Logger LOG = LoggerFactory.getLogger(GrantedProfiles.class);
    /** Systems of the platform, also of those whose bundle an edition of the rules lacks. */
    private static final Set<SystemId> PLATFORM = Set.of(
            SystemId.EES,
            SystemId.VIS,
            SystemId.ETIAS,
            SystemId.EURODAC,
            SystemId.ECRIS_TCN,
            SystemId.SIS,
            SystemId.EUROPOL,
            SystemId.INTERPOL);

    private final ProfileTable base;
    private final AtomicReference<AccessGrants> grants = new AtomicReference<>();
    private volatile Joined joined;

    private record Joined(RuleTable rows, ProfileTable profiles) {}

    GrantedProfiles(ProfileTable base) {
        this.base = base;
    }

    void set(AccessGrants service) {
        grants.set(service);
    }

    void unset(AccessGrants service) {
        grants.compareAndSet(service, null);
    }

    Optional<Profile> find(AuthorityKind authority, Purpose purpose) {
        return profiles().find(authority, purpose);
    }

    boolean builtIn(SystemId system) {
        return PLATFORM.contains(system) || base.knows(system);
    }

    /** What speaks against rows; the fault of the first that is wrong. */
    List<String> objections(RuleTable rows) {
        try {
            ProfileTable with = base.with(rows);
            return PLATFORM.stream().filter(s -> !base.knows(s) && with.knows(s)).findFirst().stream()
                    .map(s -> "the platform keeps the name " + s + " for itself")
                    .toList();
        } catch (IllegalArgumentException | ProblemException e) {
            return List.of(e.getMessage());
        }
    }

    private ProfileTable profiles() {
        AccessGrants service = grants.get();
        if (service == null) {
            return base;
        }
        RuleTable rows = service.rows();
        Joined now = joined;
        if (now == null || now.rows() != rows) {
            now = new Joined(rows, join(rows));
            joined = now;
        }
        return now.profiles();
    }

    /** Rows that were good when they were granted may contradict a newer rule book: then they grant nothing. */
    private ProfileTable join(RuleTable rows) {
        List<String> objections = objections(rows);
        if (!objections.isEmpty()) {
            LOG.error("the access rows that were granted are left out: {}", objections);
            return base;
        }
        return base.with(rows);
    }
}
