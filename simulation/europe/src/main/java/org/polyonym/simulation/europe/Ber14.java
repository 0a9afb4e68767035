package org.polyonym.simulation.europe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.model.Country;
import org.polyonym.model.IdentityData;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.Sex;
import org.polyonym.model.TravelDocument;

/**
 * The fourteen identities of case BER-14 (law catalogue 12.2). Names, numbers and places are fictional. Which of them can
 * be linked at all, and why, is fixed here before any run.
 */
public final class Ber14 {
    /** Names the attacker in the fingerprint sources. */
    public static final long ATTACKER = 14;

    /** Number of the forged identity card of identity 12, reported stolen. */
    public static final String FORGED_CARD_NUMBER = "XE1408812";

    /**
     * One identity.
     *
     * @param n number in the case
     * @param identity data as given to the authority
     * @param documents documents shown
     * @param where where it was registered
     * @param linkable whether anything recorded or captured could tie it to the others
     * @param reason why, or why not
     */
    public record Alias(
            int n,
            IdentityData identity,
            List<TravelDocument> documents,
            String where,
            boolean linkable,
            String reason) {}

    private static final Map<Integer, Alias> ALL = Map.ofEntries(
            entry(
                    1,
                    "SELMANI",
                    "Nadir",
                    "1991-11-22",
                    "XAA",
                    "home-country reply, after the attack",
                    false,
                    "never entered a system; it came too late"),
            entry(
                    2,
                    "SELMANI",
                    "Nadir",
                    "1993-11-22",
                    "XAA",
                    "Eurodac MS-1, irregular crossing; SIS refusal alert MS-1",
                    true,
                    "prints in Eurodac and in the alert"),
            entry(
                    3,
                    "SELMINA",
                    "Nadir",
                    "1992-11-23",
                    "XAA",
                    "police MS-2, town A",
                    true,
                    "live prints at a police check"),
            entry(
                    4,
                    "SELMINA",
                    "Nadir",
                    "1992-11-23",
                    "XAA",
                    "asylum pre-registration MS-2, town B",
                    false,
                    "a face on paper and no print, outside the EU systems"),
            entry(
                    5,
                    "HADDOU",
                    "Karim",
                    "1992-10-22",
                    "XBB",
                    "asylum pre-registration MS-2, town C",
                    false,
                    "no biometrics, outside the EU systems"),
            entry(
                    6,
                    "HADDO",
                    "Karim",
                    "1992-10-22",
                    "XBB",
                    "Eurodac MS-2, applicant, town D",
                    true,
                    "prints in Eurodac"),
            entry(
                    7,
                    "ZARAN",
                    "Ahmed",
                    "1995-01-01",
                    "XBB",
                    "Eurodac MS-2, applicant, town E",
                    true,
                    "prints in Eurodac once they are captured again"),
            entry(
                    8,
                    "ZARRAN",
                    "Ahmad",
                    "1995-01-01",
                    "XCC",
                    "social office, town E",
                    false,
                    "no biometrics, outside the EU systems"),
            entry(
                    9,
                    "ALMAR",
                    "Mustafa",
                    "1992-12-22",
                    "XCC",
                    "social office, town F",
                    false,
                    "no biometrics, outside the EU systems"),
            entry(
                    10,
                    "EL AMAR",
                    "Moustapha",
                    "1992-12-22",
                    "XBB",
                    "police MS-2, town G",
                    true,
                    "live prints at a police check"),
            entry(
                    11,
                    "SALMANI",
                    "Nadir",
                    "1991-11-22",
                    "XBB",
                    "Europol EIS, loaded by MS-2",
                    true,
                    "name within one letter of the alert's alias list, found through QUEST"),
            entry(
                    12,
                    "BERTI",
                    "Luca",
                    "1990-03-14",
                    "XEU",
                    "coach check MS-2, forged card",
                    true,
                    "live prints and a document reported stolen"),
            entry(
                    13,
                    "SELMANI",
                    "Nadir ben Omar",
                    "1991-11-22",
                    "XAA",
                    "home-country travel paper",
                    false,
                    "never entered a system; it came too late"),
            entry(
                    14,
                    "N.",
                    "Abu",
                    "0000-00-00",
                    "",
                    "Europol analysis alias",
                    true,
                    "hit or no hit in Europol analysis data"));

    private Ber14() {}

    /** An identity by its number, 1 to 14. */
    public static Alias alias(int n) {
        Alias alias = ALL.get(n);
        if (alias == null) {
            throw new IllegalArgumentException("BER-14 has identities 1 to 14");
        }
        return alias;
    }

    /** All fourteen in order. */
    public static List<Alias> all() {
        return ALL.keySet().stream().sorted().map(ALL::get).toList();
    }

    private static Map.Entry<Integer, Alias> entry(
            int n,
            String family,
            String given,
            String birth,
            String nationality,
            String where,
            boolean linkable,
            String reason) {
        IdentityData identity = new IdentityData(
                List.of(PersonName.current(family, given)),
                PartialDate.of(birth),
                nationality.isEmpty() ? "" : "Port " + nationality,
                nationality.isEmpty() ? Optional.empty() : Optional.of(Country.of(nationality)),
                nationality.isEmpty() ? Sex.U : Sex.M,
                nationality.isEmpty() ? List.of() : List.of(Country.of(nationality)));
        return Map.entry(n, new Alias(n, identity, documents(n), where, linkable, reason));
    }

    private static List<TravelDocument> documents(int n) {
        return switch (n) {
            case 4 -> List.of(certificate("MS2-BUEMA-0001"));
            case 5 -> List.of(certificate("MS2-BUEMA-0002"));
            case 6 -> List.of(certificate("MS2-BUEMA-0003"));
            case 7, 8 -> List.of(certificate("MS2-BUEMA-0004"));
            case 12 -> List.of(new TravelDocument("ID", FORGED_CARD_NUMBER, Country.of("XEU"), Optional.empty()));
            case 13 -> List.of(new TravelDocument("LP", "LP-77120", Country.of("XAA"), Optional.empty()));
            default -> List.of();
        };
    }

    private static TravelDocument certificate(String number) {
        return new TravelDocument("CERT", number, Country.of("XXB"), Optional.empty());
    }
}
