package org.polyonym.grid.internal;

import com.hazelcast.config.Config;
import com.hazelcast.config.ExecutorConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.ListenerConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.config.SplitBrainProtectionConfig;
import com.hazelcast.config.SplitBrainProtectionListenerConfig;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.polyonym.grid.Member;

/** How Hazelcast is run: members by list, one port on one interface, no discovery, no word to the outside. */
final class HazelcastSettings {
    /** Calls of other nodes worked on at the same time. */
    static final int MAX_CALLS = 32;
    /** Calls of other nodes that wait for their turn; more are refused. */
    static final int MAX_WAITING_CALLS = 512;

    static final String CALLS = "polyonym-calls";
    static final String MAJORITY = "polyonym-majority";
    static final String ID = "polyonym.id";
    static final String NAME = "polyonym.node";
    static final String ADDRESS = "polyonym.address";

    /** A pause of the garbage collector must be shorter, a dead member is noticed no sooner when its socket stays open. */
    private static final String NO_HEARTBEAT_SECONDS = "8";

    private static final int CONNECT_SECONDS = 2;

    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("hazelcast.logging.type", "slf4j"),
            Map.entry("hazelcast.phone.home.enabled", "false"),
            Map.entry("hazelcast.shutdownhook.enabled", "false"),
            Map.entry("hazelcast.socket.bind.any", "false"),
            Map.entry("hazelcast.health.monitoring.level", "OFF"),
            Map.entry("hazelcast.heartbeat.interval.seconds", "1"),
            Map.entry("hazelcast.max.no.heartbeat.seconds", NO_HEARTBEAT_SECONDS),
            // A link that is down between two members only: a part that sees itself wholly is found.
            Map.entry("hazelcast.partial.member.disconnection.resolution.heartbeat.count", "5"),
            // Nodes that came up apart, or were parted, meet again within seconds; the default is five minutes.
            Map.entry("hazelcast.merge.first.run.delay.seconds", "5"),
            Map.entry("hazelcast.merge.next.run.delay.seconds", "5"),
            Map.entry("hazelcast.wait.seconds.before.join", "1"),
            Map.entry("hazelcast.max.wait.seconds.before.join", "3"),
            Map.entry("hazelcast.max.join.seconds", "30"));

    private HazelcastSettings() {}

    static Config of(GridConfig grid, Member self, Seal seal, Runnable changed) {
        Config config = new Config("polyonym-" + self.id());
        config.setClassLoader(HazelcastSettings.class.getClassLoader());
        config.setClusterName(seal.clusterName());
        PROPERTIES.forEach(config::setProperty);
        config.getMetricsConfig().setEnabled(false);
        config.getJetConfig().setEnabled(false);
        config.getMemberAttributeConfig()
                .setAttribute(ID, self.id())
                .setAttribute(NAME, self.name())
                .setAttribute(ADDRESS, grid.address());
        network(config.getNetworkConfig(), grid);
        config.addExecutorConfig(new ExecutorConfig(CALLS, MAX_CALLS)
                .setQueueCapacity(MAX_WAITING_CALLS)
                .setStatisticsEnabled(false));
        config.addSplitBrainProtectionConfig(new SplitBrainProtectionConfig(MAJORITY, true, grid.majority())
                .addListenerConfig(new SplitBrainProtectionListenerConfig(new Changes.Majority(changed))));
        config.addListenerConfig(new ListenerConfig(new Changes.Membership(changed)));
        config.addListenerConfig(new ListenerConfig(new Changes.Lifecycle(changed)));
        config.getSerializationConfig().addDataSerializableFactory(Call.FACTORY, type -> new Call());
        return config;
    }

    private static void network(NetworkConfig network, GridConfig grid) {
        network.setPort(grid.port()).setPortAutoIncrement(false);
        network.getInterfaces().setEnabled(true).addInterface(ip(grid.host()));
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig().setEnabled(true).setMembers(grid.nodes()).setConnectionTimeoutSeconds(CONNECT_SECONDS);
    }

    private static String ip(String host) {
        try {
            return InetAddress.getByName(host).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("the host of this node's address is not known: " + host, e);
        }
    }
}
