package org.polyonym.esp.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.access.Profile;
import org.polyonym.esp.SourceStatus;
import org.polyonym.mid.LinkView;
import org.polyonym.mid.Links;
import org.polyonym.model.GroupRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The detector's part of an answer (IO 9(4)). The detector comes and goes; a mode without one expects none. */
final class LinkPart {
    private static final Logger LOG = LoggerFactory.getLogger(LinkPart.class);

    private final AtomicReference<Links> detector = new AtomicReference<>();
    private final boolean expected;

    /** With {@code expected} an absent detector makes the part UNAVAILABLE instead of empty. */
    LinkPart(boolean expected) {
        this.expected = expected;
    }

    void set(Links links) {
        detector.set(links);
    }

    void unset(Links links) {
        detector.compareAndSet(links, null);
    }

    /** The links that touch the groups hit. */
    AnswerLine.Links of(Caller caller, Profile profile, Set<GroupRef> hit) {
        Links present = detector.get();
        boolean entitled = profile.rights().stream().anyMatch(r -> r.reply().contains(DataCategory.LINK));
        if (!entitled || present == null && !expected) {
            return line(List.of());
        }
        if (present == null) {
            LOG.warn("the detector is not there, links are left out");
            return new AnswerLine.Links(SourceStatus.UNAVAILABLE, List.of());
        }
        try {
            return line(hit.isEmpty() ? List.of() : present.visible(caller, profile, Set.copyOf(hit)));
        } catch (RuntimeException e) {
            LOG.warn("the detector failed, links are left out: {}", e.getClass().getName());
            return new AnswerLine.Links(SourceStatus.UNAVAILABLE, List.of());
        }
    }

    private static AnswerLine.Links line(List<LinkView> links) {
        SourceStatus status = links.isEmpty() ? SourceStatus.EMPTY_OR_NOT_PERMITTED : SourceStatus.ANSWERED;
        return new AnswerLine.Links(status, links);
    }
}
