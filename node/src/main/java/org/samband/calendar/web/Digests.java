// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar.web;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.calendar.Mail;
import org.samband.calendar.Post;
import org.samband.calendar.ReminderSettings;
import org.samband.calendar.Reminders;
import org.samband.parties.Partnerships;
import org.samband.web.WordFiles;
import org.samband.web.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The daily or weekly e-mail to officers who want one: how many matters wait and how many days are
/// near, and where to look. Nothing else leaves the node.
@Component
class Digests {
    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
    private static final int DAYS_BACK = 31;
    private static final int DAYS_AHEAD = 7;
    private static final long MINUTES = 5;

    private final Reminders reminders;
    private final ReminderSettings settings;
    private final Post post;
    private final Partnerships partnerships;
    private final WordFiles files;
    private final InstantSource clock;

    Digests(
            Reminders reminders,
            ReminderSettings settings,
            Post post,
            Partnerships partnerships,
            WordFiles files,
            InstantSource clock) {
        this.reminders = reminders;
        this.settings = settings;
        this.post = post;
        this.partnerships = partnerships;
        this.files = files;
        this.clock = clock;
    }

    /// Sends what is to be sent now. An e-mail that cannot be handed over is tried again the next
    /// time; a day without anything due has none.
    @Scheduled(
            initialDelay = 1,
            fixedDelay = MINUTES,
            timeUnit = java.util.concurrent.TimeUnit.MINUTES)
    void run() {
        var now = clock.instant().atZone(FeedPages.zone(partnerships));
        for (var wanted : reminders.waiting(now.toLocalDate(), now.getHour())) {
            try {
                send(wanted, now.toLocalDate());
                reminders.sent(wanted.officer(), now.toLocalDate());
            } catch (IOException undelivered) {
                LOG.warn("a reminder could not be handed over: {}", undelivered.getMessage());
            }
        }
    }

    private void send(Reminders.Wanted wanted, LocalDate today) throws IOException {
        var due =
                reminders.due(
                        wanted.officer(), today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD));
        var past = due.stream().filter(one -> one.expects() && one.on().isBefore(today)).count();
        var ahead = due.stream().filter(one -> !one.on().isBefore(today)).count();
        if (past + ahead == 0) {
            return;
        }
        var words = files.in(wanted.officer().language(), FeedPages.zone(partnerships));
        post.send(
                new Mail(
                        wanted.choice().mail(),
                        words.of("calendar.digest.subject"),
                        String.join(
                                "\n",
                                counted(words, ahead, past),
                                "",
                                settings.address() + "/",
                                "",
                                words.of(
                                        "calendar.digest.end",
                                        settings.address() + "/account/reminders")),
                        clock.instant()));
    }

    /// What there is none of is not said.
    private static String counted(Words words, long ahead, long past) {
        return Stream.of(
                        Map.entry("calendar.digest.ahead", ahead),
                        Map.entry("calendar.digest.past", past))
                .filter(one -> one.getValue() > 0)
                .map(one -> words.count(one.getKey(), one.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
