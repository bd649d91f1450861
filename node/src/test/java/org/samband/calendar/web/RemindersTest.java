// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.act.Rule;
import org.samband.calendar.Mail;
import org.samband.calendar.Post;
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
import org.samband.parties.SecurityLog;
import org.samband.parties.Sights;
import org.samband.procedure.ActRef;
import org.samband.procedure.Acted;
import org.samband.procedure.Dossiers;
import org.samband.web.NotFound;
import org.samband.web.Page;
import org.samband.web.Refusals;
import org.samband.web.WordFiles;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
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
                        Set.of(Role.DESK_OFFICER, Role.HEAD),
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

    @AfterEach
    void nobodyIsWrittenToAnyMore() {
        rooms.door(JdbcClient.class).sql("update reminder set mail = ''").update();
        rooms.moveTo(Instant.parse("2027-03-01T09:00:00Z"));
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
            assertThat(door().mail(officer, wrong, false, "7").map(Refusal::rule))
                    .as(wrong)
                    .contains(ReminderRule.NO_ADDRESS);
        }
        assertThat(door().mail(officer, "x".repeat(250) + "@example.org", false, "7")).isPresent();
        for (var wrong : List.of("", "24", "-1", "seven")) {
            assertThat(door().mail(officer, "a@example.org", false, wrong).map(Refusal::rule))
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
        assertThat(door().mail(reader, " reader@example.org ", false, "8")).isEmpty();
        rooms.moveTo(Instant.parse("2027-03-02T06:59:00Z"));
        digests.run();
        rooms.moveTo(Instant.parse("2027-03-02T07:01:00Z"));
        digests.run();
        assertThat(sent).isEmpty();
        broken[0] = false;
        digests.run();
        digests.run();
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().to()).containsExactly("reader@example.org");
        assertThat(sent.getFirst().text())
                .contains("2 matters are due within the coming week")
                .contains("https://samband.example.org/")
                .doesNotContain("EXERCISE", "eu-norway", "EU-1", "talks");
        rooms.moveTo(Instant.parse("2027-03-29T06:30:00Z"));
        digests.run();
        assertThat(sent).hasSize(2);
        assertThat(sent.getLast().text())
                .contains("2 days on which something was expected have passed")
                .doesNotContain("0 ");
        assertThat(door().mail(reader, "", false, "8")).isEmpty();
        rooms.moveTo(Instant.parse("2027-03-30T09:30:00Z"));
        digests.run();
        assertThat(sent).hasSize(2);
    }

    /// Monday is the first of March 2027.
    @Test
    void whoWantsItOnceAWeekHasOneFromMondayOn() {
        var reader = brought("weekly");
        var sent = new ArrayList<Mail>();
        var digests =
                new Digests(
                        door(),
                        SETTINGS,
                        sent::add,
                        rooms.door(Partnerships.class),
                        new WordFiles(),
                        rooms.door(InstantSource.class));
        assertThat(door().mail(reader, "weekly@example.org", true, "8")).isEmpty();
        assertThat(door().of(reader).weekly()).isTrue();
        for (var day : List.of("01T06:30", "01T07:01", "02T09:00", "07T09:00")) {
            rooms.moveTo(Instant.parse("2027-03-" + day + ":00Z"));
            digests.run();
            assertThat(sent).as(day).hasSize(day.startsWith("01T06") ? 0 : 1);
        }
        rooms.moveTo(Instant.parse("2027-03-09T09:00:00Z"));
        digests.run();
        assertThat(sent).as("the node was away on Monday").hasSize(2);
    }

    private static InvitationPages invitations(Post post) {
        return new InvitationPages(
                rooms.door(Dossiers.class),
                door(),
                new InvitationMails(door(), SETTINGS, rooms.door(InstantSource.class)),
                post,
                rooms.door(SecurityLog.class),
                rooms.door(Partnerships.class),
                rooms.door(Sights.class));
    }

    private static Object invites(InvitationPages pages, Officer by, String ref, String... typed) {
        return pages.make(
                TestRooms.PARTNERSHIP,
                ref,
                typed[0],
                typed[1],
                typed[2],
                typed[3],
                by,
                new WordFiles().in("en", ZoneId.of("Europe/Brussels")),
                new MockHttpServletRequest());
    }

    private static void refuses(Rule rule, Object answer) {
        assertThat(((Page) answer).status()).isEqualTo(422);
        var said = (Refusals) Objects.requireNonNull(((Page) answer).values().get("refusals"));
        assertThat(said.all()).extracting(Refusal::rule).containsExactly(rule);
    }

    private static String invitationsLogged() {
        return rooms.door(JdbcClient.class)
                .sql("select count(*) from security_event where event = 'invitation-sent'")
                .query(String.class)
                .single();
    }

    @Test
    void anInvitationGoesToWhoIsInvitedAndToTheOfficerAndIsCalledOff() {
        var head = brought("host");
        var meeting =
                ((Acted.Done)
                                rooms.door(Dossiers.class)
                                        .open(
                                                head,
                                                TestRooms.PARTNERSHIP,
                                                "high-level-meeting",
                                                "EXERCISE ministers",
                                                "",
                                                GREEN,
                                                Map.of(
                                                        "meeting", "EXERCISE meeting",
                                                        "begins", "2027-06-10",
                                                        "level", "minister",
                                                        "invitation", "EXERCISE welcome")))
                        .act()
                        .toString();
        var sent = new ArrayList<Mail>();
        var pages = invitations(sent::add);
        var two = "one@example.org, two@example.org";
        refuses(ReminderRule.NO_ORGANIZER, invites(pages, head, meeting, two, "", "", "mail"));
        assertThat(door().mail(head, "host@example.org", false, "7")).isEmpty();
        refuses(ReminderRule.ATTENDEES, invites(pages, head, meeting, " ", "", "", "mail"));
        refuses(ReminderRule.NO_ADDRESS, invites(pages, head, meeting, "one", "", "", "mail"));
        refuses(ReminderRule.HOURS, invites(pages, head, meeting, two, "11:00", "9", "mail"));
        Post broken =
                _ -> {
                    throw new IOException("EXERCISE no line");
                };
        refuses(
                ReminderRule.NOT_HANDED_OVER,
                invites(invitations(broken), head, meeting, two, "", "", "mail"));
        assertThat(sent).isEmpty();
        assertThat(invitationsLogged()).isEqualTo("0");

        var answer = invites(pages, head, meeting, two, "09:30", "12:00", "mail");
        assertThat(((ResponseEntity<?>) answer).getHeaders().getLocation())
                .hasToString("/eu-norway/dossier/" + meeting + "/invitation?sent=2");
        assertThat(invitationsLogged()).isEqualTo("1");
        var mail = sent.getFirst();
        assertThat(mail.to())
                .containsExactly("one@example.org", "two@example.org", "host@example.org");
        var call = mail.invitation().orElseThrow();
        assertThat(call.method()).isEqualTo("REQUEST");
        assertThat(call.calendar()).contains("DTSTART:20270610T073000Z");
        assertThat(mail.subject() + mail.text() + call.calendar())
                .contains("Meeting in Samband, " + meeting)
                .doesNotContain("EXERCISE", "minister");
        var file = (ResponseEntity<?>) invites(pages, head, meeting, two, "", "", "file");
        assertThat(
                        new String(
                                (byte[]) Objects.requireNonNull(file.getBody()),
                                StandardCharsets.UTF_8))
                .contains("METHOD:REQUEST", "DTSTART;VALUE=DATE:20270610");
        assertThat(sent).hasSize(1);

        withdrawn(head, meeting);
        invites(pages, head, meeting, two, "09:30", "12:00", "mail");
        assertThat(sent.getLast().text()).contains("was called off");
        assertThat(sent.getLast().invitation().orElseThrow())
                .returns("CANCEL", Mail.Invitation::method)
                .extracting(Mail.Invitation::calendar)
                .asString()
                .contains("STATUS:CANCELLED", "SEQUENCE:1");
    }

    private static void withdrawn(Officer head, String meeting) {
        var ref = ActRef.of(meeting).orElseThrow();
        var done =
                rooms.door(Dossiers.class)
                        .act(
                                head,
                                TestRooms.PARTNERSHIP,
                                ref,
                                "withdraw",
                                1,
                                GREEN,
                                Map.of("reason", "EXERCISE"));
        assertThat(done).isInstanceOf(Acted.Done.class);
    }
}
