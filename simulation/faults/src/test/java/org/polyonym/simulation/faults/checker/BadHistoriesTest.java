package org.polyonym.simulation.faults.checker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polyonym.simulation.faults.client.Json;

/** One fault in each history; each must be found, and by the claim that it breaks. */
class BadHistoriesTest {
    private final Fixture history = new Fixture();

    @Test
    void findsNothingInAGoodHistory() {
        assertThat(history.breaches()).isEmpty();
        assertThat(new Fixture().withUnknownThere().breaches()).isEmpty();
    }

    @Test
    void looksAtCasesOfEveryClaim() {
        assertThat(Claim.judge(history.evidence()))
                .allSatisfy(claim -> assertThat(claim.cases()).as(claim.claim()).isPositive());
    }

    @Test
    void findsALostWrite() {
        history.records.remove(Fixture.EES);
        finds("EES/e1 was acknowledged (op-1) and is lost");
    }

    @Test
    void findsAWriteWithOtherContent() {
        history.records.put(Fixture.EES, new FinalState.EndRecord(Fixture.content("p9"), 1, Fixture.EES, "COMPLETED"));
        finds("EES/e1 has not the content that was acknowledged");
    }

    @Test
    void findsAWriteThatWasChangedSince() {
        history.records.put(Fixture.EES, new FinalState.EndRecord(Fixture.content("p1"), 2, Fixture.EES, "COMPLETED"));
        finds("EES/e1 has version 2, acknowledged was 1");
    }

    @Test
    void findsOneKeyAcknowledgedAsTwoRecords() {
        ObjectNode again = history.lines.getFirst().deepCopy().put("op", "op-9");
        history.lines.add(again);
        history.lines.add(history.line("op-1").deepCopy().put("op", "op-9").put("record", "EES/e2"));
        finds("was acknowledged as two records");
    }

    @Test
    void findsATraceOfAWriteThatIsNotThere() {
        history.entry("IDENTITY_COMPARED", "op-5", "", Fixture.UNKNOWN, Fixture.EES);
        finds("VIS/u1 is not there and has left a trace");
    }

    @Test
    void findsAWriteThatIsThereInPart() {
        history.withUnknownThere();
        history.records.put(
                Fixture.UNKNOWN,
                new FinalState.EndRecord(
                        Json.read("{\"familyName\":\"N-p2\",\"samples\":1}"), 1, Fixture.UNKNOWN, "COMPLETED"));
        finds("VIS/u1 got no answer and is there in part");
    }

    @Test
    void findsAWriteWithoutItsAuditEntry() {
        history.withUnknownThere();
        history.audit.removeLast();
        finds("VIS/u1 got no answer and is there without its audit entry");
    }

    @Test
    void findsARefusedWriteThatIsThere() {
        history.withUnknownThere();
        history.line("op-5").put("t", "answer").put("status", 503).put("problem", "PLY-5006");
        finds("VIS/u1 was refused and is there");
    }

    @Test
    void findsADetectionThatNeverCompleted() {
        history.records.put(Fixture.EES, new FinalState.EndRecord(Fixture.content("p1"), 1, Fixture.EES, "PENDING"));
        finds("the detection of EES/e1 is PENDING");
    }

    @Test
    void findsAParkedTask() {
        history.queues.put("node-1", Json.read("{\"detect\":{\"DONE\":2,\"PARKED\":1}}"));
        finds("node-1 counts 1 tasks PARKED in detect");
    }

    @Test
    void findsADetectionThatTookEffectTwice() {
        history.entry("IDENTITY_COMPARED", "op-4", "", Fixture.VIS, Fixture.EES);
        finds("compared for op-4: [EES/e1, VIS/v1] 2 times");
    }

    @Test
    void findsALinkMadeTwice() {
        history.entry("LINK_CREATED", "op-4", "", "l-2", Fixture.VIS, Fixture.EES);
        finds("linked [EES/e1, VIS/v1] 2 times");
    }

    @Test
    void findsARegistrationStoredTwice() {
        history.entry("RECORD_REGISTERED", "op-1", "", Fixture.EES);
        finds("registered EES/e1 2 times");
    }

    @Test
    void findsOneConfirmationNumberGivenTwice() {
        history.links.add(new FinalState.EndLink("l-2", "EES/e7", "VIS/v7", "WHITE", "sin-1"));
        finds("links l-1 and l-2 have one identity confirmation number");
    }

    @Test
    void findsAMissingLink() {
        history.links.clear();
        finds("[EES/e1, VIS/v1] are one person and have 0 links");
    }

    @Test
    void findsADoubledLink() {
        history.links.add(new FinalState.EndLink("l-2", Fixture.VIS, Fixture.EES, "WHITE", ""));
        finds("[EES/e1, VIS/v1] are one person and have 2 links");
    }

    @Test
    void findsALinkBetweenDifferentPersons() {
        history.withUnknownThere();
        history.links.add(new FinalState.EndLink("l-2", Fixture.EES, Fixture.UNKNOWN, "WHITE", ""));
        finds("link l-2 joins EES/e1 and VIS/u1, which are not one person");
    }

    @Test
    void findsTwoPersonsInOneGroup() {
        history.withUnknownThere();
        history.records.put(
                Fixture.UNKNOWN, new FinalState.EndRecord(Fixture.content("p2"), 1, Fixture.VIS, "COMPLETED"));
        finds("holds two persons");
    }

    @Test
    void findsAnIncompleteAnswerPassedOffAsComplete() {
        ((ArrayNode) history.line("op-2").get("candidates")).removeAll();
        finds("op-2 at node-1 calls itself complete (2 of 2) and misses EES/e1, acknowledged before");
    }

    @Test
    void acceptsTheSameAnswerThatSaysPartial() {
        ((ArrayNode) history.line("op-2").get("candidates")).removeAll();
        history.line("op-2").put("covered", 1);
        assertThat(history.breaches()).isEmpty();
    }

    @Test
    void findsAnAnswerThatDoesNotTellItsCoverage() {
        history.line("op-2").remove("covered");
        finds("op-2 does not say what it covered");
    }

    @Test
    void findsAStrangerNamedAsTheSame() {
        history.withUnknownThere();
        ((ArrayNode) history.line("op-2").get("candidates"))
                .addObject()
                .put("record", Fixture.UNKNOWN)
                .put("outcome", "SAME");
        finds("op-2 names a record of another person as the same");
    }

    @Test
    void findsASourceThatSaysEmptyAndIsNot() {
        source().put("status", "EMPTY_OR_NOT_PERMITTED").putArray("records");
        finds("op-3: EES says EMPTY_OR_NOT_PERMITTED and does not name EES/e1");
    }

    @Test
    void acceptsASourceThatSaysUnavailable() {
        source().put("status", "UNAVAILABLE").putArray("records");
        assertThat(history.breaches()).isEmpty();
    }

    @Test
    void findsASourceLeftOut() {
        ((ObjectNode) history.line("op-3").get("sources")).remove("EES");
        finds("op-3 has no line of EES");
    }

    @Test
    void findsACompletedDetectionThatHidItsLink() {
        history.line("op-4").putArray("links");
        finds("op-4 was told that the detection is completed, without its link to EES/e1");
    }

    @Test
    void findsAnAnswerWithoutItsAuditEntry() {
        history.audit.set(2, new FinalState.Entry(3, "REQUEST", "op-2", List.of(), "503"));
        finds("op-2 was answered 200 without an audit entry");
    }

    @Test
    void findsAGapInTheLog() {
        FinalState.Entry last = history.audit.removeLast();
        history.audit.add(new FinalState.Entry(
                last.sequence() + 1, last.event(), last.caseReference(), last.subject(), last.status()));
        finds("the log goes from 7 to 9");
    }

    @Test
    void acceptsALogThatCountsOnAfterThePlatformWasEmptied() {
        history.audit.replaceAll(entry -> new FinalState.Entry(
                entry.sequence() + 100, entry.event(), entry.caseReference(), entry.subject(), entry.status()));
        assertThat(history.breaches()).isEmpty();
    }

    @Test
    void findsThatALogHasLostItsBeginning() {
        history.audit.removeFirst();
        finds("EES/e1 is there and its registration is not in the log");
    }

    @Test
    void findsARecordThatCouldNotBeRead() {
        history.unread.add("EES/e1: 503");
        finds("EES/e1: 503");
    }

    @Test
    void findsARightRegistrationThatWasAlwaysRefused() {
        history.lines.add(history.lines.getFirst().deepCopy().put("op", "op-9").put("key", "k"));
        history.lines.add(history.line("op-1")
                .deepCopy()
                .put("op", "op-9")
                .put("status", 422)
                .put("record", ""));
        finds("EES key k was asked for until the end and always refused, at last with 422");
    }

    @Test
    void findsThatNothingWorkedAtAll() {
        for (String op : List.of("op-1", "op-2", "op-3", "op-4")) {
            history.line(op).put("status", 503).put("problem", "PLY-5006");
        }
        history.records.clear();
        history.links.clear();
        history.audit.clear();
        for (String claim : List.of(
                "every acknowledged registration is there",
                "every complete answer by prints",
                "every source that answered",
                "the records of one person",
                "no request was answered 2xx")) {
            finds("there was no case to look at, so nothing is proved: " + claim);
        }
    }

    @Test
    void findsThatNobodyWhoWaitedWasTold() {
        history.lines.getFirst().put("wait", 10);
        history.line("op-4").put("detection", "PENDING");
        finds("nothing is proved: an answer that calls its detection completed");
    }

    @Test
    void acceptsALoadWithoutSearchesAndWithoutWaiting() {
        history.lines.removeIf(
                line -> List.of("op-2", "op-3").contains(line.path("op").asText()));
        history.line("op-4").put("detection", "PENDING");
        assertThat(history.breaches()).isEmpty();
    }

    @Test
    void countsThePairsThatAreLinkedOnce() {
        assertThat(LinkedOnce.linked(history.evidence())).isEqualTo(1);
        history.links.clear();
        assertThat(LinkedOnce.linked(history.evidence())).isZero();
    }

    @Test
    void findsAnAnswerWithoutARequest() {
        history.lines.add(Json.object().put("t", "answer").put("op", "op-77").put("at", 80));
        finds("an answer to op-77 has no request of its own");
    }

    private ObjectNode source() {
        return (ObjectNode) history.line("op-3").path("sources").path("EES");
    }

    private void finds(String breach) {
        assertThat(history.breaches()).anySatisfy(each -> assertThat(each).contains(breach));
    }
}
