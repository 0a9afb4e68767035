package org.polyonym.grid.internal;

import com.hazelcast.config.Config;
import com.hazelcast.core.HazelcastInstance;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.polyonym.grid.GridException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers calls of other nodes. Requests open only for the handler and the member that they were made for, answers only for
 * their request; a caller without the key is refused before a handler is looked for. Thread-safe.
 */
final class CallServer {
    private static final Logger LOG = LoggerFactory.getLogger(CallServer.class);
    private static final String CONTEXT = "polyonym-calls";
    private static final byte ANSWERED = 0;
    private static final byte FAILED = 1;
    private static final byte REFUSED = 2;

    private final String memberId;
    private final Seal seal;
    private final Handlers handlers;

    CallServer(String memberId, Seal seal, Handlers handlers) {
        this.memberId = memberId;
        this.seal = seal;
        this.handlers = handlers;
    }

    void join(Config config) {
        config.getUserContext().put(CONTEXT, this);
    }

    static CallServer of(HazelcastInstance instance) {
        return (CallServer) instance.getUserContext().get(CONTEXT);
    }

    static byte[] request(Seal seal, String memberId, String handler, byte[] request) {
        return seal.close(requestContext(memberId, handler), request);
    }

    /** Opens an answer. */
    static byte[] answer(Seal seal, String handler, byte[] sealedRequest, byte[] answer) throws GridException {
        if (answer == null || answer.length == 0 || answer[0] == REFUSED) {
            throw new GridException("the member does not accept calls made with this node's key");
        }
        try {
            byte[] plain = seal.open(answerContext(handler, answer[0], sealedRequest), tail(answer));
            if (answer[0] == FAILED) {
                throw new GridException(new String(plain, StandardCharsets.UTF_8));
            }
            return plain;
        } catch (GeneralSecurityException e) {
            throw new GridException("the answer of handler " + handler + " was not made with this node's key", e);
        }
    }

    byte[] answer(String handler, byte[] sealedRequest) {
        byte[] request;
        try {
            request = seal.open(requestContext(memberId, handler), sealedRequest);
        } catch (GeneralSecurityException e) {
            LOG.warn("a call that was not made with this node's key was refused");
            return new byte[] {REFUSED};
        }
        try {
            return sealed(handler, ANSWERED, sealedRequest, handlers.handle(handler, request));
        } catch (GridException e) {
            return sealed(handler, FAILED, sealedRequest, e.getMessage().getBytes(StandardCharsets.UTF_8));
        }
    }

    private byte[] sealed(String handler, byte kind, byte[] sealedRequest, byte[] answer) {
        byte[] body = seal.close(answerContext(handler, kind, sealedRequest), answer);
        byte[] whole = new byte[body.length + 1];
        whole[0] = kind;
        System.arraycopy(body, 0, whole, 1, body.length);
        return whole;
    }

    private static byte[] tail(byte[] answer) {
        return Arrays.copyOfRange(answer, 1, answer.length);
    }

    private static String requestContext(String memberId, String handler) {
        return "request|" + memberId + "|" + handler;
    }

    private static String answerContext(String handler, byte kind, byte[] sealedRequest) {
        return "answer|" + handler + "|" + kind + "|" + Seal.nonceOf(sealedRequest);
    }
}
