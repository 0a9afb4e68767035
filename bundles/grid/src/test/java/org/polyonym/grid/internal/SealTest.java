package org.polyonym.grid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final byte[] PLAIN = "SELMANI".getBytes(StandardCharsets.UTF_8);

    private final Seal seal = new Seal(key(1));

    static byte[] key(int fill) {
        byte[] key = new byte[GridConfig.KEY_BYTES];
        Arrays.fill(key, (byte) fill);
        return key;
    }

    @Test
    void opensWithTheSameKeyAndContext() throws GeneralSecurityException {
        assertThat(seal.open("a", seal.close("a", PLAIN))).isEqualTo(PLAIN);
    }

    @Test
    void hidesWhatItHoldsAndNeverLooksTheSameTwice() {
        byte[] sealed = seal.close("a", PLAIN);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("SELMANI");
        assertThat(seal.close("a", PLAIN)).isNotEqualTo(sealed);
    }

    @Test
    void opensNeitherWithAnotherKeyNorForAnotherHandlerNorChanged() {
        byte[] sealed = seal.close("a", PLAIN);
        assertRefused(new Seal(key(2)), "a", sealed);
        assertRefused(seal, "b", sealed);
        assertRefused(seal, "a", new byte[3]);
        sealed[sealed.length - 1] ^= 1;
        assertRefused(seal, "a", sealed);
    }

    private static void assertRefused(Seal seal, String context, byte[] sealed) {
        assertThatThrownBy(() -> seal.open(context, sealed)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void namesTheClusterByTheKeyWithoutTellingIt() {
        assertThat(seal.clusterName()).isEqualTo(new Seal(key(1)).clusterName());
        assertThat(seal.clusterName()).isNotEqualTo(new Seal(key(2)).clusterName());
    }
}
