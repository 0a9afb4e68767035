package org.polyonym.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polyonym.model.Country;
import org.polyonym.model.IdentityData;
import org.polyonym.model.OriginRef;
import org.polyonym.model.PartialDate;
import org.polyonym.model.PersonName;
import org.polyonym.model.Sex;
import org.polyonym.model.SystemId;
import org.polyonym.model.TravelDocument;

class JsonMappingTest {
    private final ObjectMapper mapper = JsonMapping.mapper();

    record Sample(
            IdentityData identity, List<TravelDocument> documents, Map<SystemId, Integer> counts, OriginRef ref) {}

    @Test
    void readsBackWhatItWrites() throws Exception {
        Sample sample = new Sample(
                new IdentityData(
                        List.of(PersonName.current("SELMANI", "Nadir")),
                        PartialDate.of("1991-11-00"),
                        "Town",
                        Optional.of(Country.of("XAA")),
                        Sex.M,
                        List.of(Country.of("XBB"))),
                List.of(new TravelDocument("P", "A1", Country.of("UTO"), Optional.of(LocalDate.of(2020, 1, 2)))),
                Map.of(SystemId.SIS, 3),
                OriginRef.of("SIS/a-1"));
        String json = mapper.writeValueAsString(sample);
        assertThat(json).contains("\"birthDate\":\"1991-11-00\"").contains("\"ref\":\"SIS/a-1\"");
        assertThat(mapper.readValue(json, Sample.class)).isEqualTo(sample);
    }

    @Test
    void refusesUnknownFields() {
        assertThatThrownBy(() -> mapper.readValue("{\"familyName\":\"A\",\"nick\":\"B\"}", PersonName.class))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }

    @Test
    void namesTheFieldOfAnImpossibleDate() {
        assertThatThrownBy(() -> mapper.readValue("{\"birthDate\":\"1991-02-30\"}", IdentityData.class))
                .isInstanceOfSatisfying(
                        JsonMappingException.class,
                        e -> assertThat(e.getPath().getFirst().getFieldName()).isEqualTo("birthDate"));
    }

    @Test
    void refusesNestingBeyondTheLimit() {
        String deep = "[".repeat(JsonMapping.MAX_DEPTH + 1) + "]".repeat(JsonMapping.MAX_DEPTH + 1);
        assertThatThrownBy(() -> mapper.readTree(deep)).hasMessageContaining("nesting depth");
    }
}
