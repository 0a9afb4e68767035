package org.polyonym.biometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FingerMatcherCacheTest {
    private final FingerMatcherCache cache = new FingerMatcherCache(2);

    @Test
    void extractsARecentSampleOnlyOnce() throws Exception {
        FingerMatcherCache.Sample first = cache.extract(TestPrints.png(1), 500);
        assertThat(cache.extract(TestPrints.png(1), 500)).isSameAs(first);
        assertThat(first.probe()).isPresent();
    }

    @Test
    void keepsResolutionsApart() throws Exception {
        assertThat(cache.extract(TestPrints.png(1), 500)).isNotSameAs(cache.extract(TestPrints.png(1), 510));
    }

    @Test
    void forgetsTheLeastRecentlyUsedSampleBeyondItsLimit() throws Exception {
        FingerMatcherCache.Sample first = cache.extract(TestPrints.png(1), 500);
        FingerMatcherCache.Sample second = cache.extract(TestPrints.png(2), 500);
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
        assertThat(cache.extract(TestImages.blank(), 500).probe()).isEmpty();
        assertThatExceptionOfType(ImageRefusedException.class).isThrownBy(() -> cache.extract(new byte[9], 500));
        assertThat(cache.size()).isEqualTo(1);
    }

    @Test
    void refusesToKeepNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FingerMatcherCache(0));
    }
}
