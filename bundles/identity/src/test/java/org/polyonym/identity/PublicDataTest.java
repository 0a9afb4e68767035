package org.polyonym.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.polyonym.model.NameKind;
import org.polyonym.model.PersonName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules on data nobody here wrote; skipped, and shown as skipped, unless {@code POLYONYM_IDENTITY_DATA} names the folder.
 */
class PublicDataTest {
    private static final Logger LOG = LoggerFactory.getLogger(PublicDataTest.class);

    @Test
    void knowsTheIcaoVectorsAndMostNationalOnes() throws IOException {
        Map<String, int[]> bySystem = new HashMap<>();
        for (String[] row : rows("translit/standard_romanisation_vectors.tsv")) {
            HarmonisedText source = Harmonisation.text(row[1]);
            HarmonisedText latin = Harmonisation.text(row[2]);
            if (source.isAbsent() || latin.isAbsent() || row[1].length() > 40) {
                continue;
            }
            boolean fits = FieldRules.compare(source, latin).fits();
            int[] counts = bySystem.computeIfAbsent(row[0], k -> new int[2]);
            counts[fits ? 0 : 1]++;
        }
        int all = bySystem.values().stream().mapToInt(c -> c[0] + c[1]).sum();
        int known = bySystem.values().stream().mapToInt(c -> c[0]).sum();
        LOG.info("romanisation vectors known: {} of {}", known, all);
        assertThat((double) known / all).isGreaterThan(0.9);
        assertThat(bySystem.get("icao-bel-Cyrl-Latn-9303")[1]).isZero();
    }

    @Test
    void romanisationVariantsOfOneArabicNameAreSimilarAndOthersAreNot() throws IOException {
        Map<String, List<String>> byArabic = new HashMap<>();
        rows("translit/anetac_person_en_ar.tsv").stream()
                .filter(r -> r.length == 2 && r[1].length() >= 4)
                .forEach(r ->
                        byArabic.computeIfAbsent(r[1], k -> new ArrayList<>()).add(r[0]));
        List<List<String>> variants =
                byArabic.values().stream().filter(v -> v.size() == 2).toList();
        long hits = variants.stream().filter(v -> similar(v.get(0), v.get(1))).count();
        List<String> shuffled = new ArrayList<>(
                byArabic.values().stream().map(List::getFirst).sorted().toList());
        Collections.shuffle(shuffled, new Random(1));
        long falseHits = 0;
        for (int i = 0; i + 1 < shuffled.size(); i++) {
            falseHits += similar(shuffled.get(i), shuffled.get(i + 1)) ? 1 : 0;
        }
        LOG.info(
                "variants similar: {} of {}; random pairs similar: {} of {}",
                hits,
                variants.size(),
                falseHits,
                shuffled.size());
        assertThat((double) hits / variants.size()).isGreaterThan(0.6);
        assertThat((double) falseHits / shuffled.size()).isLessThan(0.002);
    }

    @Test
    void arabicSpellingKnowsItsLatinSpelling() throws IOException {
        List<String[]> rows = rows("translit/anetac_person_en_ar.tsv").stream()
                .filter(r -> r.length == 2 && r[1].length() >= 4)
                .toList();
        long hits = rows.stream().filter(r -> similar(r[0], r[1])).count();
        long falseHits = 0;
        for (int i = 0; i + 1 < rows.size(); i++) {
            falseHits += similar(rows.get(i)[0], rows.get((i + rows.size() / 2) % rows.size())[1]) ? 1 : 0;
        }
        LOG.info("Latin and Arabic similar: {} of {}, other pairs: {}", hits, rows.size(), falseHits);
        assertThat((double) hits / rows.size()).isGreaterThan(0.6);
        assertThat((double) falseHits / rows.size()).isLessThan(0.002);
    }

    private static boolean similar(String a, String b) {
        return FieldRules.compare(text(a), text(b)).fits();
    }

    private static HarmonisedText text(String token) {
        return Harmonisation.name(new PersonName(NameKind.CURRENT, token, "")).family();
    }

    private static List<String[]> rows(String file) throws IOException {
        String folder = System.getenv("POLYONYM_IDENTITY_DATA");
        assumeTrue(folder != null, "POLYONYM_IDENTITY_DATA is not set");
        return Files.readAllLines(Path.of(folder, file)).stream()
                .map(line -> line.split("\t"))
                .filter(r -> Arrays.stream(r).noneMatch(String::isBlank))
                .toList();
    }
}
