package org.polyonym.http;

/**
 * One operation, registered as a service by the component that does it. The gateway authenticates, reads and limits the
 * body, calls {@link #handle} on a virtual thread, stores the audit entry of the request and only then releases the reply.
 * Each endpoint is described under its operation id in the published OpenAPI file; one that is not is refused at start.
 */
public interface Endpoint {
    /** Method. */
    Method method();

    /** Path template below the root, e.g. {@code /v1/links/{linkId}/decision}. */
    String path();

    /** Operation id in the OpenAPI file, e.g. {@code decideLink}. */
    String operationId();

    /** Does the work; throws {@code ProblemException} for every refusal. */
    Reply handle(Request request);
}
