package org.polyonym.mid.internal;

import java.util.List;
import java.util.Optional;
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
import org.polyonym.model.SystemId;

/** An identity confirmation file: all five data groups for the authority named in it, else as IO 26 allows. */
@Component
public final class ReadConfirmationFileEndpoint implements Endpoint {
    /**
     * The file as far as IO 34(a)-(b) goes.
     *
     * @param links the links
     * @param systems systems that hold linked data
     */
    record Narrow(List<ConfirmationFile.Entry> links, List<SystemId> systems) {}

    private final LinkStore store;
    private final LinkViews views;
    private final AccessControl access;

    /** Wires. */
    @Activate
    public ReadConfirmationFileEndpoint(@Reference LinkBook book, @Reference AccessControl access) {
        this.store = book.store();
        this.views = new LinkViews(book);
        this.access = access;
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return "/v1/identity-confirmation-files/{sin}";
    }

    @Override
    public String operationId() {
        return "readConfirmationFile";
    }

    @Override
    public Reply handle(Request request) {
        Caller caller = request.caller();
        access.requireOperation(caller, operationId());
        Profile profile = access.profile(caller);
        ConfirmationFile file = store.file(request.path("sin")).orElseThrow(LinkViews::notFound);
        Optional<Link> link = store.link(file.links().getFirst().linkId());
        return switch (views.require(link, caller, profile)) {
            case FULL_FILE -> Reply.ok(file);
            case LINK_AND_SYSTEMS -> Reply.ok(new Narrow(file.links(), file.systems()));
            case STATEMENT -> throw LinkViews.notFound();
        };
    }
}
