package org.polyonym.shell.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.polyonym.esp.ConnectorDesk;
import org.polyonym.esp.ConnectorState;
import org.polyonym.health.Finding;
import org.polyonym.health.PlatformHealth;

/**
 * {@code GET /health/live} and {@code GET /health/ready}. Apart from the gateway on purpose: when the gateway is what
 * is broken, this still answers and says so. Needs no token and names bundles and components only.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/health/live", "/health/ready"})
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final JsonFactory JSON = new JsonFactory();

    private static final String REMEDY = "GET /v1/connectors; polyonym:connectors";

    private final transient PlatformHealth health;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile ConnectorDesk connectors;

    /** Called by the component runtime. */
    @Activate
    public HealthServlet(@Reference PlatformHealth health) {
        this.health = health;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean aboutLife = request.getServletPath().endsWith("/live");
        List<Finding> findings = aboutLife ? List.of() : health.findings();
        response.setStatus(findings.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        try (JsonGenerator out = JSON.createGenerator(response.getOutputStream())) {
            write(out, aboutLife ? "live" : "ready", findings, aboutLife ? List.of() : notices());
        }
    }

    /** What an operator should look at although the platform is ready: connectors that are not asked. */
    private List<Finding> notices() {
        ConnectorDesk desk = connectors;
        return desk == null
                ? List.of()
                : desk.connectors().stream()
                        .filter(ConnectorState::needsAttention)
                        .map(c -> new Finding(c.bundle(), c.condition() + ": " + c.reason(), REMEDY))
                        .toList();
    }

    static void write(JsonGenerator out, String question, List<Finding> findings, List<Finding> notices)
            throws IOException {
        out.writeStartObject();
        out.writeBooleanField(question, findings.isEmpty());
        writeAll(out, "findings", findings);
        writeAll(out, "notices", notices);
        out.writeEndObject();
    }

    private static void writeAll(JsonGenerator out, String name, List<Finding> findings) throws IOException {
        out.writeArrayFieldStart(name);
        for (Finding each : findings) {
            out.writeStartObject();
            out.writeStringField("subject", each.subject());
            out.writeStringField("reason", each.reason());
            out.writeStringField("remedy", each.remedy());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
