package org.polyonym.grid.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What nodes say to each other, readable and writable only with their common key: the grid's own traffic is plain. AES-256 in
 * GCM (NIST SP 800-38D) with a random nonce, so one key serves 2^32 messages. Thread-safe.
 */
final class Seal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String MAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int NAME_BYTES = 16;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * Seals.
     *
     * @param context what the message belongs to; it opens with the same only
     */
    byte[] close(String context, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] body = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
            return ByteBuffer.allocate(NONCE_BYTES + body.length)
                    .put(nonce)
                    .put(body)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK does not seal with " + CIPHER, e);
        }
    }

    /**
     * Opens.
     *
     * @throws GeneralSecurityException when it was sealed with another key, for something else, or was changed
     */
    byte[] open(String context, byte[] sealed) throws GeneralSecurityException {
        if (sealed.length < NONCE_BYTES) {
            throw new GeneralSecurityException("too short");
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    }

    /** A name that only holders of the key know: nodes of two platforms do not meet by mistake. */
    String clusterName() {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key.getEncoded(), MAC));
            byte[] name = mac.doFinal("cluster name".getBytes(StandardCharsets.UTF_8));
            return "polyonym-" + HexFormat.of().formatHex(name, 0, NAME_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + MAC, e);
        }
    }

    /** What tells one sealed message from every other. */
    static String nonceOf(byte[] sealed) {
        return HexFormat.of().formatHex(sealed, 0, Math.min(NONCE_BYTES, sealed.length));
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
