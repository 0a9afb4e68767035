package org.polyonym.access.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
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
            with(base, rows);
            return List.of();
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

    /**
     * Rows that were good when they were granted may contradict a newer rule book, or rows that came from another node at
     * the same time: then those of their system grant nothing, and the others go on.
     */
    private ProfileTable join(RuleTable rows) {
        ProfileTable joined = base;
        for (RuleTable each : bySystem(rows)) {
            try {
                joined = with(joined, each);
            } catch (IllegalArgumentException | ProblemException e) {
                LOG.error(
                        "the access rows that were granted for {} are left out: {}",
                        system(each.rows().getFirst()),
                        e.getMessage());
            }
        }
        return joined;
    }

    private static ProfileTable with(ProfileTable known, RuleTable rows) {
        ProfileTable with = known.with(rows);
        PLATFORM.stream()
                .filter(s -> !known.knows(s) && with.knows(s))
                .findFirst()
                .ifPresent(s -> {
                    throw new IllegalArgumentException("the platform keeps the name " + s + " for itself");
                });
        return with;
    }

    /** The rows of each connector apart: one has rows for its own system only. In the order of their first rows. */
    private static List<RuleTable> bySystem(RuleTable rows) {
        Map<String, List<Map<String, String>>> systems = rows.rows().stream()
                .collect(Collectors.groupingBy(GrantedProfiles::system, LinkedHashMap::new, Collectors.toList()));
        return systems.values().stream()
                .map(some -> new RuleTable(rows.name(), rows.version(), rows.columns(), some))
                .toList();
    }

    private static String system(Map<String, String> row) {
        return row.getOrDefault("system", "");
    }
}
