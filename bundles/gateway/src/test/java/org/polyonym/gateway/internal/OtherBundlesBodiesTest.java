package org.polyonym.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bodies of other components are theirs alone, so their published schemas are compared with the sources. */
class OtherBundlesBodiesTest {
    private final JsonNode document = ApiDescription.load().document();

    @ParameterizedTest
    @CsvSource({
        "SearchRequest, esp, PortalRequest, PortalRequest",
        "IdentityCheckRequest, esp, CheckRequest, CheckRequest",
        "IdentityCheckReply, esp, CheckAnswer, CheckAnswer",
        "CheckedPerson, esp, CheckAnswer, Person",
        "LinkFlag, esp, CheckAnswer, Flag",
        "Finding, mid, Finding, Finding",
        "HitRequest, sis, HitReport, HitReport",
        "HitReply, sis, HitAnswer, HitAnswer",
        "BiometricSearchRequest, sbms, SearchBiometrics, Body",
        "ComparisonRequest, sbms, ExplainComparison, Body",
        "Explanation, sbms, ExplainComparison, Explanation",
        "ForwardingRequest, europol, ForwardingRequest, ForwardingRequest",
        "ForwardingReply, europol, Forwarding, Forwarded",
        "ReleaseRequest, interpol, ReleaseRequest, ReleaseRequest",
        "Release, interpol, Release, Release",
        "DeployRequest, agencies, DeployRequest, DeployRequest",
        "ConnectorList, agencies, ListConnectors, Connectors",
        "ConnectorRow, agencies, ConnectorRow, ConnectorRow",
        "ConnectorChange, agencies, Change, Change",
        "ConnectorPlan, agencies, Plan, Plan",
        "PlannedImport, agencies, Plan, Need",
        "PlanRefusal, agencies, Plan, Refusal",
        "AuditEntries, audit, ReadAudit, Entries",
        "NotificationList, notification, ListNotifications, Inbox"
    })
    void areDescribedFieldByField(String schema, String bundle, String file, String type) throws IOException {
        Path source = Path.of("..", bundle, "src/main/java/org/polyonym", bundle, "internal", file + ".java");
        Set<String> described = new TreeSet<>();
        document.at("/components/schemas/" + schema + "/properties")
                .fieldNames()
                .forEachRemaining(described::add);
        assertThat(described).isEqualTo(components(Files.readString(source), type));
    }

    private static Set<String> components(String source, String type) {
        Matcher header = Pattern.compile("record " + type + "\\(([^)]*)\\)").matcher(source);
        assertThat(header.find()).as("record " + type).isTrue();
        String flat = header.group(1)
                .replaceAll("<[^<>]*>", "")
                .replaceAll("<[^<>]*>", "")
                .strip();
        return Arrays.stream(flat.split(","))
                .map(component -> component.strip().replaceAll(".*\\s", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
