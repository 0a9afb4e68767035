package org.polyonym.gateway.internal.record;

/** The answer records of this package, for the test of the published schemas. */
public final class AnswerTypes {
    /** Answer to an entry. */
    public static final Class<?> REGISTRATION = RegistrationReply.class;
    /** State of detection. */
    public static final Class<?> DETECTION = Detections.Detection.class;

    private AnswerTypes() {}
}
