package org.polyonym.sbms.internal;

import java.util.ArrayList;
import java.util.List;

/** Searches shards on this node, after it has caught up with what the store showed. Thread-safe. */
final class ShardSearch {
    private final Gallery gallery;
    private final Search search;

    ShardSearch(Gallery gallery, Search search) {
        this.gallery = gallery;
        this.search = search;
    }

    SearchAnswer answer(SearchRequest request, List<ProbeSample> probe) {
        List<GalleryShard.View> views = new ArrayList<>();
        List<SearchAnswer.Searched> searched = new ArrayList<>();
        for (SearchRequest.Wanted wanted : request.shards()) {
            GalleryShard.View view = gallery.of(wanted.ref()).catchUp(wanted.state());
            if (view.version() >= wanted.version()) {
                views.add(view);
                searched.add(SearchAnswer.Searched.of(wanted.ref(), view));
            }
        }
        return new SearchAnswer(
                search.run(probe, views, request.except(), request.limit()), searched, search.thresholdVersion());
    }
}
