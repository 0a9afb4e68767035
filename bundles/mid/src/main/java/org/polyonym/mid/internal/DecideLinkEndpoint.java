package org.polyonym.mid.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polyonym.access.AccessControl;
import org.polyonym.access.Caller;
import org.polyonym.access.Profile;
import org.polyonym.http.Endpoint;
import org.polyonym.http.Method;
import org.polyonym.http.Reply;
import org.polyonym.http.Request;
import org.polyonym.mid.LinkView;
import org.polyonym.store.Outbox;
import org.polyonym.store.Transactions;

/** An officer's finding on a link. */
@Component
public final class DecideLinkEndpoint implements Endpoint {
    /**
     * The answer.
     *
     * @param link the link as the caller sees it now, empty when it was erased
     * @param row row of the manual table
     * @param article its source
     * @param letter SENT, SUPPRESSED or NOT_DUE
     */
    public record Answer(Optional<LinkView> link, String row, String article, String letter) {}

    private final LinkDecisions decisions;
    private final LinkViews views;
    private final AccessControl access;

    /** Wires. */
    @Activate
    public DecideLinkEndpoint(
            @Reference LinkBook book,
            @Reference AccessControl access,
            @Reference Transactions transactions,
            @Reference Outbox outbox) {
        this.decisions = new LinkDecisions(book, transactions, outbox);
        this.views = new LinkViews(book);
        this.access = access;
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public String path() {
        return "/v1/links/{linkId}/decision";
    }

    @Override
    public String operationId() {
        return "decideLink";
    }

    @Override
    public Reply handle(Request request) {
        Caller caller = request.caller();
        access.requireOperation(caller, operationId());
        Profile profile = access.profile(caller);
        LinkDecisions.Outcome outcome =
                decisions.decide(caller, profile, request.path("linkId"), request.body(Finding.class));
        Optional<LinkView> view = outcome.link()
                .flatMap(link -> views.visible(List.of(link), caller, profile, Set.of(link.a(), link.b())).stream()
                        .findFirst());
        return Reply.ok(new Answer(view, outcome.row().row(), outcome.row().source(), outcome.letter()));
    }
}
