package org.polyonym.sis.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.access.SearchField;
import org.polyonym.connector.Fact;
import org.polyonym.model.OriginRecord;
import org.polyonym.model.SystemId;
import org.polyonym.rules.RuleBook;
import org.polyonym.systemkit.Answering;

/** What a search is told of an alert: category, article, action, markers and issuing state; the rest only at level F. */
record AlertAnswers(AlertVisibility visibility, Map<String, String> articles) implements Answering {
    static Map<String, String> articles(RuleBook rules) {
        return rules.table("categories").rows().stream()
                .filter(row -> row.get("system").equals(SystemId.SIS.text()))
                .collect(Collectors.toMap(row -> row.get("category"), row -> row.get("article")));
    }

    @Override
    public SystemId system() {
        return SystemId.SIS;
    }

    @Override
    public String title() {
        return "Schengen Information System";
    }

    @Override
    public Set<SearchField> searchable() {
        return EnumSet.allOf(SearchField.class);
    }

    @Override
    public DataCategory factsAre() {
        return DataCategory.ALERT;
    }

    @Override
    public boolean visible(Caller caller, OriginRecord record) {
        return visibility.level(caller, record) != AlertVisibility.Level.HIDDEN;
    }

    @Override
    public List<Fact> facts(Caller caller, OriginRecord record) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "alertCategory", record.category());
        add(facts, "article", articles.getOrDefault(record.category(), ""));
        add(facts, Alert.ACTION, record.attribute(Alert.ACTION));
        add(facts, Alert.MARKERS, record.attribute(Alert.MARKERS));
        add(facts, "issuingState", record.owner().state().text());
        if (visibility.level(caller, record) == AlertVisibility.Level.F) {
            Map<String, String> rest = new TreeMap<>(record.attributes());
            rest.keySet().removeAll(List.of(Alert.ACTION, Alert.MARKERS));
            rest.forEach((name, value) -> add(facts, name, value));
        }
        return facts;
    }

    private static void add(List<Fact> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(DataCategory.ALERT, name, value));
        }
    }
}
