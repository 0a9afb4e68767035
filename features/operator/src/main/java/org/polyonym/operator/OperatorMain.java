package org.polyonym.operator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Console;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** {@code OperatorMain COMMAND --home DIR OPTION...}: deploy, replace, undeploy, release, connectors. */
public final class OperatorMain {
    private static final String CONNECTORS = "/v1/connectors";

    private OperatorMain() {}

    /** Exit status 0 when what was asked for is done. */
    public static void main(String[] arguments) throws InterruptedException {
        int status = 0;
        try {
            run(arguments[0], Arguments.parse(Arrays.asList(arguments).subList(1, arguments.length)));
        } catch (CommandFailed e) {
            System.err.println("polyonym: " + e.getMessage());
            status = e.status();
        } catch (IOException e) {
            System.err.println("polyonym: " + e);
            status = CommandFailed.FAILED;
        }
        System.exit(status);
    }

    static void run(String command, Arguments arguments) throws CommandFailed, IOException, InterruptedException {
        switch (command) {
            case "deploy" -> put(arguments, "DEPLOY", "POST");
            case "replace" -> put(arguments, "REPLACE", "PUT");
            case "undeploy" -> undeploy(arguments);
            case "release" -> release(arguments);
            case "connectors" -> list(Client.of(arguments));
            default -> throw new CommandFailed(CommandFailed.WRONG_CALL, "unknown command '" + command + "'");
        }
    }

    private static void put(Arguments arguments, String action, String method)
            throws CommandFailed, IOException, InterruptedException {
        Map<String, String> body = body(arguments);
        Client client = Client.of(arguments);
        JsonNode plan = client.send("POST", CONNECTORS + "/plan", body);
        System.out.println(PlanText.of(plan));
        if (!plan.path("objections").isEmpty()) {
            throw new CommandFailed(CommandFailed.FAILED, "refused; nothing was changed");
        }
        if (arguments.has("--dry-run")) {
            System.out.println("dry run: nothing was changed");
            return;
        }
        if (!plan.path("action").asText().equals(action)) {
            throw new CommandFailed(
                    CommandFailed.WRONG_CALL,
                    action.equals("DEPLOY") ? "it is deployed already: ./polyonym replace" : "it is not deployed");
        }
        confirm(arguments, "Go on?");
        String name = plan.path("name").asText();
        JsonNode done = client.send(method, method.equals("PUT") ? place(name) : CONNECTORS, body);
        System.out.println(done.path("name").asText() + " "
                + done.path("version").asText() + " answers for "
                + done.path("system").asText() + " (" + done.path("title").asText() + ")" + drained(done));
    }

    private static Map<String, String> body(Arguments arguments) throws CommandFailed, IOException {
        Path jar = Path.of(arguments.only("FILE.jar"));
        if (!Files.isRegularFile(jar)) {
            throw new CommandFailed(CommandFailed.WRONG_CALL, "no such file: " + jar);
        }
        String access = arguments.text("--access").orElse("");
        return Map.of("jar", Base64.getEncoder().encodeToString(Files.readAllBytes(jar)), "access", access);
    }

    private static void undeploy(Arguments arguments) throws CommandFailed, IOException, InterruptedException {
        String name = arguments.only("NAME");
        Client client = Client.of(arguments);
        confirm(arguments, "Undeploy " + name + " on every node, with its access rows?");
        try {
            System.out.println(name + " is undeployed" + drained(client.delete(place(name))));
        } catch (CommandFailed e) {
            throw e.notFound() ? notDeployed(name) : e;
        }
    }

    private static void release(Arguments arguments) throws CommandFailed, IOException, InterruptedException {
        String name = arguments.only("NAME");
        Client client = Client.of(arguments);
        JsonNode before = client.get(CONNECTORS).path("connectors");
        try {
            client.send("POST", place(name) + "/release", Map.of());
        } catch (CommandFailed e) {
            throw e.notFound() ? notDeployed(name) : e;
        }
        System.out.println(
                name + (quarantined(before, name) ? " is released from quarantine" : " was in no quarantine"));
    }

    private static CommandFailed notDeployed(String name) {
        return new CommandFailed(
                CommandFailed.FAILED,
                "no connector " + name + " is deployed; names are in the column Connector of ./polyonym connectors");
    }

    /** On any node. */
    static boolean quarantined(JsonNode connectors, String name) {
        return connectors
                .valueStream()
                .anyMatch(each -> each.path("name").asText().equals(name)
                        && each.path("condition").asText().equals("QUARANTINED"));
    }

    private static void list(Client client) throws CommandFailed, InterruptedException {
        TextTable table = new TextTable("System", "Connector", "Version", "Origin", "Node", "Condition", "Reason");
        for (JsonNode each : client.get(CONNECTORS).path("connectors")) {
            String held = each.path("heals").asBoolean() ? "" : " (until released)";
            table.row(
                    each.path("system").asText(),
                    each.path("name").asText(),
                    each.path("version").asText(),
                    each.path("origin").asText().toLowerCase(java.util.Locale.ROOT),
                    each.path("node").asText(),
                    each.path("condition").asText() + held,
                    each.path("reason").asText());
        }
        System.out.println(table);
    }

    /** Asks on a terminal; elsewhere the plan is read by a program, which says --yes. */
    private static void confirm(Arguments arguments, String question) throws CommandFailed {
        Console console = System.console();
        if (arguments.has("--yes")) {
            return;
        }
        if (console == null || !console.isTerminal()) {
            throw new CommandFailed(CommandFailed.WRONG_CALL, "no terminal to ask on: add --yes");
        }
        if (!List.of("y", "yes").contains(console.readLine("%s [y/N] ", question))) {
            throw new CommandFailed(CommandFailed.FAILED, "nothing was changed");
        }
    }

    private static String place(String name) {
        return CONNECTORS + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    private static String drained(JsonNode done) {
        return done.path("drained").asBoolean() ? "" : "; calls inside the one before it are still ending";
    }
}
