package org.polyonym.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polyonym.access.Caller;
import org.polyonym.json.JsonMapping;
import org.polyonym.model.Authority;
import org.polyonym.model.CaseReference;
import org.polyonym.model.IdentityData;
import org.polyonym.model.Purpose;
import org.polyonym.model.TravelDocument;
import org.polyonym.registry.SearchQuery;

/**
 * What the kit must be told about a connector, because only its author knows: whom it finds, and whom it hides from whom.
 *
 * @param legalDate legal date of the run, so that retention does not spoil the sample data; today unless given
 * @param configuration properties by PID; <code>${folder}</code> stands for a fresh copy of the folder {@code kit-files}
 *     beside the kit file
 * @param found a person that a caller finds
 * @param hidden a person that one caller finds and another must not
 * @param bad queries of the author's own that must find nobody and break nothing
 */
public record KitFile(
        Optional<LocalDate> legalDate,
        Map<String, Map<String, String>> configuration,
        Known found,
        Hidden hidden,
        List<Keys> bad) {
    private static final CaseReference CASE = CaseReference.of("KIT/1");

    /** Refuses a file without the persons. */
    public KitFile {
        legalDate = legalDate == null ? Optional.empty() : legalDate;
        configuration = configuration == null ? Map.of() : Map.copyOf(configuration);
        bad = bad == null ? List.of() : List.copyOf(bad);
        if (found == null || found.caller() == null || found.record() == null) {
            throw new IllegalArgumentException("'found' names a caller, what to search with, and the record");
        }
        if (hidden == null || hidden.caller() == null || hidden.seenBy() == null || hidden.record() == null) {
            throw new IllegalArgumentException(
                    "'hidden' names a caller, who may see the person (seenBy), what to search with, and the record");
        }
    }

    /** Who asks: {@code POLICE@MS-2} and the purpose. The case is {@code KIT/1}. */
    public record Asking(Authority authority, Purpose purpose) {
        /** As a connector sees the caller. */
        public Caller caller() {
            return new Caller(authority, "kit", purpose, CASE);
        }
    }

    /** What is searched with. */
    public record Keys(IdentityData identity, List<TravelDocument> documents) {
        /** Fills what is missing. */
        public Keys {
            identity = identity == null ? IdentityData.NONE : identity;
            documents = documents == null ? List.of() : List.copyOf(documents);
        }

        /** As an exact search. */
        public SearchQuery query() {
            return new SearchQuery(identity, documents, SearchQuery.Mode.EXACT);
        }
    }

    /**
     * A person that the caller finds as that record.
     *
     * @param fetchable whether the record is given to {@code fetch}, which names no caller; yes unless said
     */
    public record Known(
            Asking caller, IdentityData identity, List<TravelDocument> documents, String record, Boolean fetchable) {
        /** Fills what is missing. */
        public Known {
            fetchable = fetchable == null || fetchable;
        }

        /** What finds the person. */
        public SearchQuery query() {
            return new Keys(identity, documents).query();
        }
    }

    /** A person that {@code seenBy} finds as that record and {@code caller} must not. */
    public record Hidden(
            Asking caller, Asking seenBy, IdentityData identity, List<TravelDocument> documents, String record) {
        /** What finds the person for those who may see it. */
        public SearchQuery query() {
            return new Keys(identity, documents).query();
        }
    }

    /** Reads a file; {@link IllegalArgumentException} says what is wrong with it. */
    public static KitFile read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("no file " + file + "; docs/CONNECTORS.md tells what a kit file holds");
        }
        try {
            return JsonMapping.mapper().readValue(file.toFile(), KitFile.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException wrong) {
            throw new IllegalArgumentException(file + ": " + wrong.getOriginalMessage(), wrong);
        }
    }
}
