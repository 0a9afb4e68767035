package org.polyonym.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTextTest {
    @Test
    void showsWhatIsGrantedAndWhyItIsRefused() throws Exception {
        String text = PlanText.of(new ObjectMapper().readTree("""
                {"action": "DEPLOY", "name": "eu.example.register", "version": "1.0.0", "replaces": "", "sha256": "ab12",
                 "bytes": 10, "restarts": [], "signer": "",
                 "imports": [{"name": "java.util", "range": "", "provider": "JDK", "spi": true},
                             {"name": "org.h2", "range": "[2,3)", "provider": "", "spi": false}],
                 "access": [{"authority": "POLICE", "purpose": "POLICE_CHECK", "system": "NPR", "fields": "FAMILY_NAME",
                             "reply": "REFERENCE", "source": "Police Act 12"}],
                 "objections": [{"code": "PLY-6007", "reason": "it imports org.h2", "remedy": "Remove the import."}]}
                """));

        assertThat(text)
                .contains("eu.example.register 1.0.0", "Restarts   nothing else", "PLY-6007", "it imports org.h2")
                .containsPattern("org\\.h2 +\\[2,3\\) +nobody +NO")
                .containsPattern("Grants +Purpose +System")
                .containsPattern("POLICE +POLICE_CHECK +NPR +FAMILY_NAME +REFERENCE +Police Act 12")
                .doesNotContain("java.util");
    }

    @Test
    void showsTheRowsThatAReplacementKeeps() throws Exception {
        String text = PlanText.of(new ObjectMapper().readTree("""
                {"action": "REPLACE", "name": "eu.example.register", "version": "1.1.0", "replaces": "1.0.0",
                 "access": [{"authority": "POLICE", "purpose": "POLICE_CHECK", "system": "NPR", "fields": "FAMILY_NAME",
                             "reply": "REFERENCE"}],
                 "accessKept": true}
                """));

        assertThat(text)
                .contains("replace 1.0.0")
                .containsPattern("Keeps +Purpose +System")
                .containsPattern("POLICE +POLICE_CHECK +NPR +FAMILY_NAME +REFERENCE");
    }

    @Test
    void warnsOfAReplacementThatNobodyMaySearch() throws Exception {
        String text = PlanText.of(new ObjectMapper().readTree("""
                {"action": "REPLACE", "name": "eu.example.register", "version": "1.1.0", "replaces": "1.0.0",
                 "access": [], "accessKept": true}
                """));

        assertThat(text).contains("No access rows: nobody may search it.");
    }

    @Test
    void refusesAnOptionThatItDoesNotKnow() {
        assertThatThrownBy(() -> Arguments.parse(List.of("--dryrun"))).hasMessageContaining("--dryrun");
    }
}
