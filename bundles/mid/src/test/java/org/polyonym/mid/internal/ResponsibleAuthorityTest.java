package org.polyonym.mid.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polyonym.model.SystemId;

class ResponsibleAuthorityTest {
    private static final Participant REFUSAL = Sample.participant("SIS/r", "REFUSAL_OF_ENTRY", "SIRENE@MS-1");
    private static final Participant DISCREET = Sample.participant("SIS/d", "DISCREET_CHECK", "SIRENE@MS-2");
    private static final Participant ARREST = Sample.participant("SIS/a", "ARREST", "SIRENE@MS-3");

    @ParameterizedTest(name = "{0} entered by {2}, other side {3}: {4}")
    @CsvSource({
        "EES/1,FIRST_ENTRY,BORDER_FIRST_LINE@MS-4,VIS,BORDER_SECOND_LINE@MS-4,true",
        "EES/1,FIRST_ENTRY,IMMIGRATION@MS-4,VIS,IMMIGRATION@MS-4,true",
        "VIS/1,SHORT_STAY,VISA@MS-4,EES,VISA@MS-4,false",
        "VIS/1,SHORT_STAY,VISA@MS-4,ECRIS-TCN,VIS_DESIGNATED@MS-4,false",
        "VIS/1,RESIDENCE_PERMIT,IMMIGRATION@MS-4,EES,IMMIGRATION@MS-4,false",
        "ETIAS/1,APPLICATION,ETIAS_CENTRAL_UNIT@EU,EES,ETIAS_CENTRAL_UNIT@EU,false",
        "SIS/1,REFUSAL_OF_ENTRY,SIRENE@MS-1,EES,SIRENE@MS-1,false",
        "ECRIS-TCN/1,CONVICTION,ECRIS_CENTRAL@MS-5,VIS,ECRIS_CENTRAL@MS-5,false",
        "EURODAC/1,APPLICANT,ASYLUM@MS-2,SIS,ASYLUM@MS-2,false"
    })
    void followsTheTrigger(
            String ref, String category, String owner, String partner, String expected, boolean presence) {
        Participant trigger = Sample.participant(ref, category, owner);
        Responsibility found = Tables.AUTHORITIES.resolve(trigger, SystemId.of(partner), List.of(trigger));
        assertThat(found.authority().text()).isEqualTo(expected);
        assertThat(found.presence()).isEqualTo(presence);
        assertThat(found.override()).isFalse();
    }

    @Test
    void leavesARefusalAlertToTheTrigger() {
        Participant asylum = Sample.participant("EURODAC/6", "APPLICANT", "ASYLUM@MS-2");
        assertThat(Tables.AUTHORITIES
                        .resolve(asylum, SystemId.SIS, List.of(asylum, REFUSAL))
                        .authority()
                        .text())
                .isEqualTo("ASYLUM@MS-2");
    }

    @Test
    void givesALinkToAPoliceAlertToItsSireneWhoeverTriggered() {
        Participant traveller = Sample.participant("EES/1", "FIRST_ENTRY", "BORDER_FIRST_LINE@MS-4");
        Responsibility found =
                Tables.AUTHORITIES.resolve(traveller, SystemId.SIS, List.of(traveller, REFUSAL, DISCREET));
        assertThat(found.authority().text()).isEqualTo("SIRENE@MS-2");
        assertThat(found.override()).isTrue();
        assertThat(found.presence()).isFalse();
    }

    @Test
    void prefersTheArrestAlertAmongSeveralPoliceAlerts() {
        Participant traveller = Sample.participant("EES/1", "FIRST_ENTRY", "BORDER_FIRST_LINE@MS-4");
        assertThat(Tables.AUTHORITIES
                        .resolve(traveller, SystemId.SIS, List.of(DISCREET, ARREST, traveller))
                        .authority()
                        .text())
                .isEqualTo("SIRENE@MS-3");
    }

    @Test
    void keepsSilentAboutDiscreetChecksAndNotAboutRefusals() {
        assertThat(Tables.AUTHORITIES.silence(List.of(REFUSAL, DISCREET)))
                .hasValueSatisfying(source -> assertThat(source).contains("SIS-P 36"));
        assertThat(Tables.AUTHORITIES.silence(List.of(REFUSAL))).isEmpty();
    }

    @Test
    void doesNotOverrideForUnknownWantedPersons() {
        Participant latent = Sample.participant("SIS/u", "UNKNOWN_WANTED_PERSON", "SIRENE@MS-9");
        assertThat(Tables.AUTHORITIES.override(List.of(latent))).isEmpty();
    }

    @Test
    void refusesATableWithAnOverrideBelowATrigger() {
        assertThatThrownBy(() -> new ResponsibleAuthority(Tables.with("authority", "A20", "kind", "OVERRIDE")))
                .hasMessageContaining("A20");
    }
}
