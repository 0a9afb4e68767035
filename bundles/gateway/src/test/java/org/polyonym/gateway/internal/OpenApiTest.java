package org.polyonym.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.polyonym.access.Caller;
import org.polyonym.audit.AuditEntry;
import org.polyonym.audit.StoredAuditEntry;
import org.polyonym.cir.IndividualFile;
import org.polyonym.gateway.internal.record.AnswerTypes;
import org.polyonym.json.JsonMapping;
import org.polyonym.mid.LinkView;
import org.polyonym.model.BiometricSample;
import org.polyonym.model.IdentityData;
import org.polyonym.model.IdentityGroup;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.PersonName;
import org.polyonym.model.SampleRef;
import org.polyonym.model.TravelDocument;
import org.polyonym.notification.Notification;
import org.polyonym.registry.Submission;
import org.polyonym.sbms.Candidate;
import org.polyonym.sbms.Comparison;
import org.polyonym.sbms.Coverage;
import org.polyonym.sbms.FingerEvidence;
import org.polyonym.sbms.Identification;
import org.polyonym.sbms.MatchedMinutia;

class OpenApiTest {
    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("Submission", Submission.class),
            Map.entry("OriginRecord", OriginRecord.class),
            Map.entry("IdentityData", IdentityData.class),
            Map.entry("PersonName", PersonName.class),
            Map.entry("TravelDocument", TravelDocument.class),
            Map.entry("BiometricSample", BiometricSample.class),
            Map.entry("SampleRef", SampleRef.class),
            Map.entry("LinkView", LinkView.class),
            Map.entry("IdentityGroup", IdentityGroup.class),
            Map.entry("IndividualFile", IndividualFile.class),
            Map.entry("Partition", IndividualFile.Partition.class),
            Map.entry("Notification", Notification.class),
            Map.entry("Comparison", Comparison.class),
            Map.entry("Candidate", Candidate.class),
            Map.entry("Coverage", Coverage.class),
            Map.entry("Identification", Identification.class),
            Map.entry("MatchedMinutia", MatchedMinutia.class),
            Map.entry("FingerEvidence", FingerEvidence.class),
            Map.entry("Caller", Caller.class),
            Map.entry("AuditEntry", AuditEntry.class),
            Map.entry("StoredAuditEntry", StoredAuditEntry.class),
            Map.entry("Problem", Problem.class),
            Map.entry("RegistrationReply", AnswerTypes.REGISTRATION),
            Map.entry("Detection", AnswerTypes.DETECTION));

    private final ApiDescription description = ApiDescription.load();
    private final JsonNode document = description.document();

    @Test
    void saysOfEveryOperationThatIsNoGetWhetherItWritesAndOfNoGetThatItDoes() {
        document.path("paths")
                .forEach(path -> path.properties().forEach(method -> {
                    JsonNode operation = method.getValue();
                    String name = operation.path("operationId").asText();
                    if (method.getKey().equals("get")) {
                        assertThat(operation.has(ApiDescription.WRITES))
                                .as(name)
                                .isFalse();
                    } else if (operation.has("operationId")) {
                        assertThat(operation.path(ApiDescription.WRITES).isBoolean())
                                .as(name)
                                .isTrue();
                    }
                }));
        assertThat(description.operations())
                .filteredOn(each -> each.method().equals("PUT") || each.method().equals("DELETE"))
                .allMatch(Operation::writes);
    }

    @Test
    void resolvesEveryReference() {
        everyNode(document, node -> {
            if (node.has("$ref")) {
                assertThat(document.at(node.get("$ref").asText().substring(1)).isMissingNode())
                        .as(node.get("$ref").asText())
                        .isFalse();
            }
        });
    }

    @Test
    void namesEveryOperationOnceAndEveryPathParameter() {
        assertThat(description.operations()).extracting(Operation::operationId).doesNotHaveDuplicates();
        for (Operation operation : description.operations()) {
            Set<String> described = new TreeSet<>();
            node(operation).path("parameters").forEach(parameter -> {
                JsonNode resolved = document.at(parameter.get("$ref").asText().substring(1));
                if (resolved.get("in").asText().equals("path")) {
                    described.add(resolved.get("name").asText());
                }
            });
            Set<String> inPath = operation.segments().stream()
                    .filter(Operation::isParameter)
                    .map(segment -> segment.substring(1, segment.length() - 1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(described).as(operation.path()).isEqualTo(inPath);
        }
    }

    @Test
    void describesForEveryOperationHowItIsRefused() {
        for (Operation operation : description.operations()) {
            Set<String> statuses = new TreeSet<>();
            node(operation).path("responses").fieldNames().forEachRemaining(statuses::add);
            assertThat(statuses).as(operation.operationId()).anyMatch(status -> status.startsWith("2"));
            if (!operation.open()) {
                assertThat(statuses).as(operation.operationId()).contains("401", "403", "500", "503");
            }
        }
    }

    @Test
    void opensOnlyHealthAndItself() {
        assertThat(description.operations().stream().filter(Operation::open))
                .extracting(Operation::path)
                .containsExactlyInAnyOrder("/health/live", "/health/ready", "/health/cluster", "/openapi.json");
    }

    @Test
    void knowsTheSameOperationsAsTheAccessTable() throws IOException {
        Set<String> inTable;
        try (var lines = Files.lines(Path.of("..", "rules", "src/main/resources/rules/operations.tsv"))) {
            inTable = lines.filter(line -> !line.startsWith("#") && !line.startsWith("operation\t"))
                    .map(line -> line.split("\t")[0])
                    .collect(Collectors.toSet());
        }
        assertThat(description.operations().stream().filter(operation -> !operation.open()))
                .extracting(Operation::operationId)
                .containsExactlyInAnyOrderElementsOf(inTable);
    }

    @TestFactory
    List<DynamicTest> hasTheFieldsThatTheCodeHas() {
        return TYPES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Set<String> schema = new TreeSet<>();
                    document.at("/components/schemas/" + entry.getKey() + "/properties")
                            .fieldNames()
                            .forEachRemaining(schema::add);
                    Set<String> code = Arrays.stream(entry.getValue().getRecordComponents())
                            .map(RecordComponent::getName)
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertThat(schema).isEqualTo(code);
                }))
                .toList();
    }

    @Test
    void givesExamplesThatTheCodeReads() throws IOException {
        String example = document.at("/paths/~1v1~1systems~1{system}~1records/post/requestBody/content")
                .path("application/json")
                .path("example")
                .toString();
        assertThat(JsonMapping.mapper().readValue(example, Submission.class).category())
                .isEqualTo("IRREGULAR_CROSSING");
    }

    /** Whoever wrote it: an endpoint of the source tree that the file lacks would never be served. */
    @Test
    void describesEveryEndpointOfTheSourceTree() throws IOException {
        Pattern id = Pattern.compile("operationId\\(\\) \\{\\s*return \"(\\w+)\";");
        Set<String> coded = new TreeSet<>();
        for (Path file : endpointSources()) {
            Matcher matcher = id.matcher(Files.readString(file));
            if (matcher.find()) {
                coded.add(matcher.group(1));
            }
        }
        assertThat(coded).contains("registerRecord", "readStatus");
        assertThat(description.operations()).extracting(Operation::operationId).containsAll(coded);
    }

    private static List<Path> endpointSources() throws IOException {
        List<Path> found = new ArrayList<>();
        try (var files = Files.walk(Path.of(".."))) {
            for (Path file : files.filter(path -> path.toString().contains("src/main/java"))
                    .filter(path -> path.toString().endsWith(".java"))
                    .toList()) {
                if (Files.readString(file).contains("implements Endpoint")) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private JsonNode node(Operation operation) {
        return document.path("paths")
                .path(operation.path())
                .path(operation.method().toLowerCase(Locale.ROOT));
    }

    private static void everyNode(JsonNode node, Consumer<JsonNode> check) {
        check.accept(node);
        StreamSupport.stream(node.spliterator(), false).forEach(child -> everyNode(child, check));
    }
}
