package org.polyonym.perf;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.util.ArrayList;
import java.util.List;

/**
 * The open model: arrivals come at a constant rate whether or not earlier ones were answered, so a slow platform gets no
 * fewer requests and its slowness is seen in full.
 */
public final class TrafficSimulation extends Simulation {
    /** Made by Gatling. */
    public TrafficSimulation() {
        Traffic traffic = Traffic.handedOver();
        List<PopulationBuilder> flows = new ArrayList<>();
        for (Mix.Flow flow : traffic.mix().flows()) {
            flows.add(scenario(flow.operation().label())
                    .exec(traffic.arrival(flow.operation()))
                    .injectOpen(constantUsersPerSec(flow.perSecond()).during(traffic.duration())));
        }
        setUp(flows).protocols(http.shareConnections().disableCaching().disableFollowRedirect());
    }
}
