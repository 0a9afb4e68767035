package org.polyonym.kit.steps;

import io.cucumber.java.After;
import io.cucumber.java.AfterAll;
import io.cucumber.java.BeforeAll;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.polyonym.access.Caller;
import org.polyonym.connector.Connector;
import org.polyonym.connector.ConnectorQuery;
import org.polyonym.connector.Description;
import org.polyonym.kit.Call;
import org.polyonym.kit.KitFile;
import org.polyonym.kit.KitRun;
import org.polyonym.kit.Sink;
import org.polyonym.kit.Workbench;
import org.polyonym.registry.SearchQuery;

/** What the steps of one scenario share: the bundle under test, installed anew, and the last search. */
public final class Bench {
    private static final String KIT_FILES = "kit-files";
    private static final int ANY_NUMBER = 10_000;

    /** Cucumber's hooks around a run are static; one run at a time. */
    private static Workbench workbench;

    private static KitFile kit;
    private static Path jar;
    private static Path kitFiles;

    private Bundle bundle;
    private ServiceReference<Connector> reference;
    private Connector connector;
    private Call.Outcome outcome;

    /** Boots the framework. */
    @BeforeAll
    public static void open() throws IOException {
        Path file = Path.of(System.getProperty(KitRun.KIT)).toAbsolutePath();
        jar = Path.of(System.getProperty(KitRun.JAR));
        kit = KitFile.read(file);
        kitFiles = file.resolveSibling(KIT_FILES);
        workbench = Workbench.open(kit.legalDate().orElseGet(() -> LocalDate.now(ZoneOffset.UTC)));
    }

    /** Ends it. */
    @AfterAll
    public static void close() {
        if (workbench != null) {
            workbench.close();
        }
    }

    /** Takes the bundle away, whatever became of it. */
    @After
    public void removeBundle() {
        if (bundle != null && bundle.getState() != Bundle.UNINSTALLED) {
            workbench.uninstall(bundle);
        }
    }

    Path jar() {
        return jar;
    }

    KitFile kit() {
        return kit;
    }

    Workbench workbench() {
        return workbench;
    }

    Bundle install() {
        bundle = workbench.install(jar, kit.configuration(), kitFiles);
        return bundle;
    }

    void start() {
        if (bundle == null) {
            install();
        }
        reference = workbench.start(bundle);
        connector = workbench.get(reference);
    }

    void stop() {
        workbench.stop(bundle);
        connector = null;
    }

    /** Uninstalls the bundle and lets go of everything that refers to it. */
    void forget() {
        workbench.uninstall(bundle);
        bundle = null;
        reference = null;
        connector = null;
        outcome = null;
    }

    Bundle bundle() {
        return bundle;
    }

    ServiceReference<Connector> reference() {
        return reference;
    }

    Connector connector() {
        return connector;
    }

    Description description() {
        return Call.within(Workbench.COMING, "describe()", connector, connector::describe);
    }

    void search(Caller caller, SearchQuery keys) {
        search(caller, keys, new Sink(ANY_NUMBER), description().limits().maxItems());
    }

    void search(Caller caller, SearchQuery keys, Sink sink, int wanted) {
        outcome = Call.search(connector, query(caller, keys, Instant.now().plus(KitRun.PATIENCE), wanted), sink);
    }

    void searchUntil(Instant deadline) {
        KitFile.Known known = kit.found();
        outcome = Call.search(
                connector, query(known.caller().caller(), known.query(), deadline, 1), new Sink(ANY_NUMBER));
    }

    void searchInterrupted() {
        KitFile.Known known = kit.found();
        Instant deadline = Instant.now().plus(KitRun.PATIENCE);
        outcome = Call.interrupted(
                connector,
                query(
                        known.caller().caller(),
                        known.query(),
                        deadline,
                        description().limits().maxItems()),
                new Sink(ANY_NUMBER));
    }

    Call.Outcome outcome() {
        return outcome;
    }

    /** A query as the portal makes it, without the fields that the connector does not declare searchable. */
    ConnectorQuery query(Caller caller, SearchQuery keys, Instant deadline, int wanted) {
        return new ConnectorQuery(
                "kit", caller, Keys.cut(keys, description().searchable()), List.of(), deadline, wanted);
    }
}
