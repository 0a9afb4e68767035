package org.polyonym.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Several nodes over one PostgreSQL, on this machine. */
final class Cluster {
    private final ClusterHome home;
    private final Project project;
    private final Children children;

    Cluster(ClusterHome home, Project project, Children children) {
        this.home = home;
        this.project = project;
        this.children = children;
    }

    /** A cluster is asked for, or is what the home holds. */
    static boolean isMeant(Options options, Home home) {
        return options.nodes() > 0
                || options.node() > 0
                || options.database().isPresent()
                || new ClusterHome(home.path()).exists();
    }

    /** Starts what is down, or the one node that the options name; returns when all that runs is ready. */
    int start(Options options, Build build) throws IOException, InterruptedException, Failure {
        if (options.nodes() > 0 && options.node() > 0) {
            throw new Failure(Failure.WRONG_CALL, "--nodes makes or starts a cluster, --node starts one of its nodes");
        }
        new Home(home.path()).requireOwn();
        int size = home.exists() && options.nodes() == 0 ? home.size() : options.nodes();
        if (options.fresh()) {
            empty(options);
        }
        settle(options, size);
        List<Integer> down = down(wanted(options.node()));
        if (down.isEmpty() && !ownDatabaseIsDown()) {
            System.out.println("already running: " + home.path());
            return 0;
        }
        if (!options.noBuild()) {
            build.refresh();
        }
        startDatabase();
        for (int number : down) {
            launch(number);
            awaitBooted(number);
        }
        // One of several that was started alone is up, and not ready before there is a majority.
        if (running().size() >= majority(home.size())) {
            awaitReady(running());
        }
        releaseAll();
        System.out.println("cluster of " + home.size() + " in " + home.path());
        return 0;
    }

    private void empty(Options options) throws IOException, Failure {
        if (options.node() > 0) {
            throw new Failure(Failure.WRONG_CALL, "--fresh throws away what all nodes share: leave out --node");
        }
        stop();
        Home any = new Home(home.path());
        new Instance(any).stop();
        any.delete();
    }

    /** What runs may outlive this call. */
    private void releaseAll() throws IOException {
        for (int number : running()) {
            release(number);
        }
        home.ownDatabase().process().ifPresent(children::release);
    }

    /** That node may outlive this call. */
    void release(int number) throws IOException {
        home.node(number).process().ifPresent(children::release);
    }

    /** Makes the home if there is none, and refuses what contradicts the one that is there. */
    private void settle(Options options, int size) throws IOException, InterruptedException, Failure {
        Optional<DatabaseAddress> given = options.database().isPresent()
                ? Optional.of(DatabaseAddress.parse(options.database().get(), System.getenv("PGPASSWORD")))
                : Optional.empty();
        if (!home.exists()) {
            create(options, size, given);
            return;
        }
        if (size != home.size()) {
            throw another("of " + home.size() + " nodes");
        }
        if (options.mode().isPresent() && !options.mode().get().equals(home.mode())) {
            throw another("of mode " + home.mode());
        }
        if (given.isPresent() && !given.get().equals(home.database())) {
            throw another("over " + home.database());
        }
        if (running().isEmpty() && options.node() == 0) {
            home.setDemo(options.demo());
        } else if (options.demo() && !home.demo()) {
            throw new Failure(Failure.WRONG_CALL, "the others run without --demo: stop them first");
        }
    }

    private void create(Options options, int size, Optional<DatabaseAddress> given)
            throws IOException, InterruptedException, Failure {
        if (size == 0) {
            throw new Failure(Failure.WRONG_CALL, home.path() + " is no cluster yet: start --nodes 3");
        }
        if (Files.exists(home.path().resolve("instance.env"))) {
            throw another("of one instance");
        }
        if (given.isEmpty()) {
            PostgresPrograms.find();
        } else {
            requireAnswer(given.get());
        }
        Ports ports = new Ports(new Random(new SecureRandom().nextLong()));
        home.create(size, options.modeOrDefault(), options.demo(), options.port(), given, ports);
    }

    private Failure another(String what) {
        return new Failure(Failure.WRONG_CALL, home.path() + " is a home " + what + ": use --fresh or another --home");
    }

    /** The node of that number, or all if it is 0. */
    List<Integer> wanted(int node) throws IOException, Failure {
        if (node > home.size()) {
            throw new Failure(Failure.WRONG_CALL, "the nodes are 1 to " + home.size());
        }
        return node > 0
                ? List.of(node)
                : IntStream.rangeClosed(1, home.size()).boxed().toList();
    }

    private List<Integer> down(List<Integer> numbers) throws IOException, InterruptedException {
        List<Integer> down = new ArrayList<>(numbers);
        for (int number : numbers) {
            if (instance(number).isSettledRunning()) {
                down.remove(Integer.valueOf(number));
            }
        }
        return down;
    }

    List<Integer> running() throws IOException {
        List<Integer> running = new ArrayList<>();
        for (int number = 1; number <= home.size(); number++) {
            if (instance(number).isRunning()) {
                running.add(number);
            }
        }
        return running;
    }

    /** The database first: its own is started, a given one must answer. */
    void startDatabase() throws IOException, InterruptedException, Failure {
        DatabaseAddress database = home.database();
        if (home.hasOwnDatabase()) {
            if (ownDatabaseIsDown()) {
                requireFree(database.port(), "postgresql");
            }
            home.ownDatabase().start(children, database.port(), database.password());
        } else {
            requireAnswer(database);
        }
    }

    private boolean ownDatabaseIsDown() throws IOException {
        return home.hasOwnDatabase() && home.ownDatabase().process().isEmpty();
    }

    private static void requireAnswer(DatabaseAddress database) throws Failure {
        if (!PostgresServer.answers(database.host(), database.port())) {
            throw new Failure("nothing answers at the database's address " + database.url());
        }
    }

    /** Starts a node's process, which this call answers for until {@link #releaseAll}. */
    void launch(int number) throws IOException, Failure {
        Boot boot = home.boot(number);
        requireFree(boot.httpPort(), "node-" + number);
        // Before a file is put into it, after which it would look like a folder of others.
        home.node(number).prepare(project, boot.mode(), boot.siblings());
        home.giveIssuer(number);
        instance(number).launch(project, children, boot);
    }

    private void requireFree(int port, String who) throws Failure {
        if (!Ports.isFree(port)) {
            throw new Failure("port " + port + " of " + who + " is taken by another program: end it, or write another"
                    + " port into " + home.path().resolve("cluster.env"));
        }
    }

    private void awaitReady(List<Integer> numbers) throws IOException, InterruptedException, Failure {
        for (int number : numbers) {
            if (!instance(number).isReady()) {
                instance(number).awaitReady();
            }
        }
    }

    /** A node that would be ready if only others were there lets them be started. */
    private void awaitBooted(int number) throws IOException, InterruptedException, Failure {
        if (running().size() < majority(home.size())) {
            instance(number).awaitBooted();
        } else {
            instance(number).awaitReady();
        }
        home.keepIssuer(number);
    }

    static int majority(int size) {
        return size / 2 + 1;
    }

    Instance instance(int number) {
        return new Instance(home.node(number));
    }

    /** Stops the node that is named, or all and then the database. */
    void stop(Options options) throws IOException, Failure {
        if (options.node() == 0) {
            stop();
            return;
        }
        for (int number : wanted(options.node())) {
            instance(number).stop();
        }
    }

    private void stop() throws IOException {
        if (home.exists()) {
            for (int number : running()) {
                instance(number).stop();
            }
            home.ownDatabase().stop();
        }
    }

    ClusterHome home() {
        return home;
    }

    /** The home of the node of that number, or of all if it is 0. */
    List<Home> homes(int node) throws IOException, Failure {
        return wanted(node).stream().map(home::node).toList();
    }
}
