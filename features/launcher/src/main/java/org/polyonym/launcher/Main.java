package org.polyonym.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code Main ROOT COMMAND OPTION...}: the commands of {@code ./polyonym}. */
public final class Main {
    private static final List<String> DEMO_MODES = List.of("2016", Home.DEFAULT_MODE);
    private static final String LOG = "data/log/polyonym.log";
    /** Asks a program only whether its call is right: a boot takes long and empties the home. */
    private static final String CHECK = "--check";

    private final Project project;
    private final Children children = new Children();
    private final Build build;

    Main(Project project) {
        this.project = project;
        this.build = new Build(project, children);
    }

    /** Exit status 0 when what was asked for is done. */
    public static void main(String[] arguments) throws InterruptedException {
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        String command = rest.isEmpty() ? "help" : rest.getFirst();
        int status;
        try {
            status = new Main(new Project(Path.of(arguments[0])))
                    .run(command, rest.subList(Math.min(1, rest.size()), rest.size()));
        } catch (Failure failure) {
            System.err.println("polyonym: " + failure.getMessage());
            status = failure.status();
        } catch (IOException failure) {
            System.err.println("polyonym: " + failure);
            status = Failure.FAILED;
        }
        System.exit(status);
    }

    int run(String command, List<String> arguments) throws IOException, InterruptedException, Failure {
        Options options = Options.parse(arguments);
        if (options.help()) {
            System.out.println(Usage.of(command));
            return 0;
        }
        return switch (command) {
            case "start" -> start(options);
            case "stop" -> stop(options);
            case "restart" -> restart(options);
            case "status" -> status(options);
            case "logs" -> logs(options);
            case "token" -> token(options);
            case "demo" -> demo(options);
            case "test" -> test(options);
            case "scenarios" -> scenarios(options);
            case "new-connector", "check-connector" -> kit(command, options);
            case "deploy", "replace", "undeploy", "release", "connectors" -> operator(command, options);
            case "soak" -> soak(options);
            case "faults" -> faults(options);
            case "campaign" -> new CampaignCommand(project, children, build).run(options);
            case "help", "--help", "-h" -> {
                System.out.println(
                        options.rest().isEmpty()
                                ? Usage.ALL
                                : Usage.of(options.rest().getFirst()));
                yield 0;
            }
            default -> throw new Failure(Failure.WRONG_CALL, "unknown command '" + command + "'; ./polyonym help");
        };
    }

    private int start(Options options) throws IOException, InterruptedException, Failure {
        options.requireNoRest("start");
        Home home = options.home(project);
        if (Cluster.isMeant(options, home)) {
            return cluster(home).start(options, build);
        }
        home.requireOwn();
        Instance instance = new Instance(home);
        if (instance.isRunning() && !options.fresh()) {
            requireSame(options, home);
            System.out.println("already running: " + instance.url());
            return 0;
        }
        refresh(options);
        boot(home, options.modeOrDefault(), options.port(), options.demo(), options.fresh());
        instance.awaitReady();
        home.process().ifPresent(children::release);
        return 0;
    }

    /** What runs is not what is asked for only because it has the same home. */
    private static void requireSame(Options options, Home home) throws IOException, Failure {
        Map<String, String> env = home.env();
        List<String> other = new ArrayList<>();
        options.mode()
                .filter(mode -> !mode.equals(env.get("mode")))
                .ifPresent(m -> other.add("mode " + env.get("mode")));
        if (options.port() > 0 && !Integer.toString(options.port()).equals(env.get("port"))) {
            other.add("port " + env.get("port"));
        }
        if (options.demo() && !Boolean.parseBoolean(env.get("demo"))) {
            other.add("no --demo");
        }
        if (!other.isEmpty()) {
            throw new Failure(
                    Failure.WRONG_CALL,
                    home.path() + " runs with " + String.join(" and ", other)
                            + ": stop it first, or use another --home");
        }
    }

    private void refresh(Options options) throws IOException, InterruptedException, Failure {
        if (!options.noBuild()) {
            build.refresh();
        }
    }

    private Instance boot(Home home, String mode, int port, boolean demo, boolean fresh) throws IOException, Failure {
        Instance instance = new Instance(home);
        if (fresh) {
            instance.stop();
            home.delete();
        }
        instance.launch(project, children, Boot.alone(mode, port, demo));
        return instance;
    }

    private Cluster cluster(Home home) {
        return new Cluster(new ClusterHome(home.path()), project, children);
    }

    private int stop(Options options) throws IOException, Failure {
        options.requireNoRest("stop");
        List<Home> homes = homes(options);
        sayWhenNone(homes);
        for (Home home : homes) {
            if (new ClusterHome(home.path()).exists()) {
                cluster(home).stop(options);
            } else {
                new Instance(home).stop();
            }
        }
        return 0;
    }

    private int restart(Options options) throws IOException, InterruptedException, Failure {
        Home home = options.home(project);
        if (!options.rest().equals(List.of("--rolling")) || !new ClusterHome(home.path()).exists()) {
            throw new Failure(
                    Failure.WRONG_CALL, "a cluster is restarted by restart --rolling, one instance by stop and start");
        }
        refresh(options);
        return new RollingRestart(cluster(home)).run();
    }

    private int status(Options options) throws IOException, InterruptedException, Failure {
        options.requireNoRest("status");
        int worst = 0;
        boolean any = false;
        List<Home> homes = homes(options);
        sayWhenNone(homes);
        for (Home home : homes) {
            if (new ClusterHome(home.path()).exists()) {
                int status = new ClusterStatus(new ClusterHome(home.path())).print();
                any = any || status != Failure.NOT_RUNNING;
                worst = status == Failure.FAILED ? status : worst;
                continue;
            }
            Instance instance = new Instance(home);
            if (!instance.isRunning()) {
                System.out.println(home.name() + ": stopped");
                continue;
            }
            any = true;
            boolean ready = instance.isReady();
            System.out.println(home.name() + ": " + (ready ? "ready" : "not ready") + ", mode "
                    + home.env().get("mode") + ", " + instance.url() + ", pid "
                    + home.env().get("pid"));
            if (!ready) {
                instance.explain();
                worst = Failure.FAILED;
            }
        }
        return any ? worst : Failure.NOT_RUNNING;
    }

    private int logs(Options options) throws IOException, InterruptedException, Failure {
        if (!options.rest().isEmpty() && !options.rest().equals(List.of("-f"))) {
            options.requireNoRest("logs");
        }
        Home home = options.home(project);
        List<Home> nodes = new ClusterHome(home.path()).exists() ? cluster(home).homes(options.node()) : List.of(home);
        List<String> logs = nodes.stream()
                .map(each -> each.file(LOG))
                .filter(Files::isRegularFile)
                .map(Path::toString)
                .toList();
        if (logs.isEmpty()) {
            throw new Failure("no log in " + home.path() + ": nothing was started there");
        }
        // Of several files tail says which is which.
        List<String> show = options.rest().isEmpty() ? List.of("tail", "-n", "+1") : List.of("tail", "-n", "50", "-f");
        return children.run(Stream.concat(show.stream(), logs.stream()).toList());
    }

    private int token(Options options) throws IOException, InterruptedException {
        return java(
                project.bundlePath("access", "api"),
                "org.polyonym.access.cli.TokenCommand",
                with(options.rest(), "--home", options.home(project).path().toString()));
    }

    private int operator(String command, Options options) throws IOException, InterruptedException, Failure {
        refresh(options);
        return java(
                project.classPath("features/operator"),
                "org.polyonym.operator.OperatorMain",
                OperatorCommand.arguments(command, options, project));
    }

    /** Against the platform that is named, else against one of its own that ends with the call. */
    private int soak(Options options) throws IOException, InterruptedException, Failure {
        OperatorCommand.requireSoak(options);
        refresh(options);
        Home home = options.namesOne()
                ? options.home(project)
                : new Home(project.run().resolve("soak"));
        String classPath = project.classPath("simulation/soak");
        String main = "org.polyonym.simulation.soak.SoakMain";
        List<String> arguments = OperatorCommand.soak(options, home, project);
        int wrong = java(classPath, main, with(arguments, CHECK));
        if (wrong != 0) {
            return wrong;
        }
        if (!options.namesOne()) {
            boot(home, Home.DEFAULT_MODE, 0, true, true).awaitReady();
        }
        return java(classPath, main, arguments);
    }

    private int demo(Options options) throws IOException, InterruptedException, Failure {
        refresh(options);
        List<String> arguments = new ArrayList<>(options.rest());
        Optional.ofNullable(System.getenv("POLYONYM_FINGERPRINTS"))
                .filter(folder -> !arguments.contains("--fingerprints"))
                .ifPresent(folder -> arguments.addAll(List.of("--fingerprints", folder)));
        arguments.addAll(List.of("--out", project.target().resolve("demo").toString()));
        arguments.addAll(
                List.of("--cache", project.target().resolve("fingerprints").toString()));
        for (String mode : DEMO_MODES) {
            arguments.addAll(List.of("--home-" + mode, demoHome(mode).path().toString()));
        }
        String classPath = project.classPath("simulation/demo");
        String main = "org.polyonym.simulation.demo.DemoMain";
        int wrong = java(classPath, main, with(arguments, CHECK));
        if (wrong != 0) {
            return wrong;
        }
        List<Instance> both = new ArrayList<>();
        for (String mode : DEMO_MODES) {
            both.add(boot(demoHome(mode), mode, 0, true, true));
        }
        for (Instance each : both) {
            each.awaitReady();
        }
        return java(classPath, main, arguments);
    }

    private Home demoHome(String mode) {
        return new Home(project.run().resolve("demo-" + mode));
    }

    private int test(Options options) throws IOException, InterruptedException, Failure {
        build.verify(options.rest());
        Home home = new Home(project.run().resolve("test"));
        Instance instance = boot(home, Home.DEFAULT_MODE, 0, true, true);
        instance.awaitReady();
        int status = runScenarios(home, "scenarios/target", List.of());
        instance.stop();
        List<String> notRun = new ArrayList<>(NotRun.names(project.root()));
        if (ClusterPhase.isPossible()) {
            status = Math.max(status, new ClusterPhase(project, children, build).run(this::runScenarios));
        } else {
            notRun.add(ClusterPhase.NAME);
        }
        notRun.forEach(name -> System.out.println("NOT RUN: " + name));
        return status == 0 && !notRun.isEmpty() ? Failure.FAILED : status;
    }

    private int scenarios(Options options) throws IOException, InterruptedException, Failure {
        Home home = options.home(project);
        ClusterHome cluster = new ClusterHome(home.path());
        if (cluster.exists() ? cluster(home).running().isEmpty() : !new Instance(home).isRunning()) {
            throw new Failure(
                    Failure.NOT_RUNNING, "no running platform in " + home.path() + ": ./polyonym start --demo");
        }
        refresh(options);
        return runScenarios(home, "target/scenarios", options.rest());
    }

    private int faults(Options options) throws IOException, InterruptedException, Failure {
        refresh(options);
        return java(
                project.classPath(FaultsCommand.MODULE), FaultsCommand.MAIN, FaultsCommand.arguments(project, options));
    }

    private int runScenarios(Home home, String report, List<String> rest) throws IOException, InterruptedException {
        return java(
                project.classPath("scenarios"),
                "org.polyonym.scenarios.ScenariosMain",
                with(
                        rest,
                        "--home",
                        home.path().toString(),
                        "--launcher",
                        project.root().resolve("polyonym").toString(),
                        "--report",
                        project.root().resolve(report).toString()));
    }

    private int kit(String command, Options options) throws IOException, InterruptedException, Failure {
        refresh(options);
        List<String> java = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        java.addAll(KitCommands.command(command, project, options.rest()));
        return children.run(java);
    }

    private int java(String classPath, String main, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                main));
        command.addAll(arguments);
        return children.run(command);
    }

    private static List<String> with(List<String> rest, String... more) {
        return Stream.concat(Arrays.stream(more), rest.stream()).toList();
    }

    private void sayWhenNone(List<Home> homes) {
        if (homes.isEmpty()) {
            System.out.println("nothing was started in " + project.run() + "; of another place: --home DIR");
        }
    }

    /** The home that is named, or all that have been made in target/run. */
    private List<Home> homes(Options options) throws IOException {
        if (options.namesOne()) {
            return List.of(options.home(project));
        }
        if (!Files.isDirectory(project.run())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(project.run())) {
            return all.sorted().map(Home::new).toList();
        }
    }
}
