package org.polyonym.shell.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.polyonym.health.DerivedState;
import org.polyonym.store.TaskState;

/**
 * {@code GET /health/cluster}: the nodes, what each holds, and the work that waits. Needs no token; names nodes, shards and
 * queues only.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/health/cluster")
public final class ClusterServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private final transient ClusterWatch watch;

    /** Called by the component runtime. */
    @Activate
    public ClusterServlet(@Reference ClusterWatch watch) {
        this.watch = watch;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ClusterState state = watch.look();
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        try (JsonGenerator out = JSON.createGenerator(response.getOutputStream())) {
            write(out, state);
        }
    }

    static void write(JsonGenerator out, ClusterState state) throws IOException {
        out.writeStartObject();
        out.writeStringField("self", state.self());
        out.writeNumberField("size", state.size());
        out.writeBooleanField("majority", state.majority());
        out.writeArrayFieldStart("members");
        for (ClusterState.Node node : state.nodes()) {
            member(out, node);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("derived");
        for (ClusterState.Node node : state.nodes()) {
            derived(out, node);
        }
        out.writeEndArray();
        out.writeBooleanField("store", state.tasks().isPresent());
        if (state.tasks().isPresent()) {
            queues(out, state.tasks().get().depth());
            claimed(out, state, state.tasks().get().claimed());
        }
        out.writeEndObject();
    }

    private static void member(JsonGenerator out, ClusterState.Node node) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", node.member().name());
        out.writeStringField("id", node.member().id());
        out.writeBooleanField("answers", node.facts().isPresent());
        shards(out, "owns", node.owned());
        if (node.facts().isPresent()) {
            out.writeStringField("since", node.facts().get().since().toString());
        }
        out.writeEndObject();
    }

    private static void derived(JsonGenerator out, ClusterState.Node node) throws IOException {
        for (DerivedState each : node.facts().map(NodeFacts::structures).orElse(List.of())) {
            out.writeStartObject();
            out.writeStringField("node", node.member().name());
            out.writeStringField("structure", each.structure());
            out.writeNumberField("behind", each.behind());
            shards(out, "shards", each.shards());
            out.writeEndObject();
        }
    }

    private static void shards(JsonGenerator out, String field, List<Integer> shards) throws IOException {
        out.writeArrayFieldStart(field);
        for (int shard : shards) {
            out.writeNumber(shard);
        }
        out.writeEndArray();
    }

    private static void queues(JsonGenerator out, Map<String, Map<TaskState, Long>> depth) throws IOException {
        out.writeObjectFieldStart("queues");
        for (Map.Entry<String, Map<TaskState, Long>> queue : depth.entrySet()) {
            out.writeObjectFieldStart(queue.getKey());
            for (Map.Entry<TaskState, Long> each : queue.getValue().entrySet()) {
                out.writeNumberField(each.getKey().name(), each.getValue());
            }
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    /** A worker whose node is not in sight has no name. */
    private static void claimed(JsonGenerator out, ClusterState state, Map<String, Long> claimed) throws IOException {
        out.writeArrayFieldStart("claimed");
        for (Map.Entry<String, Long> each : claimed.entrySet()) {
            out.writeStartObject();
            out.writeStringField("worker", each.getKey());
            out.writeStringField("node", state.nodeOf(each.getKey()).orElse(""));
            out.writeNumberField("tasks", each.getValue());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
