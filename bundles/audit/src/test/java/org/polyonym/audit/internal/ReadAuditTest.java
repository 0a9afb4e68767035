package org.polyonym.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.AuditLog;
import org.polyonym.audit.StoredAuditEntry;
import org.polyonym.http.Request;
import org.polyonym.model.Authority;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.CaseReference;
import org.polyonym.model.Purpose;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.store.UnitOfWork;

class ReadAuditTest {
    private static final Caller SUPERVISOR = caller("SUPERVISOR@EU", Purpose.SUPERVISION);
    private static final Caller POLICE = caller("POLICE@MS-1", Purpose.POLICE_CHECK);

    private final ReadAudit endpoint = new ReadAudit(new OneEntryAfterSeven(), supervisorsOnly());

    private static Caller caller(String authority, Purpose purpose) {
        return new Caller(Authority.of(authority), "user", purpose, CaseReference.of("case-1"));
    }

    @Test
    void readsOnAfterTheGivenNumber() {
        assertThat(endpoint.handle(request(SUPERVISOR, "7")).body().map(ReadAudit.Entries.class::cast))
                .hasValueSatisfying(found -> assertThat(found.entries())
                        .extracting(StoredAuditEntry::sequence)
                        .containsExactly(8L));
    }

    @Test
    void refusesEverybodyButSupervisors() {
        assertProblem(ProblemType.ACCESS_DENIED, request(POLICE, "7"));
    }

    @Test
    void refusesAPositionThatIsNoNumber() {
        assertProblem(ProblemType.INVALID_VALUE, request(SUPERVISOR, "-1"));
        assertProblem(ProblemType.INVALID_VALUE, request(SUPERVISOR, "9".repeat(19)));
    }

    private void assertProblem(ProblemType expected, Request request) {
        assertThatThrownBy(() -> endpoint.handle(request))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(expected));
    }

    /** A gate with the one row of the operations table that matters here. */
    private static AccessControl supervisorsOnly() {
        return (AccessControl) Proxy.newProxyInstance(
                AccessControl.class.getClassLoader(), new Class<?>[] {AccessControl.class}, (proxy, method, args) -> {
                    assertThat(method.getName()).isEqualTo("requireOperation");
                    assertThat(args[1]).isEqualTo("readAudit");
                    if (((Caller) args[0]).authority().kind() != AuthorityKind.SUPERVISOR) {
                        throw ProblemException.of(ProblemType.ACCESS_DENIED, "no row");
                    }
                    return null;
                });
    }

    private static final class OneEntryAfterSeven implements AuditLog {
        @Override
        public void append(UnitOfWork unitOfWork, AuditEntry entry) {
            throw new UnsupportedOperationException("reading only");
        }

        @Override
        public void append(AuditEntry entry) {
            throw new UnsupportedOperationException("reading only");
        }

        @Override
        public List<StoredAuditEntry> read(long afterSequence, int limit) {
            assertThat(afterSequence).isEqualTo(7);
            return List.of(new StoredAuditEntry(
                    8, Instant.EPOCH, new AuditEntry("PORTAL_QUERY", POLICE, List.of(), Map.of())));
        }
    }

    private static Request request(Caller caller, String after) {
        return new Request() {
            @Override
            public Caller caller() {
                return caller;
            }

            @Override
            public String path(String name) {
                throw new IllegalArgumentException(name);
            }

            @Override
            public Optional<String> query(String name) {
                return name.equals("after") ? Optional.of(after) : Optional.empty();
            }

            @Override
            public <T> T body(Class<T> type) {
                throw new IllegalArgumentException("no body");
            }

            @Override
            public Duration waitAtMost() {
                return Duration.ZERO;
            }
        };
    }
}
