package org.polyonym.sbms;

import java.util.List;
import java.util.Map;
import org.polyonym.model.SampleRef;

/**
 * Samples that passed the quality check, with templates made where the rules allow. Opaque but for what callers report.
 *
 * @param refs one per sample, in the order given, with quality and whether a template was made
 * @param warnings soft warnings by sample id, e.g. {@code RECAPTURE_ADVISED: LOW_COHERENCE}
 * @param payload the service's own templates by sample id
 */
public record PreparedSamples(List<SampleRef> refs, Map<String, String> warnings, Map<String, byte[]> payload) {}
