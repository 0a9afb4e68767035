package org.polyonym.scenarios.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import org.polyonym.model.IdentityData;
import org.polyonym.scenarios.ScenariosMain;

/** What officers of the passenger unit do in the unit's own system, which is a folder and no part of the platform. */
public final class PassengerUnitDesk {
    private static final Path HOME = Path.of(System.getProperty(ScenariosMain.HOME));
    private static final String PLACE = "agencies/passenger-unit";
    private static final Path FOLDER = HOME.resolve(PLACE);
    private static final String JOURNEYS = "passengers.tsv";
    private static final String MATCHES = "matches.tsv";
    private static final List<String> WRITTEN = List.of(JOURNEYS, MATCHES, "reviews.tsv", "approvals.tsv");
    private static final String CASE = "case-1";

    private final World world;

    /** Made for each scenario. */
    public PassengerUnitDesk(World world) {
        this.world = world;
    }

    /** The unit's files begin anew. */
    @Given("the passenger unit of MS-1 has the journey {word} of {who} received on {int}-{int}-{int}")
    public void journey(String record, String who, int year, int month, int day) throws IOException {
        Files.createDirectories(FOLDER);
        shareWithNodes();
        for (String file : WRITTEN) {
            Files.deleteIfExists(FOLDER.resolve(file));
        }
        IdentityData identity = world.claim(who).identity();
        write(
                JOURNEYS,
                "id\treceived\tflight\troute\tsurname\tgivenNames\tborn\tnationality\tdocumentType\tdocumentNumber"
                        + "\tissuedBy",
                String.join(
                        "\t",
                        record,
                        LocalDate.of(year, month, day).toString(),
                        "QQ 117",
                        "XAA-XEU",
                        identity.names().getFirst().familyName(),
                        identity.names().getFirst().givenNames(),
                        identity.birthDate().text(),
                        identity.nationalities().getFirst().text(),
                        "",
                        "",
                        ""));
    }

    /** The review that Directive (EU) 2016/681 Art 6(5) asks for. */
    @When("an officer of the unit confirms the pending match")
    public void confirm() {
        review("CONFIRMED");
    }

    /** The other outcome. */
    @When("an officer of the unit rejects the pending match")
    public void reject() {
        review("REJECTED");
    }

    /** Art 12(3). */
    @When("the disclosure of {word} is approved for the case")
    public void approve(String record) {
        write("approvals.tsv", "record\tcase\tapprovedBy\tday", record + "\t" + CASE + "\tcourt\t2026-12-01");
    }

    /** Erased from the file, not only hidden. */
    @Then("the passenger unit has no journey left")
    public void noJourney() {
        assertThat(lines(JOURNEYS)).hasSize(1);
    }

    /** A search that may not be answered leaves no trace of the traveller. */
    @Then("the passenger unit has no pending match")
    public void noMatch() {
        assertThat(FOLDER.resolve(MATCHES)).doesNotExist();
    }

    /** On a cluster every node sees the one folder of the unit. */
    private static void shareWithNodes() throws IOException {
        try (DirectoryStream<Path> nodes = Files.newDirectoryStream(HOME, "node-*")) {
            for (Path node : nodes) {
                Path place = node.resolve(PLACE);
                if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(place.getParent());
                    Files.createSymbolicLink(place, FOLDER);
                }
            }
        }
    }

    private void review(String decision) {
        List<String> matches = lines(MATCHES);
        assertThat(matches).as("matches of the unit, below the headings").hasSize(2);
        String match = matches.getLast().split("\t")[0];
        write("reviews.tsv", "match\tdecision\tofficer\tday", match + "\t" + decision + "\tanalyst-1\t2026-06-16");
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String file, String headings, String line) {
        Path target = FOLDER.resolve(file);
        try {
            if (!Files.exists(target)) {
                Files.writeString(target, headings + "\n");
            }
            Files.writeString(target, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
