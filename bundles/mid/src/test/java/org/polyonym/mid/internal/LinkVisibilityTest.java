package org.polyonym.mid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polyonym.access.DataCategory;
import org.polyonym.access.Profile;
import org.polyonym.access.SearchField;
import org.polyonym.access.SourceRight;
import org.polyonym.mid.LinkColour;
import org.polyonym.model.Authority;
import org.polyonym.model.GroupRef;
import org.polyonym.model.SystemId;

class LinkVisibilityTest {
    private static final Set<GroupRef> BOTH = Set.of(GroupRef.of("EURODAC/1"), GroupRef.of("SIS/1"));
    private static final Set<GroupRef> ONE = Set.of(GroupRef.of("SIS/1"));

    @ParameterizedTest(name = "{0}, access to {1}, hit {2}: {3}")
    @CsvSource(
            nullValues = "nothing",
            value = {
                "YELLOW,EURODAC+SIS,both,nothing",
                "RED,SIS,one,LINK_AND_SYSTEMS",
                "RED,VIS,one,LINK_AND_SYSTEMS",
                "RED,INTERPOL,one,nothing",
                "WHITE,EURODAC+SIS,one,STATEMENT",
                "WHITE,SIS,one,nothing",
                "WHITE,EURODAC+VIS,both,nothing",
                "GREEN,EURODAC+SIS,both,STATEMENT",
                "GREEN,EURODAC+SIS,one,nothing",
                "GREEN,SIS,both,nothing"
            })
    void showsEachColourOnlyToThoseEntitled(LinkColour colour, String systems, String hit, Sight expected) {
        Link link = Sample.link("EURODAC/1", "SIS/1", colour, Persons.OPEN);
        assertThat(Tables.VISIBILITY.sight(
                        link, Authority.of("POLICE@MS-7"), profile(systems), hit.equals("both") ? BOTH : ONE))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @CsvSource({"YELLOW", "RED", "WHITE", "GREEN"})
    void showsTheNamedAuthorityTheWholeFile(LinkColour colour) {
        Link link = Sample.link("EURODAC/1", "SIS/1", colour, Persons.OPEN);
        assertThat(Tables.VISIBILITY.sight(link, Authority.of("ASYLUM@MS-2"), profile("EURODAC"), Set.of()))
                .contains(Sight.FULL_FILE);
    }

    @Test
    void hidesYellowFromTheSameKindOfAuthorityInAnotherState() {
        Link link = Sample.link("EURODAC/1", "SIS/1", LinkColour.YELLOW, Persons.OPEN);
        assertThat(Tables.VISIBILITY.sight(link, Authority.of("ASYLUM@MS-1"), profile("EURODAC+SIS"), BOTH))
                .isEmpty();
    }

    @Test
    void refusesATableThatForgetsAColour() {
        assertThatThrownBy(() -> new LinkVisibility(
                        Tables.without("visibility", row -> row.get("colour").equals("GREEN"))))
                .hasMessageContaining("GREEN");
    }

    private static Profile profile(String systems) {
        Stream<SourceRight> rights = Arrays.stream(systems.split("\\+"))
                .map(system -> new SourceRight(
                        SystemId.of(system), true, Set.<SearchField>of(), Set.of(DataCategory.REFERENCE), "test"));
        return new Profile("test", true, List.copyOf(rights.toList()));
    }
}
