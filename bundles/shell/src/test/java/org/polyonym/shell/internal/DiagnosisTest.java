package org.polyonym.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polyonym.health.Finding;
import org.polyonym.shell.internal.ComponentFact.Need;
import org.polyonym.shell.internal.ComponentFact.Standing;

class DiagnosisTest {
    private static final BundleFact STORE = active("org.polyonym.store");
    private static final ComponentFact ESP = waiting("Esp", "Store");

    @Test
    void saysNothingWhenEverythingIsUp() {
        assertThat(diagnosis(List.of(STORE), List.of(up("Sql", "Store"))).findings())
                .isEmpty();
    }

    @Test
    void isNotReadyWhileFeaturesAreStillBeingInstalled() {
        Facts facts = new Facts(false, List.of(STORE), List.of());
        assertThat(new Diagnosis(facts).findings()).extracting(Finding::subject).containsExactly(Diagnosis.BOOT);
    }

    @Test
    void namesTheServiceThatNobodyOffers() {
        assertThat(reasons(diagnosis(List.of(STORE), List.of(ESP)), "Esp"))
                .containsExactly(
                        "component Esp needs service Store (reference store)", "no installed bundle offers Store");
    }

    @Test
    void followsTheChainDownToTheComponentThatFailed() {
        ComponentFact broken = new ComponentFact("Sql", "b", Standing.FAILED, "disk full", List.of(), Set.of("Store"));
        ComponentFact gateway = waiting("Gateway", "EspService");
        ComponentFact esp = new ComponentFact(
                "Esp",
                "b",
                Standing.WAITS_FOR_SERVICE,
                "",
                List.of(new Need("store", "Store", "")),
                Set.of("EspService"));

        assertThat(reasons(diagnosis(List.of(), List.of(gateway, esp, broken)), "Gateway"))
                .containsExactly(
                        "component Gateway needs service EspService (reference espservice)",
                        "component Esp needs service Store (reference store)",
                        "component Sql failed to start: disk full");
    }

    @Test
    void namesTheUnresolvedBundleThatWouldOfferTheService() {
        BundleFact unresolved = new BundleFact(
                "org.polyonym.store", "not resolved", false, List.of("package org.h2"), List.of(), Set.of("Store"));

        assertThat(reasons(diagnosis(List.of(unresolved), List.of(ESP)), "Esp"))
                .containsExactly(
                        "component Esp needs service Store (reference store)",
                        "bundle org.polyonym.store is not resolved",
                        "bundle org.polyonym.store lacks package org.h2");
    }

    @Test
    void followsUnresolvedBundlesToTheOneThatLacksSomething() {
        BundleFact outer = new BundleFact("outer", "not resolved", false, List.of(), List.of("inner"), Set.of());
        BundleFact inner = new BundleFact("inner", "not resolved", false, List.of("package gone"), List.of(), Set.of());

        assertThat(reasons(diagnosis(List.of(outer, inner), List.of()), "outer"))
                .containsExactly(
                        "bundle outer is not resolved",
                        "bundle inner is not resolved",
                        "bundle inner lacks package gone");
    }

    @Test
    void endsWhereComponentsWaitForEachOther() {
        ComponentFact first = new ComponentFact(
                "First", "b", Standing.WAITS_FOR_SERVICE, "", List.of(new Need("s", "Second", "")), Set.of("First"));
        ComponentFact second = new ComponentFact(
                "Second", "b", Standing.WAITS_FOR_SERVICE, "", List.of(new Need("f", "First", "")), Set.of("Second"));

        assertThat(reasons(diagnosis(List.of(), List.of(first, second)), "First"))
                .last()
                .isEqualTo("component First again: these wait for each other in a circle");
    }

    @Test
    void whatTwoReferencesHangOnIsExplainedOnceAndIsNoCircle() {
        ComponentFact both = new ComponentFact(
                "Both",
                "b",
                Standing.WAITS_FOR_SERVICE,
                "",
                List.of(new Need("a", "Store", ""), new Need("b", "Images", "")),
                Set.of());
        ComponentFact broken =
                new ComponentFact("Sql", "b", Standing.FAILED, "disk full", List.of(), Set.of("Store", "Images"));

        assertThat(reasons(diagnosis(List.of(), List.of(both, broken)), "Both"))
                .containsExactly(
                        "component Both needs service Store (reference a)",
                        "component Sql failed to start: disk full",
                        "component Both needs service Images (reference b)");
    }

    @Test
    void followsABundleThatWasToRegisterTheServiceByItself() {
        BundleFact store = new BundleFact("org.polyonym.store", "active", true, List.of(), List.of(), Set.of("Store"));
        ComponentFact opener =
                new ComponentFact("Opener", "org.polyonym.store", Standing.FAILED, "disk full", List.of(), Set.of());

        assertThat(reasons(diagnosis(List.of(store), List.of(ESP, opener)), "Esp"))
                .containsExactly(
                        "component Esp needs service Store (reference store)",
                        "bundle org.polyonym.store is to offer Store and has not done so",
                        "component Opener failed to start: disk full");
    }

    @Test
    void tellsAnUnfitServiceFromAMissingOne() {
        ComponentFact picky = new ComponentFact(
                "Esp",
                "b",
                Standing.WAITS_FOR_SERVICE,
                "",
                List.of(new Need("store", "Store", "(kind=sql)")),
                Set.of());

        assertThat(reasons(diagnosis(List.of(), List.of(picky, up("Other", "Store"))), "Esp"))
                .last()
                .isEqualTo("component Other offers it, but its properties do not match (kind=sql)");
    }

    @Test
    void whatIsOffByChoiceDoesNotHinderReadinessButIsExplained() {
        ComponentFact off = new ComponentFact("Connector", "b", Standing.NOT_CONFIGURED, "", List.of(), Set.of());
        Diagnosis diagnosis = diagnosis(List.of(), List.of(off));

        assertThat(diagnosis.findings()).isEmpty();
        assertThat(reasons(diagnosis, "Connector"))
                .containsExactly("component Connector has no configuration and exists only with one");
    }

    @Test
    void givesTheRemedyOfTheRootCause() {
        assertThat(diagnosis(List.of(STORE), List.of(ESP)).findings())
                .containsExactly(new Finding(
                        "Esp",
                        "component Esp needs service Store (reference store); no installed bundle offers Store",
                        "install the bundle that offers Store"));
    }

    @Test
    void findsABundleByTheLastPartOfItsName() {
        assertThat(diagnosis(List.of(STORE), List.of()).why("store")).hasSize(1);
        assertThat(diagnosis(List.of(STORE), List.of()).why("tore")).isEmpty();
    }

    private static List<String> reasons(Diagnosis diagnosis, String name) {
        return diagnosis.why(name).stream()
                .filter(line -> !line.startsWith("remedy: "))
                .toList();
    }

    private static Diagnosis diagnosis(List<BundleFact> bundles, List<ComponentFact> components) {
        return new Diagnosis(new Facts(true, bundles, components));
    }

    private static BundleFact active(String name) {
        return new BundleFact(name, "active", true, List.of(), List.of(), Set.of());
    }

    private static ComponentFact up(String name, String offers) {
        return new ComponentFact(name, "b", Standing.UP, "", List.of(), Set.of(offers));
    }

    private static ComponentFact waiting(String name, String service) {
        Need need = new Need(service.toLowerCase(java.util.Locale.ROOT), service, "");
        return new ComponentFact(name, "b", Standing.WAITS_FOR_SERVICE, "", List.of(need), Set.of());
    }
}
