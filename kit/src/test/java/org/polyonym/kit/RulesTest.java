package org.polyonym.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polyonym.access.DataCategory;
import org.polyonym.access.SearchField;
import org.polyonym.connector.Description;
import org.polyonym.connector.Fact;
import org.polyonym.connector.Item;
import org.polyonym.connector.Limits;
import org.polyonym.connector.MatchedBy;
import org.polyonym.esp.ConnectorPackages;
import org.polyonym.model.IdentityData;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;

class RulesTest {
    private static final SystemId SYSTEM = SystemId.of("HARBOUR");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Export-Package         | agency.harbour                                     | private",
                "DynamicImport-Package  | *                                                  | Import-Package",
                "Require-Bundle         | org.polyonym.api                                   | import packages",
                "Fragment-Host          | org.polyonym.esp                                   | bundle of its own",
                "Bundle-NativeCode      | lib.so;osname=linux                                | crash",
                "Bundle-Activator       | agency.harbour.Start                               | @Component",
                "Bundle-ClassPath       | .,lib/x.jar                                        | includeresource",
                "Require-Capability     | osgi.extender;filter:=(osgi.extender=osgi.componentry) | declarative services",
                "Import-Package         | org.polyonym.store;version=\"[1.0,2)\",java.util   | org.polyonym.store",
                "Import-Package         | org.slf4j;resolution:=optional                     | mandatory",
                "Require-Capability     | osgi.service;filter:=\"(objectClass=a.B)\"         | legal clock",
                "Bundle-SymbolicName    | ''                                                 | bnd-maven-plugin",
            })
    void refusesAManifestWith(String header, String value, String told) {
        Attributes manifest = good();
        manifest.putValue(header, value);

        assertThat(ManifestRules.breaches(manifest))
                .hasSize(1)
                .first()
                .asString()
                .contains(told);
    }

    @Test
    void letsInEveryPackageOfTheOneListAndNamesItToWhoImportsAnother() {
        Attributes manifest = good();
        List<String> all = Stream.concat(ConnectorPackages.SPI.stream(), ConnectorPackages.JAVA.stream())
                .toList();
        manifest.putValue("Import-Package", String.join(",", all));
        assertThat(ManifestRules.breaches(manifest)).isEmpty();

        manifest.putValue("Import-Package", "org.polyonym.store");
        assertThat(ManifestRules.breaches(manifest)).singleElement().asString().contains(all);
    }

    @Test
    void acceptsWhatTheArchetypeBuilds() {
        assertThat(ManifestRules.breaches(good())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0,    1000,  1,   maxItems",
        "1001, 1000,  1,   maxItems",
        "1,    0,     1,   timeout",
        "1,    30001, 1,   timeout",
        "1,    1000,  0,   maxConcurrent",
        "1,    1000,  257, maxConcurrent",
    })
    void refusesLimits(int items, long millis, int concurrent, String told) {
        assertThat(DescriptionRules.limits(new Limits(items, Duration.ofMillis(millis), concurrent)))
                .hasSize(1)
                .first()
                .asString()
                .contains(told);
    }

    @Test
    void refusesADescriptionWithoutItsParts() {
        Description bare = new Description(SYSTEM, " ", Set.of(), Set.of(DataCategory.ALERT), Limits.DEFAULT);

        assertThat(DescriptionRules.parts(bare)).hasSize(3);
        assertThat(DescriptionRules.parts(description())).isEmpty();
        assertThat(DescriptionRules.limits(Limits.DEFAULT)).isEmpty();
    }

    @Test
    void refusesUndeclaredCategoriesAndOtherSystems() {
        Item item = item("SIS", Optional.of(IdentityData.NONE), new Fact(DataCategory.ALERT, "action", "stop"));

        assertThat(ItemRules.categories(item, description()))
                .hasSize(2)
                .anyMatch(b -> b.contains("IDENTITY"))
                .anyMatch(b -> b.contains("ALERT"));
        assertThat(ItemRules.system(item, description())).hasSize(1);
    }

    @Test
    void refusesAnItemThatIsTooLargeOrHasHoles() {
        String large = "x".repeat(ItemRules.MAX_CHARACTERS);

        assertThat(ItemRules.form(item("HARBOUR", Optional.empty(), new Fact(DataCategory.REFERENCE, "a", large))))
                .hasSize(1);
        assertThat(ItemRules.form(item("HARBOUR", null, new Fact(DataCategory.REFERENCE, "a", "b"))))
                .hasSize(1);
        assertThat(ItemRules.form(item("HARBOUR", Optional.empty(), new Fact(null, "a", "b"))))
                .hasSize(1);
        assertThat(ItemRules.form(item("HARBOUR", Optional.empty(), new Fact(DataCategory.REFERENCE, "a", "b"))))
                .isEmpty();
    }

    @Test
    void refusesAJarThatIsTooLargeOrHoldsNativeCode() {
        ZipEntry small = entry("agency/Harbour.class", 1_000);

        assertThat(JarRules.breaches(JarRules.MAX_BYTES, List.of(small))).isEmpty();
        assertThat(JarRules.breaches(JarRules.MAX_BYTES + 1, List.of(small))).hasSize(1);
        assertThat(JarRules.breaches(1, List.of(entry("a", JarRules.MAX_UNPACKED_BYTES), small)))
                .hasSize(1);
        assertThat(JarRules.breaches(1, Collections.nCopies(JarRules.MAX_ENTRIES + 1, small)))
                .hasSize(1);
        assertThat(JarRules.breaches(1, List.of(entry("lib/Fast.SO", 1)))).hasSize(1);
    }

    private static ZipEntry entry(String name, long size) {
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(size);
        return entry;
    }

    private static Attributes good() {
        Attributes manifest = new Attributes();
        manifest.putValue("Bundle-SymbolicName", "agency.harbour");
        manifest.putValue("Bundle-Version", "1.0.0");
        manifest.putValue(
                "Import-Package",
                "java.util,org.polyonym.connector;version=\"[1.0,2)\",org.slf4j;version=\"[2.0,3)\",javax.net.ssl");
        manifest.putValue(
                "Require-Capability",
                "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0))\","
                        + "osgi.ee;filter:=\"(osgi.ee=JavaSE)\","
                        + "osgi.service;filter:=\"(objectClass=org.polyonym.time.LegalClock)\"");
        return manifest;
    }

    private static Description description() {
        return new Description(
                SYSTEM, "Harbour", Set.of(SearchField.FAMILY_NAME), Set.of(DataCategory.REFERENCE), Limits.DEFAULT);
    }

    private static Item item(String system, Optional<IdentityData> identity, Fact fact) {
        return new Item(
                new OriginRef(SystemId.of(system), "1"),
                Optional.empty(),
                Set.of(MatchedBy.IDENTITY),
                1,
                identity,
                List.of(),
                List.of(),
                List.of(fact));
    }
}
