package org.polyonym.agencies.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.polyonym.esp.ConnectorDesk;
import org.polyonym.esp.ConnectorState;
import org.polyonym.grid.Grid;
import org.polyonym.grid.GridException;
import org.polyonym.grid.Member;
import org.polyonym.json.JsonMapping;
import org.polyonym.model.SystemId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists connectors, of this node and of the others. Thread-safe. */
final class Listing {
    static final String STATUS = "connectors-status";
    private static final Logger LOG = LoggerFactory.getLogger(Listing.class);
    private static final ObjectMapper MAPPER = JsonMapping.mapper();
    private static final TypeReference<List<ConnectorRow>> ROWS = new TypeReference<>() {};

    private final Framework framework;
    private final Fleet fleet;
    private final Reconciler reconciler;

    Listing(Framework framework, Fleet fleet, Reconciler reconciler) {
        this.framework = framework;
        this.fleet = fleet;
        this.reconciler = reconciler;
    }

    List<ConnectorRow> here(String node, List<ConnectorState> states) {
        Set<Long> agencys = framework.bundles().stream()
                .filter(b -> b.location().startsWith(ConnectorDesk.AGENCY_LOCATION))
                .map(Framework.Known::bundleId)
                .collect(Collectors.toSet());
        Map<Long, Running> running =
                fleet.all().stream().collect(Collectors.toMap(Running::bundleId, Function.identity()));
        List<ConnectorRow> rows = new ArrayList<>();
        states.forEach(s -> rows.add(row(node, s, agencys, running)));
        reconciler.failures().forEach(f -> rows.add(row(node, f)));
        return rows;
    }

    private static ConnectorRow row(String node, ConnectorState state, Set<Long> agencys, Map<Long, Running> running) {
        return new ConnectorRow(
                node,
                state.bundle(),
                state.version(),
                state.system().map(SystemId::text).orElse(""),
                agencys.contains(state.bundleId()) ? ConnectorRow.Origin.AGENCY : ConnectorRow.Origin.PLATFORM,
                state.condition().name(),
                state.reason(),
                state.heals(),
                state.since(),
                state.inside(),
                Optional.ofNullable(running.get(state.bundleId()))
                        .map(r -> r.access().size())
                        .orElse(0));
    }

    private static ConnectorRow row(String node, Reconciler.Failed failed) {
        DesiredConnector wanted = failed.connector();
        return new ConnectorRow(
                node,
                wanted.name(),
                wanted.version(),
                wanted.system().text(),
                ConnectorRow.Origin.AGENCY,
                ConnectorRow.FAILED,
                failed.reason(),
                true,
                failed.at(),
                0,
                wanted.access().size());
    }

    /** This node's first; a node that does not answer in time is left out. */
    List<ConnectorRow> all(Optional<Grid> grid, Supplier<List<ConnectorRow>> here) {
        List<ConnectorRow> rows = new ArrayList<>(here.get());
        grid.ifPresent(nodes ->
                nodes.members().stream().filter(m -> !m.equals(nodes.self())).forEach(m -> rows.addAll(ask(nodes, m))));
        return rows;
    }

    private static List<ConnectorRow> ask(Grid grid, Member member) {
        try {
            return read(grid.call(member, STATUS, new byte[0], Limits.STATUS_CALL));
        } catch (GridException e) {
            LOG.warn("{} does not say which connectors it runs: {}", member.name(), e.getMessage());
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    static byte[] write(List<ConnectorRow> rows) {
        try {
            return MAPPER.writeValueAsBytes(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of connectors can always be written", e);
        }
    }

    private static List<ConnectorRow> read(byte[] rows) {
        try {
            return MAPPER.readValue(rows, ROWS);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
