package org.polyonym.problem;

/**
 * The error catalogue. Each entry has a stable code, the HTTP status it maps to, a title and the remedy that a caller can
 * follow without reading our code. {@code docs/ERRORS.md} lists them; a test keeps both in step.
 */
public enum ProblemType {
    /** The body is not well-formed JSON. */
    MALFORMED_JSON("PLY-1001", 400, "The body is not well-formed JSON", "Send one JSON object, UTF-8 encoded."),
    /** The body is larger than the gateway accepts. */
    BODY_TOO_LARGE("PLY-1002", 413, "The body is too large", "Send fewer or smaller images in one request."),
    /** JSON nested deeper than the gateway accepts. */
    JSON_TOO_DEEP("PLY-1003", 400, "The JSON is nested too deeply", "Flatten the document to the published schema."),
    /** A property that the schema does not know. */
    UNKNOWN_FIELD(
            "PLY-1004",
            400,
            "The body has an unknown field",
            "Remove the field or correct its spelling; see /openapi.json."),
    /** A mandatory field is missing. */
    MISSING_FIELD(
            "PLY-1005",
            422,
            "A mandatory field is missing",
            "Add the field; the category's mandatory fields are in the rule table."),
    /** A value outside what its field allows. */
    INVALID_VALUE("PLY-1006", 422, "A field has a value that is not allowed", "Correct the value as the detail says."),
    /** A date that no calendar has, or that cannot be a birth or expiry date. */
    IMPOSSIBLE_DATE("PLY-1007", 422, "The date cannot exist", "Use YYYY-MM-DD; write 00 for an unknown month or day."),
    /** A country code that neither ISO 3166 nor ICAO 9303 knows. */
    UNKNOWN_COUNTRY(
            "PLY-1008", 422, "The country code is unknown", "Use a three-letter code of ISO 3166-1 or ICAO 9303."),
    /** The path or the media type is not served. */
    NOT_FOUND("PLY-1009", 404, "There is no such resource", "Check the path against /openapi.json and the identifier."),
    /** The path exists, the method does not. */
    METHOD_NOT_ALLOWED(
            "PLY-1010", 405, "The method is not allowed here", "Use a method that /openapi.json lists for the path."),
    /** The body has a media type that is not served. */
    UNSUPPORTED_MEDIA_TYPE("PLY-1011", 415, "The media type is not supported", "Send application/json."),
    /** The same idempotency key came with another body. */
    IDEMPOTENCY_CONFLICT(
            "PLY-1012", 409, "The idempotency key was used for another request", "Use a new key for a new request."),
    /** The record was changed since the caller read it. */
    VERSION_CONFLICT(
            "PLY-1013",
            409,
            "The record has changed meanwhile",
            "Read it again and repeat the change on the new version."),
    /** The request took longer than its limit. */
    REQUEST_TIMEOUT(
            "PLY-1014",
            504,
            "The request took longer than its limit",
            "Repeat it; writes are safe with an idempotency key."),
    /** More data than the platform takes together; to come again later helps nobody. */
    DATA_LIMIT(
            "PLY-1015",
            422,
            "The data exceed a limit of the platform",
            "Narrow the search; where records or links belong together, tell the operator."),

    /** No bearer token. */
    TOKEN_MISSING("PLY-2001", 401, "The request has no token", "Send an Authorization header with a bearer token."),
    /** The token cannot be trusted. */
    TOKEN_INVALID(
            "PLY-2002", 401, "The token is not valid", "Obtain a token from an issuer that this platform trusts."),
    /** The token has expired. */
    TOKEN_EXPIRED("PLY-2003", 401, "The token has expired", "Obtain a new token."),
    /** Purpose or case reference missing from the request. */
    PURPOSE_MISSING(
            "PLY-2004",
            400,
            "The request names no purpose or no case",
            "Send the Polyonym-Purpose and Polyonym-Case headers."),
    /** The token does not allow the purpose. */
    PURPOSE_NOT_ALLOWED(
            "PLY-2005", 403, "The token does not allow this purpose", "Use a purpose that the token lists."),
    /** No row of the access table allows this. */
    ACCESS_DENIED(
            "PLY-2006", 403, "Access is not allowed", "The access table has no row for this authority and purpose."),
    /** The record belongs to another Member State. */
    NOT_OWNER(
            "PLY-2007",
            403,
            "The record belongs to another Member State",
            "Ask the owner through supplementary information."),
    /** The decision belongs to another authority. */
    NOT_RESPONSIBLE(
            "PLY-2008",
            403,
            "Another authority is responsible for this link",
            "The identity confirmation file names the authority."),

    /** The bytes are not an image in an accepted format. */
    NOT_AN_IMAGE("PLY-3001", 422, "The sample is not an image", "Send an 8-bit grayscale PNG of the print."),
    /** The image ends before it is complete. */
    IMAGE_TRUNCATED("PLY-3002", 422, "The image is truncated", "Send the complete file."),
    /** The image has more pixels or bytes than the limit. */
    IMAGE_TOO_LARGE(
            "PLY-3003", 422, "The image is too large", "Crop to the finger at 500 dpi; the limits are in the detail."),
    /** The image is too small to hold a print. */
    IMAGE_TOO_SMALL("PLY-3004", 422, "The image is too small", "Capture the whole finger at 500 dpi."),
    /** The print is below the minimum quality; the detail gives the reasons. */
    QUALITY_TOO_LOW(
            "PLY-3005",
            422,
            "The sample is below the minimum quality",
            "Capture it again; the detail names the reasons."),
    /** Palm prints never become templates (IO-P 13(1)(a)). */
    PALM_PRINT_REFUSED(
            "PLY-3006", 422, "Palm prints are kept out of biometric matching", "Leave palm prints out of the search."),
    /** The purpose of a biometric search is missing. */
    BIOMETRIC_PURPOSE_MISSING(
            "PLY-3007", 400, "A biometric search needs a purpose", "Name the purpose of the search (IO 14)."),

    /** One of the five grounds of IO 20(1) is needed. */
    GROUND_MISSING("PLY-4001", 422, "An identity check needs one of the five grounds", "Name a ground of Art 20(1)."),
    /** A child under 12 without the best-interests justification. */
    CHILD_PROTECTION(
            "PLY-4002",
            422,
            "A child under 12 is checked only in the child's best interests",
            "Record the justification (Art 20(1))."),
    /** Biometrics were not taken live, or not in the presence of the person. */
    NOT_LIVE(
            "PLY-4003",
            422,
            "The biometric data must be taken live in the person's presence",
            "Start the procedure with the person present (Art 20(2))."),
    /** Red and green need a named officer with a reason. */
    DECISION_INCOMPLETE(
            "PLY-4004",
            422,
            "The decision lacks a mandatory part",
            "Give the officer, the reason and the evidence reference."),
    /** The finding is not possible for this link. */
    DECISION_NOT_POSSIBLE(
            "PLY-4005",
            409,
            "This decision is not possible for the link",
            "The detail lists the findings that the manual table offers."),
    /** The colour contradicts other links. */
    LINK_INCONSISTENT(
            "PLY-4006",
            409,
            "The colour contradicts existing links",
            "The detail shows the conflicting path; review those links first."),
    /** An alert is not compatible with another. */
    ALERT_INCOMPATIBLE(
            "PLY-4007",
            409,
            "The alert is not compatible with an existing alert",
            "Consult the issuing state with an E form."),
    /** The name match cannot be confirmed without comparing the prints the alert holds. */
    COMPARISON_REQUIRED(
            "PLY-4008",
            409,
            "The alert holds biometrics that must be compared first",
            "Send live prints with the confirmation (SIS-P 43(1))."),
    /** The provider's handling code forbids it. */
    HANDLING_RESTRICTED(
            "PLY-4009", 403, "The provider's handling code forbids this use", "Ask the provider for consent."),
    /** A terrorism-linked alert may only be left out by a recorded exception. */
    PROPORTIONALITY(
            "PLY-4010",
            422,
            "The case must lead to an alert or to a recorded exception",
            "Record the exception of SIS-P 21."),
    /** A refusal must rest on underlying data, never on the link. */
    REASON_IS_LINK("PLY-4011", 422, "A link alone cannot be the reason", "Cite the underlying record (IO 32(2))."),
    /** A data-quality rule is broken. */
    DATA_QUALITY(
            "PLY-4012", 422, "The data are below the minimum standard", "Correct the field that the detail names."),
    /** Interpol may not be queried without a recorded legal release. */
    RELEASE_MISSING(
            "PLY-4013",
            409,
            "No legal release is recorded",
            "Record the release before this source can be used (IO-B 72(1))."),
    /** The direct way is for times without the portal (IO 7, 11(3)). */
    PORTAL_IN_USE(
            "PLY-4014",
            409,
            "This system is searched through the portal",
            "Use POST /v1/searches; the portal is there."),

    /** The component behind the path is not running. */
    COMPONENT_UNAVAILABLE(
            "PLY-5001", 503, "A component is not available", "Repeat the request after the time in Retry-After."),
    /** The audit entry could not be stored, so no answer may be released. */
    AUDIT_UNAVAILABLE(
            "PLY-5002",
            503,
            "The audit log cannot be written",
            "Repeat later; no answer is released without its audit entry."),
    /** The store cannot be reached. */
    STORE_UNAVAILABLE(
            "PLY-5003", 503, "The store is not available", "Repeat the request after the time in Retry-After."),
    /** A limit on concurrent work is reached. */
    OVERLOADED("PLY-5004", 503, "The platform is at its limit", "Repeat the request after the time in Retry-After."),
    /** The node is about to stop; another one does the work. */
    NODE_STOPPING("PLY-5009", 503, "This node is stopping", "Send the request to another node."),
    /** This node sees no majority of the nodes, so it must not write. */
    NO_MAJORITY(
            "PLY-5006",
            503,
            "This node is cut off from most others and accepts no writes",
            "Repeat the request after the time in Retry-After, or send it to another node; searches and reads go on."),
    /** A fault of ours. */
    INTERNAL("PLY-5005", 500, "The platform failed", "Report the reference in the detail to the operator."),

    /** The bytes are not a bundle, or lack what a connector needs. */
    CONNECTOR_NOT_A_BUNDLE(
            "PLY-6001", 422, "The file is not a connector bundle", "Send a jar with an OSGi manifest and a component."),
    /** The jar, or what it unpacks to, is larger than the limits. */
    CONNECTOR_TOO_LARGE(
            "PLY-6002", 422, "The connector is too large", "Leave out what is not needed; the limit is in the detail."),
    /** A fragment would become part of another bundle. */
    CONNECTOR_IS_FRAGMENT(
            "PLY-6003",
            422,
            "A connector may not be a fragment",
            "Remove Fragment-Host and build a bundle of its own."),
    /** Require-Bundle ties a connector to another bundle. */
    CONNECTOR_REQUIRES_BUNDLE(
            "PLY-6004", 422, "A connector may not require a bundle", "Replace Require-Bundle by imports of the SPI."),
    /** Dynamic imports defeat every check. */
    CONNECTOR_DYNAMIC_IMPORT(
            "PLY-6005", 422, "A connector may not import dynamically", "Remove DynamicImport-Package."),
    /** Exported packages would bind others to the connector. */
    CONNECTOR_EXPORTS(
            "PLY-6006",
            422,
            "A connector may not export packages",
            "Keep its packages private; remove Export-Package."),
    /** It asks for more than the SPI. */
    CONNECTOR_BEYOND_SPI(
            "PLY-6007", 422, "The connector asks for more than the SPI", "Remove the import or embed the library."),
    /** Native code can do anything to the process. */
    CONNECTOR_NATIVE_CODE("PLY-6008", 422, "A connector may not bring native code", "Use a library in pure Java."),
    /** An activator gets the framework in its hands. */
    CONNECTOR_ACTIVATOR(
            "PLY-6009",
            422,
            "A connector may not have an activator",
            "Offer it as a component of declarative services."),
    /** Something that it needs is not there in the version it needs. */
    CONNECTOR_UNRESOLVED(
            "PLY-6010", 422, "The connector cannot be resolved here", "Rebuild it against the SPI of this platform."),
    /** Removing or replacing it would restart others. */
    CONNECTOR_DISTURBS(
            "PLY-6011", 409, "The change would disturb other bundles", "The detail names them; remove them first."),
    /** Not signed by anybody whom this platform trusts. */
    CONNECTOR_NOT_TRUSTED(
            "PLY-6012",
            422,
            "The connector is not signed by anybody trusted",
            "Sign it with a key of the trust store."),
    /** It did not start, or not answer as it must. */
    CONNECTOR_PROBE_FAILED(
            "PLY-6013",
            422,
            "The connector did not pass its probe",
            "Correct what the detail says; nothing has changed."),
    /** The access rows cannot be granted. */
    CONNECTOR_ACCESS_INVALID(
            "PLY-6014",
            422,
            "The access rows cannot be granted",
            "Use the columns of the table access, for the connector's own system only; name the law in source."),
    /** A connector of this name is deployed. */
    CONNECTOR_PRESENT(
            "PLY-6015", 409, "A connector of this name is deployed already", "Replace it, or undeploy it first."),
    /** The system has a connector already. */
    CONNECTOR_SYSTEM_TAKEN(
            "PLY-6016", 409, "The system has a connector already", "Use a code of its own for each agency's system.");

    private final String code;
    private final int status;
    private final String title;
    private final String remedy;

    ProblemType(String code, int status, String title, String remedy) {
        this.code = code;
        this.status = status;
        this.title = title;
        this.remedy = remedy;
    }

    /** Stable code, {@code PLY-nnnn}. */
    public String code() {
        return code;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** One line without data of the case. */
    public String title() {
        return title;
    }

    /** What the caller can do about it. */
    public String remedy() {
        return remedy;
    }
}
