package org.polyonym.biometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ExtractionCacheTest {
    private final ExtractionCache cache = new ExtractionCache(2);

    @Test
    void extractsARecentSampleOnlyOnce() throws Exception {
        Extraction first = cache.extract(TestPrints.png(1), 500);
        assertThat(cache.extract(TestPrints.png(1), 500)).isSameAs(first);
        assertThat(first.template()).isPresent();
    }

    @Test
    void keepsResolutionsApart() throws Exception {
        assertThat(cache.extract(TestPrints.png(1), 500)).isNotSameAs(cache.extract(TestPrints.png(1), 510));
    }

    @Test
    void forgetsTheLeastRecentlyUsedSampleBeyondItsLimit() throws Exception {
        Extraction first = cache.extract(TestPrints.png(1), 500);
        Extraction second = cache.extract(TestPrints.png(2), 500);
        cache.extract(TestPrints.png(1), 500);
        cache.extract(TestPrints.png(3), 500);
        assertThat(cache.size()).isEqualTo(2);
        assertThat(cache.extract(TestPrints.png(1), 500)).isSameAs(first);
        assertThat(cache.extract(TestPrints.png(2), 500)).isNotSameAs(second);
    }

    @Test
    void forgetsEverythingWhenCleared() throws Exception {
        cache.extract(TestPrints.png(1), 500);
        cache.clear();
        assertThat(cache.size()).isZero();
    }

    @Test
    void keepsARejectionButNotARefusal() throws Exception {
        assertThat(cache.extract(TestImages.blank(), 500).template()).isEmpty();
        assertThatExceptionOfType(ImageRefusedException.class).isThrownBy(() -> cache.extract(new byte[9], 500));
        assertThat(cache.size()).isEqualTo(1);
    }

    @Test
    void refusesToKeepNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ExtractionCache(0));
    }
}
