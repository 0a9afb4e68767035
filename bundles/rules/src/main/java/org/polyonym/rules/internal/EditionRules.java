package org.polyonym.rules.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.polyonym.rules.RuleBook;
import org.polyonym.rules.RuleTable;

/**
 * The rule book of one edition. Tables lie in {@code rules/<edition>/<name>.tsv} of this bundle; a table that an edition
 * does not have is taken from {@code rules/<name>.tsv}, where rules stand that all editions share.
 */
@Component(configurationPid = "org.polyonym.rules")
public final class EditionRules implements RuleBook {
    private static final String DEFAULT_EDITION = "interoperable";

    private final String edition;
    private final Map<String, RuleTable> tables = new ConcurrentHashMap<>();

    /** Configured by the key {@code edition}. */
    @Activate
    public EditionRules(Map<String, ?> config) {
        this.edition = config.containsKey("edition") ? config.get("edition").toString() : DEFAULT_EDITION;
        if (!edition.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("edition must be lower-case letters, digits and hyphens");
        }
    }

    @Override
    public String edition() {
        return edition;
    }

    @Override
    public RuleTable table(String name) {
        return tables.computeIfAbsent(name, this::load);
    }

    private RuleTable load(String name) {
        for (String path : new String[] {"/rules/" + edition + "/" + name + ".tsv", "/rules/" + name + ".tsv"}) {
            try (InputStream in = EditionRules.class.getResourceAsStream(path)) {
                if (in != null) {
                    return Tsv.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new IllegalStateException("rule table " + name + " cannot be read", e);
            }
        }
        throw new IllegalArgumentException("edition " + edition + " has no rule table " + name);
    }
}
