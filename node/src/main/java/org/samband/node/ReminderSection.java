// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.util.Map;
import java.util.Set;
import org.samband.act.Outcome;
import org.samband.label.Marking;

/// Reads the section `reminders` of the settings file.
final class ReminderSection {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private ReminderSection() {}

    static Settings.Reminders read(SettingsSection section) {
        var reminders =
                new Settings.Reminders(
                        section.optional(
                                "address",
                                "the address of the pages as officers write it is wanted, for"
                                        + " instance https://samband.example.org",
                                ReminderSection::address),
                        section.optional(
                                "shows",
                                "a marking of one policy is wanted, for instance TLP:GREEN",
                                ReminderSection::marking),
                        section.optional(
                                        "from",
                                        "an e-mail address is wanted, for instance"
                                                + " samband@example.org",
                                        ReminderSection::mail)
                                .orElse("samband@localhost"),
                        section.optional(
                                "server",
                                "host and port of the mail server are wanted, for instance"
                                        + " smtp.example.org:587",
                                ReminderSection::server),
                        section.flag("tls", true),
                        section.optional("user", "a name is wanted", ReminderSection::name),
                        section.path("password-file", "name a file"));
        if (reminders.user().isPresent() != reminders.passwordFile().isPresent()) {
            throw section.refused(
                    NodeRule.MAIL_USER_WITHOUT_PASSWORD,
                    reminders.user().isPresent() ? "user" : "password-file",
                    Map.of());
        }
        var elsewhere =
                reminders
                        .server()
                        .filter(server -> !THIS_MACHINE.contains(host(server)))
                        .isPresent();
        if (elsewhere && !reminders.tls()) {
            throw section.refused(NodeRule.MAIL_IN_THE_OPEN, "tls", Map.of());
        }
        return reminders;
    }

    static String host(String server) {
        return server.substring(0, server.lastIndexOf(':'));
    }

    static int port(String server) {
        return Integer.parseInt(server.substring(server.lastIndexOf(':') + 1));
    }

    private static String address(String text) {
        return matching(text, "https?://[A-Za-z0-9.\\[\\]:-]{1,200}(/[A-Za-z0-9._~-]{1,40}){0,5}");
    }

    private static String mail(String text) {
        return matching(text, "[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,200}");
    }

    private static String server(String text) {
        return matching(text, "([A-Za-z0-9.-]{1,200}|\\[[0-9a-fA-F:]+]):[1-9][0-9]{0,4}");
    }

    private static String name(String text) {
        return matching(text, "\\P{Cntrl}{1,200}");
    }

    private static String matching(String text, String form) {
        if (!text.matches(form)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Marking marking(String text) {
        return switch (Specification.policies().read(text)) {
            case Outcome.Accepted<Marking>(var marking) when marking.labels().size() == 1 ->
                    marking;
            case Outcome.Accepted<Marking> _, Outcome.Refused<Marking> _ ->
                    throw new IllegalArgumentException(text);
        };
    }
}
