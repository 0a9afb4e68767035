package org.polyonym.esp.internal;

/** The five grounds of IO 20(1) on which alone the police may check an identity in the common identity repository. */
enum Ground {
    /** (a) No travel document or other credible document. */
    NO_DOCUMENT,
    /** (b) Doubts about the identity data given. */
    IDENTITY_DOUBTED,
    /** (c) Doubts about the authenticity of the document. */
    DOCUMENT_DOUBTED,
    /** (d) Doubts about the identity of the holder of the document. */
    HOLDER_DOUBTED,
    /** (e) The person cannot or will not cooperate. */
    UNABLE_OR_UNWILLING
}
