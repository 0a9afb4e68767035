package org.polyonym.systemkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polyonym.model.Country;
import org.polyonym.problem.ProblemException;
import org.polyonym.problem.ProblemType;
import org.polyonym.registry.Submission;
import org.polyonym.rules.RuleBook;

/** Country codes in use: ISO 3166-1 alpha-3, the special codes of ICAO Doc 9303 and user-assigned codes. */
final class CountryCodes {
    private static final String RANGE = "..";

    private final Set<String> codes = new HashSet<>();
    private final List<String[]> ranges = new ArrayList<>();

    CountryCodes(RuleBook rules) {
        for (Map<String, String> row : rules.table("countries").rows()) {
            String code = row.get("code");
            int dots = code.indexOf(RANGE);
            if (dots >= 0) {
                ranges.add(new String[] {code.substring(0, dots), code.substring(dots + RANGE.length())});
            } else if (!codes.add(code)) {
                throw new IllegalArgumentException("countries: " + code + " twice");
            }
        }
    }

    void check(Submission submission) {
        submission.identity().nationalities().forEach(c -> check(c, "identity/nationalities"));
        submission.identity().birthCountry().ifPresent(c -> check(c, "identity/birthCountry"));
        submission.documents().forEach(d -> check(d.issuingState(), "documents/issuingState"));
    }

    private void check(Country country, String field) {
        if (!known(country.text())) {
            throw ProblemException.ofField(ProblemType.UNKNOWN_COUNTRY, field, "no country has this code");
        }
    }

    private boolean known(String code) {
        return codes.contains(code)
                || ranges.stream().anyMatch(r -> code.compareTo(r[0]) >= 0 && code.compareTo(r[1]) <= 0);
    }
}
