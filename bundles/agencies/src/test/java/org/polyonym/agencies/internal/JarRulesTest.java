package org.polyonym.agencies.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polyonym.esp.ConnectorPackages;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;

class JarRulesTest {
    private static final String CONNECTOR = "org.polyonym.connector.Connector";

    @Test
    void hasNothingAgainstAConnectorThatAsksForTheSpiAlone() {
        ConnectorJar jar = Jars.good("eu.example.register", "1.2.3").read();

        assertThat(JarRules.objections(jar)).isEmpty();
        assertThat(jar.name()).isEqualTo("eu.example.register");
        assertThat(jar.version()).isEqualTo("1.2.3");
    }

    @Test
    void letsInEveryPackageOfTheOneListAndWhatLiesBelowThoseOfTheJavaPlatform() {
        List<String> below =
                ConnectorPackages.JAVA.stream().map(p -> p + ".below").toList();
        List<String> beside =
                ConnectorPackages.SPI.stream().map(p -> p + ".below").toList();

        assertThat(objections(List.copyOf(ConnectorPackages.SPI))).isEmpty();
        assertThat(objections(ConnectorPackages.JAVA)).isEmpty();
        assertThat(objections(below)).isEmpty();
        assertThat(objections(beside)).hasSameSizeAs(beside);
        assertThat(objections(List.of("javafx.scene", "org.w3c", "javax.naming")))
                .hasSize(3);
    }

    private static List<Objection> objections(List<String> imports) {
        return JarRules.objections(Jars.good("eu.example.register", "1.2.3")
                .header("Import-Package", String.join(",", imports))
                .read());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(ProblemType.CONNECTOR_IS_FRAGMENT, j -> j.header("Fragment-Host", "org.polyonym.access")),
                fault(ProblemType.CONNECTOR_REQUIRES_BUNDLE, j -> j.header("Require-Bundle", "org.polyonym.api")),
                fault(ProblemType.CONNECTOR_DYNAMIC_IMPORT, j -> j.header("DynamicImport-Package", "*")),
                fault(ProblemType.CONNECTOR_EXPORTS, j -> j.header("Export-Package", "org.polyonym.model")),
                fault(ProblemType.CONNECTOR_ACTIVATOR, j -> j.header("Bundle-Activator", "eu.example.A")),
                fault(ProblemType.CONNECTOR_NATIVE_CODE, j -> j.header("Bundle-NativeCode", "lib/x.so")),
                fault(ProblemType.CONNECTOR_NATIVE_CODE, j -> j.entry("lib/X.DLL", new byte[] {1})),
                fault(ProblemType.CONNECTOR_BEYOND_SPI, j -> j.header("Import-Package", "org.polyonym.store")),
                fault(
                        ProblemType.CONNECTOR_BEYOND_SPI,
                        j -> j.header("Import-Package", "org.osgi.framework;resolution:=optional")),
                fault(ProblemType.CONNECTOR_BEYOND_SPI, j -> j.header("Karaf-Commands", "eu.example")),
                fault(ProblemType.CONNECTOR_BEYOND_SPI, j -> j.header("Require-Capability", "osgi.wiring.host")),
                fault(ProblemType.CONNECTOR_BEYOND_SPI, j -> j.header("Provide-Capability", "osgi.extender")),
                fault(ProblemType.CONNECTOR_BEYOND_SPI, component("org.polyonym.access.AccessControl", "x")),
                fault(ProblemType.CONNECTOR_BEYOND_SPI, component(CONNECTOR, "org.polyonym.registry.Records")),
                fault(ProblemType.CONNECTOR_NOT_A_BUNDLE, j -> j.without("Service-Component")),
                fault(ProblemType.CONNECTOR_NOT_A_BUNDLE, components("OSGI-INF/*.xml")),
                fault(ProblemType.CONNECTOR_NOT_A_BUNDLE, components(Jars.COMPONENT + " OSGI-INF/e.xml")),
                fault(ProblemType.CONNECTOR_NOT_A_BUNDLE, components(Jars.COMPONENT + ";x=\"y,OSGI-INF/e.xml\"")),
                fault(ProblemType.CONNECTOR_BEYOND_SPI, j -> j.header("Bundle-ClassPath", ".,lib/x.jar")),
                fault(ProblemType.CONNECTOR_BEYOND_SPI, j -> j.entry("OSGI-INF/configurator/c.json", new byte[0])),
                fault(
                        ProblemType.CONNECTOR_BEYOND_SPI,
                        j -> j.entry("META-INF/versions/9/OSGI-INF/MANIFEST.MF", new byte[0])),
                fault(ProblemType.CONNECTOR_BEYOND_SPI, extender("(osgi.extender=osgi.configurator)")),
                fault(
                        ProblemType.CONNECTOR_BEYOND_SPI,
                        extender("(|(osgi.extender=osgi.component)(osgi.extender=osgi.configurator))")),
                fault(ProblemType.CONNECTOR_BEYOND_SPI, j -> j.header("Require-Capability", "osgi.extender")),
                fault(
                        ProblemType.CONNECTOR_NOT_A_BUNDLE,
                        j -> j.entry(Jars.COMPONENT, "<a>".getBytes(StandardCharsets.UTF_8))));
    }

    /** With entries of exactly these names, in which there is nothing to object to. */
    private static UnaryOperator<Jars> components(String header) {
        byte[] good = Jars.component(CONNECTOR, "org.polyonym.time.LegalClock").getBytes(StandardCharsets.UTF_8);
        return j -> j.header("Service-Component", header).entry(header, good);
    }

    private static UnaryOperator<Jars> extender(String filter) {
        return j -> j.header("Require-Capability", "osgi.extender;filter:=\"" + filter + "\"");
    }

    private static Arguments fault(ProblemType type, UnaryOperator<Jars> change) {
        return Arguments.of(type, change);
    }

    private static UnaryOperator<Jars> component(String offers, String uses) {
        return j -> j.entry(Jars.COMPONENT, Jars.component(offers, uses).getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void refusesWhatReachesBeyondTheSpi(ProblemType type, UnaryOperator<Jars> change) {
        ConnectorJar jar =
                change.apply(Jars.good("eu.example.register", "1.0.0")).read();

        assertThat(JarRules.objections(jar)).extracting(Objection::type).contains(type);
    }

    @Test
    void hasNothingAgainstWhatBndWrites() {
        Jars jar = extender("(&(osgi.extender=osgi.component)(version>=1.5.0)(!(version>=2.0.0)))")
                .apply(Jars.good("eu.example.register", "1.0.0"))
                .header("Bundle-ClassPath", ".");

        assertThat(JarRules.objections(jar.read())).isEmpty();
    }

    @Test
    void judgesTheJarThatTheFrameworkOpensAndNotTheOneInFrontOfIt() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(Jars.good("eu.example.register", "1.0.0").bytes());
        both.write(Jars.good("eu.example.other", "2.0.0")
                .header("Bundle-Activator", "eu.example.A")
                .bytes());
        ConnectorJar jar = ConnectorJar.read(both.toByteArray());

        assertThat(jar.name()).isEqualTo("eu.example.other");
        assertThat(JarRules.objections(jar)).extracting(Objection::type).contains(ProblemType.CONNECTOR_ACTIVATOR);
    }

    @Test
    void judgesHeadersAtTheEndOfALongManifest() {
        Jars jar = Jars.good("eu.example.register", "1.0.0");
        for (int i = 0; i < 2_000; i++) {
            jar.header("X-" + i, "x".repeat(50));
        }
        jar.header("Bundle-Activator", "eu.example.A");

        assertThat(JarRules.objections(jar.read()))
                .extracting(Objection::type)
                .contains(ProblemType.CONNECTOR_ACTIVATOR);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of(ProblemType.CONNECTOR_NOT_A_BUNDLE, "not a jar".getBytes(StandardCharsets.UTF_8)),
                Arguments.of(
                        ProblemType.CONNECTOR_NOT_A_BUNDLE,
                        Jars.good("eu.example", "1.0.0")
                                .without("Bundle-Version")
                                .bytes()),
                Arguments.of(
                        ProblemType.CONNECTOR_NOT_A_BUNDLE,
                        Jars.good("../escape", "1.0.0").bytes()),
                Arguments.of(
                        ProblemType.CONNECTOR_NOT_A_BUNDLE,
                        Jars.good("eu.example", "1.0.0")
                                .entry("a/../../b", new byte[0])
                                .bytes()),
                Arguments.of(ProblemType.CONNECTOR_TOO_LARGE, new byte[Limits.MAX_JAR_BYTES + 1]),
                Arguments.of(
                        ProblemType.CONNECTOR_TOO_LARGE,
                        Jars.good("eu.example", "1.0.0")
                                .entry("bomb", new byte[(int) Limits.MAX_UNPACKED_BYTES + 1])
                                .bytes()),
                Arguments.of(
                        ProblemType.CONNECTOR_TOO_LARGE,
                        Jars.good("eu.example", "1.0.0")
                                .entry(Jars.COMPONENT, new byte[Limits.MAX_COMPONENT_BYTES + 1])
                                .bytes()),
                Arguments.of(
                        ProblemType.CONNECTOR_TOO_LARGE,
                        Jars.good("eu.example", "1.0.0")
                                .header("X", "x".repeat(Limits.MAX_MANIFEST_BYTES))
                                .bytes()),
                Arguments.of(ProblemType.CONNECTOR_TOO_LARGE, manyEntries()));
    }

    private static byte[] manyEntries() {
        Jars jar = Jars.good("eu.example", "1.0.0");
        for (int i = 0; i <= Limits.MAX_ENTRIES; i++) {
            jar.entry("e" + i, new byte[0]);
        }
        return jar.bytes();
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void refusesWhatIsNoBundleOrTooLarge(ProblemType type, byte[] bytes) {
        assertThatThrownBy(() -> ConnectorJar.read(bytes))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(type));
    }

    @Test
    void readsClausesWithQuotedCommas() {
        assertThat(Clauses.parse("a;b;version=\"[1,2)\";x:=\"p,q;r\",c"))
                .extracting(Clauses.Clause::paths)
                .containsExactly(java.util.List.of("a", "b"), java.util.List.of("c"));
    }
}
