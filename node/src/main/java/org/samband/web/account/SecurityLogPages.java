// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.samband.parties.Officer;
import org.samband.parties.PartnershipId;
import org.samband.parties.Power;
import org.samband.parties.SecurityEvent;
import org.samband.parties.SecurityLog;
import org.samband.web.Choice;
import org.samband.web.NavigationEntry;
import org.samband.web.Page;
import org.samband.web.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The security log, for auditors and administrators.
@Controller
public class SecurityLogPages {
    private static final String AT = "account.security-log";
    private static final int ORDER = 810;
    private static final int SIZE = 50;
    private static final int MOST_PAGES = 100_000;

    private final SecurityLog log;
    private final Access access;

    SecurityLogPages(SecurityLog log, Access access) {
        this.log = log;
        this.access = access;
    }

    @Bean
    static NavigationEntry securityLogEntry() {
        return new NavigationEntry(
                AT, "/security-log", ORDER, Optional.of(Power.READ_SECURITY_LOG));
    }

    /// What is asked for, as typed.
    public record Asked(String event, String account, String from, String until) {
        String query() {
            return "?event="
                    + encoded(event)
                    + "&account="
                    + encoded(account)
                    + "&from="
                    + encoded(from)
                    + "&until="
                    + encoded(until)
                    + "&page=";
        }

        private static String encoded(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    }

    @GetMapping("/security-log")
    Page read(
            Officer officer,
            Words words,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "1") int page) {
        access.need(officer, Power.READ_SECURITY_LOG, request);
        var asked =
                new Asked(event, account.replace("\0", "").strip(), from.strip(), until.strip());
        var filter = filter(asked, words);
        var here = Math.clamp(page, 1, MOST_PAGES);
        var count = log.count(officer, filter);
        return Page.of("account/security-log.jte")
                .titled(words.of(AT))
                .at(AT)
                .with("asked", asked)
                .with("path", "/security-log" + asked.query())
                .with("events", events(words))
                .with(
                        "lines",
                        log.read(officer, filter, here, SIZE).stream()
                                .map(line -> line(line, words))
                                .toList())
                .with("count", count)
                .with("number", here)
                .with("last", (int) Math.max(1, (count + SIZE - 1) / SIZE));
    }

    private static SecurityLog.Filter filter(Asked asked, Words words) {
        return new SecurityLog.Filter(
                Arrays.stream(SecurityEvent.values())
                        .filter(event -> event.word().equals(asked.event()))
                        .findFirst(),
                Optional.of(asked.account()).filter(account -> !account.isEmpty()),
                day(asked.from()).map(day -> start(day, words)),
                day(asked.until()).map(day -> start(day.plusDays(1), words)));
    }

    private static Instant start(LocalDate day, Words words) {
        return day.atStartOfDay(words.zone()).toInstant();
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(day -> day.getYear() < 10_000);
        } catch (DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    private static List<Choice> events(Words words) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", words.of("account.log.any")));
        for (var event : SecurityEvent.values()) {
            choices.add(new Choice(event.word(), words.of("account.log." + event.word())));
        }
        return choices;
    }

    private static LogLine line(SecurityLog.Line line, Words words) {
        var note = line.note();
        return new LogLine(
                words.moment(line.at()),
                words.of("account.log." + note.event().word()),
                line.by().orElse(""),
                line.about().orElse(""),
                note.partnership().map(PartnershipId::value).orElse(""),
                note.address(),
                note.facts().entrySet().stream()
                        .map(fact ->
                                words.of("account.fact." + fact.getKey()) + ": " + fact.getValue())
                        .collect(Collectors.joining("; ")));
    }

    /// One line as the page shows it.
    public record LogLine(
            String at,
            String event,
            String by,
            String about,
            String partnership,
            String address,
            String facts) {}
}
