package org.polyonym.access.internal;

import com.nimbusds.jose.jwk.ECKey;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polyonym.access.AccessControl;
import org.polyonym.access.AccessGrants;
import org.polyonym.access.Caller;
import org.polyonym.access.GrantCheck;
import org.polyonym.access.Profile;
import org.polyonym.access.cli.DemoIssuer;
import org.polyonym.model.Authority;
import org.polyonym.model.CaseReference;
import org.polyonym.model.Purpose;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.rules.RuleBook;
import org.polyonym.rules.RuleTable;

/**
 * Access by tables: {@code access} (profiles), {@code operations}, {@code writers}. Configuration: {@code issuers}, the
 * directory of the trusted issuers' public keys, and {@code demo}, whether the demo issuer is one of them.
 */
@Component(
        configurationPid = "org.polyonym.access",
        service = {AccessControl.class, GrantCheck.class})
public final class TableAccessControl implements AccessControl, GrantCheck {
    private final Tokens tokens;
    private final GrantedProfiles profiles;
    private final OperationTable operations;
    private final WriterTable writers;

    /** Called by the component runtime. */
    @Activate
    public TableAccessControl(@Reference RuleBook rules, Map<String, Object> config) {
        this(rules, config, InstantSource.system());
    }

    TableAccessControl(RuleBook rules, Map<String, Object> config, InstantSource machineTime) {
        this.profiles = new GrantedProfiles(new ProfileTable(rules.table("access")));
        this.operations = new OperationTable(rules.table("operations"));
        this.writers = new WriterTable(rules.table("writers"));
        Path etc = Path.of(System.getProperty("karaf.etc", "etc"));
        Path issuers = config.get("issuers") == null
                ? etc.resolve("issuers")
                : Path.of(config.get("issuers").toString());
        boolean demo = Boolean.parseBoolean(String.valueOf(config.get("demo")));
        Optional<ECKey> demoKey =
                demo ? Optional.of(DemoIssuer.loadOrCreate(etc.resolve(DemoIssuer.FILE))) : Optional.empty();
        this.tokens = new Tokens(TrustedIssuers.load(issuers, demoKey), machineTime);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindGrants(AccessGrants grants) {
        profiles.set(grants);
    }

    void unbindGrants(AccessGrants grants) {
        profiles.unset(grants);
    }

    @Override
    public boolean builtIn(SystemId system) {
        return profiles.builtIn(system);
    }

    @Override
    public List<String> objections(RuleTable rows) {
        return profiles.objections(rows);
    }

    @Override
    public Caller authenticate(String bearerToken, String purpose, String caseReference) {
        Tokens.Bearer bearer = tokens.read(bearerToken);
        if (purpose == null || purpose.isBlank() || caseReference == null || caseReference.isBlank()) {
            throw ProblemException.of(ProblemType.PURPOSE_MISSING, "both headers are needed with every request");
        }
        Purpose asked = Arrays.stream(Purpose.values())
                .filter(each -> each.name().equals(purpose))
                // A component's own purpose: no official has it, whatever a token says.
                .filter(each -> each != Purpose.MULTIPLE_IDENTITY_DETECTION)
                .filter(bearer.purposes()::contains)
                .findFirst()
                .orElseThrow(() ->
                        ProblemException.of(ProblemType.PURPOSE_NOT_ALLOWED, "the token does not list the purpose"));
        return new Caller(bearer.authority(), bearer.user(), asked, CaseReference.of(caseReference));
    }

    @Override
    public Profile profile(Caller caller) {
        return profiles.find(caller.authority().kind(), caller.purpose())
                .orElseThrow(() -> denied(caller, "has no profile"));
    }

    @Override
    public void requireWrite(Caller caller, SystemId system, String category) {
        boolean reachesSystem = profiles.find(caller.authority().kind(), caller.purpose())
                .flatMap(profile -> profile.right(system))
                .isPresent();
        if (!reachesSystem || !writers.allows(caller, system, category)) {
            throw denied(caller, "may not enter records of this category in " + system);
        }
    }

    @Override
    public void requireOwner(Caller caller, SystemId system, String category, Authority owner) {
        requireWrite(caller, system, category);
        if (!owner.state().equals(caller.authority().state())) {
            throw ProblemException.of(
                    ProblemType.NOT_OWNER, "only the Member State that entered the record changes it");
        }
    }

    @Override
    public void requireOperation(Caller caller, String operation) {
        if (!operations.allows(caller, operation)) {
            throw denied(caller, "may not use " + operation);
        }
    }

    private static ProblemException denied(Caller caller, String what) {
        return ProblemException.of(
                ProblemType.ACCESS_DENIED, caller.authority().kind() + " for " + caller.purpose() + " " + what);
    }
}
