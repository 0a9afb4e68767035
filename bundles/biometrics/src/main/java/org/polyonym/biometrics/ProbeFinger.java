package org.polyonym.biometrics;

import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.Objects;

/**
 * A template prepared as the searching side of comparisons (1 to 3 ms to prepare). Immutable, thread-safe, and meant to
 * be used against many gallery fingers. Scores are not symmetric, so the roles are types of their own.
 */
public final class ProbeFinger {
    private final Template template;
    private final FingerprintMatcher matcher;

    private ProbeFinger(Template template, FingerprintMatcher matcher) {
        this.template = template;
        this.matcher = matcher;
    }

    /**
     * Prepares a template.
     *
     * @param template the probe's template
     * @return the prepared probe
     */
    public static ProbeFinger of(Template template) {
        Objects.requireNonNull(template);
        return new ProbeFinger(template, new FingerprintMatcher(new FingerprintTemplate(template.bytes())));
    }

    /**
     * Returns what was prepared.
     *
     * @return the template
     */
    public Template template() {
        return template;
    }

    FingerprintMatcher matcher() {
        return matcher;
    }
}
