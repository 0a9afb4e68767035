package org.polyonym.grid.internal;

import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.cluster.MembershipListener;
import com.hazelcast.core.LifecycleEvent;
import com.hazelcast.core.LifecycleListener;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionEvent;
import com.hazelcast.splitbrainprotection.SplitBrainProtectionListener;

/** Everything that may change who is in sight. */
final class Changes {
    private Changes() {}

    /** Members come and go. */
    record Membership(Runnable changed) implements MembershipListener {
        @Override
        public void memberAdded(MembershipEvent event) {
            changed.run();
        }

        @Override
        public void memberRemoved(MembershipEvent event) {
            changed.run();
        }
    }

    /** The own member starts, stops, or has met the others again. */
    record Lifecycle(Runnable changed) implements LifecycleListener {
        @Override
        public void stateChanged(LifecycleEvent event) {
            changed.run();
        }
    }

    /** The majority is reached or lost, which Hazelcast judges after it has told of the member. */
    record Majority(Runnable changed) implements SplitBrainProtectionListener {
        @Override
        public void onChange(SplitBrainProtectionEvent event) {
            changed.run();
        }
    }
}
