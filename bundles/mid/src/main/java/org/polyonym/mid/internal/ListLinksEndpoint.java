package org.polyonym.mid.internal;

import java.util.List;
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
import org.polyonym.model.GroupRef;
import org.polyonym.model.OriginRef;
import org.polyonym.model.SystemId;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Records;

/** Links that the caller is named in, or with {@code system} and {@code recordId} those of one record that it may see. */
@Component
public final class ListLinksEndpoint implements Endpoint {
    /**
     * The answer.
     *
     * @param links in order of their identifiers, at most 1,000
     */
    public record Answer(List<LinkView> links) {}

    private final LinkStore store;
    private final Records records;
    private final LinkViews views;
    private final AccessControl access;

    /** Wires. */
    @Activate
    public ListLinksEndpoint(@Reference LinkBook book, @Reference AccessControl access) {
        this.store = book.store();
        this.records = book.records();
        this.views = new LinkViews(book);
        this.access = access;
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return "/v1/links";
    }

    @Override
    public String operationId() {
        return "listLinks";
    }

    @Override
    public Reply handle(Request request) {
        Caller caller = request.caller();
        access.requireOperation(caller, operationId());
        Profile profile = access.profile(caller);
        boolean ofRecord =
                request.query("system").isPresent() || request.query("recordId").isPresent();
        return Reply.ok(new Answer(ofRecord ? ofRecord(request, caller, profile) : named(caller, profile)));
    }

    private List<LinkView> named(Caller caller, Profile profile) {
        return views.visible(store.namedFor(caller.authority()), caller, profile, Set.of());
    }

    private List<LinkView> ofRecord(Request request, Caller caller, Profile profile) {
        OriginRef ref = new OriginRef(SystemId.of(required(request, "system")), required(request, "recordId"));
        GroupRef alone = new GroupRef(ref.system(), ref.recordId());
        GroupRef group = records.groupOf(ref).map(found -> found.ref()).orElse(alone);
        return views.visible(store.touching(Set.of(group)), caller, profile, Set.of(group));
    }

    private static String required(Request request, String name) {
        return request.query(name)
                .orElseThrow(() -> ProblemException.ofField(
                        ProblemType.MISSING_FIELD, name, "system and recordId are given together"));
    }
}
