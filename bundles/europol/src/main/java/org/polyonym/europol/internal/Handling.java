package org.polyonym.europol.internal;

import java.util.ArrayList;
import java.util.List;
import org.polyonym.access.Caller;
import org.polyonym.access.DataCategory;
import org.polyonym.connector.Fact;
import org.polyonym.model.AuthorityKind;
import org.polyonym.model.OriginRecord;

/**
 * What the provider and the category of a Europol record allow (EUP 19(1)-(2), 20(1)-(2)). Pure functions.
 *
 * <p>Handling codes: H0 no restriction beyond the law; H1 not as evidence without consent; H2 not to be passed on without
 * consent; H3 another restriction, in words: nothing but the hit is given, the provider is to be contacted.
 */
final class Handling {
    /** Category of data for cross-checking. */
    static final String EIS = "EIS";
    /** Category of operational analysis data. */
    static final String ANALYSIS = "ANALYSIS";

    private static final String BASIC_LEVEL = "BPL";

    private Handling() {}

    /** Handling code, H0 to H3. */
    static String code(OriginRecord record) {
        return record.attribute("handlingCode");
    }

    /** Whether the record may travel over the portal's network at all (R-EUP-03). */
    static boolean atBasicLevel(OriginRecord record) {
        String level = record.attribute("protectionLevel");
        return level.isEmpty() || level.equals(BASIC_LEVEL);
    }

    /** Europol itself and the Member State that provided the data. */
    static boolean isInside(Caller caller, OriginRecord record) {
        return caller.authority().kind() == AuthorityKind.EUROPOL
                || caller.authority().state().equals(record.owner().state());
    }

    /** Whether the caller gets the data or only learns that there is a hit. */
    static boolean givesData(Caller caller, OriginRecord record) {
        boolean open = record.category().equals(EIS) && !code(record).equals("H3");
        return open || isInside(caller, record);
    }

    /** Whether passing the item on needs the provider's consent. */
    static boolean needsConsent(OriginRecord record) {
        return code(record).equals("H2") || code(record).equals("H3");
    }

    /** The facts of a hit for this caller. */
    static List<Fact> facts(Caller caller, OriginRecord record) {
        List<Fact> facts = new ArrayList<>();
        if (givesData(caller, record)) {
            facts.add(new Fact(DataCategory.BUSINESS, "category", record.category()));
            facts.add(new Fact(DataCategory.HANDLING, "provider", record.owner().text()));
            add(facts, DataCategory.BUSINESS, record, "offence");
            add(facts, DataCategory.BUSINESS, record, "remark");
        } else {
            String whom = record.category().equals(ANALYSIS) ? "Europol" : "the provider through Europol";
            facts.add(new Fact(DataCategory.REFERENCE, "hit", "hit, contact " + whom));
        }
        add(facts, DataCategory.HANDLING, record, "handlingCode");
        add(facts, DataCategory.HANDLING, record, "handlingText");
        add(facts, DataCategory.HANDLING, record, "evaluation");
        return facts;
    }

    private static void add(List<Fact> facts, DataCategory category, OriginRecord record, String name) {
        String value = record.attribute(name);
        if (!value.isEmpty()) {
            facts.add(new Fact(category, name, value));
        }
    }
}
