// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.calendar.Mail;
import org.samband.calendar.ReminderRule;
import org.samband.calendar.ReminderSettings;
import org.samband.calendar.Reminders;
import org.samband.label.Clearance;
import org.samband.label.Marking;
import org.samband.node.TestRooms;
import org.samband.parties.Appointment;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.Officers;
import org.samband.parties.Partnerships;
import org.samband.parties.Role;
import org.samband.procedure.Acted;
import org.samband.procedure.Dossiers;
import org.samband.web.NotFound;
import org.samband.web.WordFiles;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What leaves the node for calendars and mailboxes: only on wish, only what may, and no more.
/// EXERCISE.
class RemindersTest {
    private static final Marking GREEN = Marking.parse("TLP:GREEN");
    private static final Marking LIMITED = Marking.parse("EU:LIMITE;REL NO");
    private static final ReminderSettings SETTINGS =
            new ReminderSettings("https://samband.example.org", Optional.of(GREEN));

    @TempDir private static Path folder;
    private static TestRooms rooms;
    private static Officer officer;

    @BeforeAll
    static void open() {
        rooms =
                TestRooms.pair(folder)
                        .getFirst()
                        .withDossiers(TestRooms.partnerships("EU").profiles().getFirst())
                        .with("parties")
                        .with("commitment")
                        .with("calendar")
                        .open(SETTINGS);
        rooms.moveTo(Instant.parse("2027-03-01T09:00:00Z"));
        officer = brought("desk");
        opened("EXERCISE open talks", GREEN, "2027-03-05");
        opened("EXERCISE limited talks", LIMITED, "2027-03-06");
    }

    @AfterAll
    static void close() {
        rooms.close();
    }

    private static Officer brought(String account) {
        var wanted =
                new Appointment(
                        account,
                        "EXERCISE Officer",
                        "EEAS",
                        Set.of(Role.DESK_OFFICER),
                        NeedToKnow.allOf(TestRooms.PARTNERSHIP),
                        Clearance.upTo(Map.of("EU", "LIMITE", "TLP", "AMBER")),
                        "en");
        var transactions = new TransactionTemplate(rooms.door(PlatformTransactionManager.class));
        var brought =
                Objects.requireNonNull(
                        transactions.execute(_ -> rooms.door(Officers.class).bring(wanted)));
        return ((Outcome.Accepted<Officer>) brought).value();
    }

    private static void opened(String title, Marking marking, String answerBy) {
        var done =
                rooms.door(Dossiers.class)
                        .open(
                                officer,
                                TestRooms.PARTNERSHIP,
                                "consultation",
                                title,
                                "",
                                marking,
                                Map.of("dates", "2027-05-05", "answer-by", answerBy));
        assertThat(done).isInstanceOf(Acted.Done.class);
    }

    private static Reminders door() {
        return rooms.door(Reminders.class);
    }

    private static String feed(String secret) {
        var pages =
                new FeedPages(
                        door(),
                        SETTINGS,
                        rooms.door(Partnerships.class),
                        new WordFiles(),
                        rooms.door(InstantSource.class));
        var answer = pages.feed(secret);
        assertThat(String.valueOf(answer.getHeaders().getContentType()))
                .startsWith("text/calendar");
        return new String(Objects.requireNonNull(answer.getBody()), StandardCharsets.UTF_8)
                .replace("\r\n ", "");
    }

    @Test
    void aFeedSaysOnlyThatSomethingIsDueUnlessTheOfficerChoosesMore() {
        var secret = door().makeFeed(officer);
        var bare = feed(secret);
        assertThat(bare)
                .contains("DTSTART;VALUE=DATE:20270305", "SUMMARY:Something is due in Samband")
                .contains("URL:https://samband.example.org/\r\n")
                .doesNotContain("EXERCISE", "dossier", "eu-norway", "EU-1");
        assertThat(door().show(officer, "TLP:GREEN")).isEmpty();
        var more = feed(secret);
        assertThat(more)
                .contains("SUMMARY:Answer wanted: EXERCISE open talks")
                .contains("URL:https://samband.example.org/eu-norway/dossier/EU-1")
                .contains("DTSTART;VALUE=DATE:20270306")
                .doesNotContain("EXERCISE limited talks", "EU-2\r\n");
        assertThat(door().show(officer, "")).isEmpty();
        assertThat(feed(secret)).doesNotContain("EXERCISE");
    }

    @Test
    void noMoreIsOfferedThanTheOperatorLetsOut() {
        assertThat(door().offered())
                .map(Marking::toString)
                .containsExactly("TLP:CLEAR", "TLP:GREEN");
        assertThat(door().show(officer, "TLP:AMBER").map(Refusal::rule))
                .contains(ReminderRule.NOT_TO_BE_SHOWN);
        assertThat(door().show(officer, "EU:LIMITE").map(Refusal::rule))
                .contains(ReminderRule.NOT_TO_BE_SHOWN);
    }

    @Test
    void anAddressIsSecretAndEndsWithTheNextOneOrOnWish() {
        var other = brought("other");
        var first = door().makeFeed(other);
        assertThat(first).matches("[A-Za-z0-9_-]{43}");
        assertThat(feed(first)).contains("BEGIN:VCALENDAR");
        var second = door().makeFeed(other);
        gone(first);
        assertThat(feed(second)).contains("BEGIN:VCALENDAR");
        door().endFeed(other);
        gone(second);
        assertThat(door().of(other).feedSince()).isEmpty();
        for (var wrong : List.of("", "x", "a".repeat(43), "../account", "%00")) {
            gone(wrong);
        }
    }

    private static void gone(String secret) {
        assertThatThrownBy(() -> feed(secret)).isInstanceOf(NotFound.class);
    }

    @Test
    void anAddressForEmailIsOne() {
        for (var wrong :
                List.of("officer", "a@b", "a b@example.org", "a@example.org\nBcc: c@example.org")) {
            assertThat(door().mail(officer, wrong, "7").map(Refusal::rule))
                    .as(wrong)
                    .contains(ReminderRule.NO_ADDRESS);
        }
        assertThat(door().mail(officer, "x".repeat(250) + "@example.org", "7")).isPresent();
        for (var wrong : List.of("", "24", "-1", "seven")) {
            assertThat(door().mail(officer, "a@example.org", wrong).map(Refusal::rule))
                    .contains(ReminderRule.NO_HOUR);
        }
    }

    @Test
    void oneEmailADayFromTheChosenHourWithNumbersAndLinksAlone() {
        var reader = brought("reader");
        var sent = new ArrayList<Mail>();
        var broken = new boolean[] {true};
        var digests =
                new Digests(
                        door(),
                        SETTINGS,
                        mail -> {
                            if (broken[0]) {
                                throw new IOException("EXERCISE no line");
                            }
                            sent.add(mail);
                        },
                        rooms.door(Partnerships.class),
                        new WordFiles(),
                        rooms.door(InstantSource.class));
        digests.run();
        assertThat(sent).isEmpty();
        assertThat(door().mail(reader, " reader@example.org ", "8")).isEmpty();
        rooms.moveTo(Instant.parse("2027-03-02T06:59:00Z"));
        digests.run();
        rooms.moveTo(Instant.parse("2027-03-02T07:01:00Z"));
        digests.run();
        assertThat(sent).isEmpty();
        broken[0] = false;
        digests.run();
        digests.run();
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().to()).isEqualTo("reader@example.org");
        assertThat(sent.getFirst().text())
                .contains("2 matters are due within the coming week")
                .contains("https://samband.example.org/")
                .doesNotContain("EXERCISE", "eu-norway", "EU-1", "talks");
        rooms.moveTo(Instant.parse("2027-03-29T06:30:00Z"));
        digests.run();
        assertThat(sent).hasSize(2);
        assertThat(sent.getLast().text()).contains("2 days have passed");
        assertThat(door().mail(reader, "", "8")).isEmpty();
        rooms.moveTo(Instant.parse("2027-03-30T09:30:00Z"));
        digests.run();
        assertThat(sent).hasSize(2);
        rooms.moveTo(Instant.parse("2027-03-01T09:00:00Z"));
    }
}
