// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.samband.act.Refusal;
import org.samband.commitment.Commitments;
import org.samband.commitment.LivingCommitment;
import org.samband.commitment.Standing;
import org.samband.label.Label;
import org.samband.label.Marking;
import org.samband.label.Policies;
import org.samband.parties.Bilingual;
import org.samband.parties.Officer;
import org.samband.parties.Officers;
import org.samband.parties.Partnerships;
import org.samband.parties.Profile;
import org.samband.parties.Sight;
import org.samband.parties.Sights;
import org.samband.procedure.Coming;
import org.samband.procedure.Deadline;
import org.samband.procedure.Evidences;
import org.samband.proof.Digest;
import org.springframework.stereotype.Component;

/// The door to reminders: what an officer has chosen, and what is due within the officer's sight.
@Component
public class Reminders {
    private static final int SECRET = 32;
    private static final Pattern FEED = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final int LAST_HOUR = 23;

    private final ReminderRows rows;
    private final ReminderSettings settings;
    private final Evidences evidences;
    private final Commitments commitments;
    private final Partnerships partnerships;
    private final Policies policies;
    private final Officers officers;
    private final Sights sights;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Reminders(
            ReminderRows rows,
            ReminderSettings settings,
            Evidences evidences,
            Commitments commitments,
            Partnerships partnerships,
            Policies policies,
            Officers officers,
            Sights sights,
            InstantSource clock) {
        this.rows = rows;
        this.settings = settings;
        this.evidences = evidences;
        this.commitments = commitments;
        this.partnerships = partnerships;
        this.policies = policies;
        this.officers = officers;
        this.sights = sights;
        this.clock = clock;
    }

    public ReminderChoice of(Officer officer) {
        return rows.of(officer.id()).orElseGet(() -> ReminderChoice.none(officer.id()));
    }

    /// Makes a new secret address of the officer's feed; the one before ends.
    ///
    /// @return the secret, which is shown once and kept nowhere
    public String makeFeed(Officer officer) {
        var bytes = new byte[SECRET];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        rows.feed(officer.id(), Optional.of(hash(secret)), clock.instant());
        return secret;
    }

    public void endFeed(Officer officer) {
        rows.feed(officer.id(), Optional.empty(), clock.instant());
    }

    private static String hash(String secret) {
        return Digest.sha256(secret.getBytes(StandardCharsets.US_ASCII)).hex();
    }

    /// Markings up to which an officer can let the feed speak, lowest first; none where the
    /// operator lets nothing out.
    public List<Marking> offered() {
        return settings.shows().stream()
                .flatMap(most -> most.labels().stream().flatMap(label -> upTo(label, most)))
                .toList();
    }

    private Stream<Marking> upTo(Label label, Marking most) {
        return policies.policy(label.policy()).stream()
                .flatMap(policy -> policy.levels().stream())
                .sorted(Comparator.comparingInt(level -> level.order()))
                .map(level ->
                        new Marking(
                                List.of(
                                        new Label(
                                                label.policy(),
                                                level.shortName(),
                                                label.categories()))))
                .filter(one -> policies.dominates(most, one));
    }

    /// @param typed canonical text of a marking; empty for nothing but the day
    public Optional<Refusal> show(Officer officer, String typed) {
        var chosen = offered().stream().filter(one -> one.toString().equals(typed)).findFirst();
        if (chosen.isEmpty() && !typed.isEmpty()) {
            return Optional.of(Refusal.at(ReminderRule.NOT_TO_BE_SHOWN, "shows"));
        }
        rows.shows(officer.id(), chosen);
        return Optional.empty();
    }

    /// Whether it has the form of an e-mail address. Source: RFC 5321, section 4.1.2.
    public static boolean isAddress(String typed) {
        return typed.length() <= LONGEST_ADDRESS && ADDRESS.matcher(typed).matches();
    }

    /// @param typed address for the e-mail about what is due; empty to end it
    /// @param weekly whether it comes once a week; else daily
    public Optional<Refusal> mail(Officer officer, String typed, boolean weekly, String hour) {
        var address = typed.strip();
        if (!address.isEmpty() && !isAddress(address)) {
            return Optional.of(Refusal.at(ReminderRule.NO_ADDRESS, "mail").typed(address));
        }
        if (!hour.strip().matches("[0-9]{1,2}") || Integer.parseInt(hour.strip()) > LAST_HOUR) {
            return Optional.of(Refusal.at(ReminderRule.NO_HOUR, "hour"));
        }
        rows.mail(officer.id(), address, weekly, Integer.parseInt(hour.strip()));
        return Optional.empty();
    }

    /// An officer with what was chosen.
    public record Wanted(Officer officer, ReminderChoice choice) {}

    /// Whose feed it is; empty for an address that was never made, has ended, or whose officer has
    /// left.
    public Optional<Wanted> ofFeed(String secret) {
        return FEED.matcher(secret).matches()
                ? rows.ofFeed(hash(secret)).flatMap(this::wanted)
                : Optional.empty();
    }

    private Optional<Wanted> wanted(ReminderChoice choice) {
        return officers.get(choice.officer())
                .filter(Officer::enabled)
                .map(officer -> new Wanted(officer, choice));
    }

    /// Officers who want an e-mail, whose hour has come and who have had none today, or this week.
    ///
    /// @param today in the zone of this node's party
    public List<Wanted> waiting(LocalDate today, int hour) {
        return rows.withoutDigest(today).stream()
                .filter(choice -> choice.waits(today) && choice.hour() <= hour)
                .flatMap(choice -> wanted(choice).stream())
                .toList();
    }

    public void sent(Officer officer, LocalDate on) {
        rows.digest(officer.id(), on);
    }

    /// Whether what is marked so may be named outside of the node, and not only that there is
    /// something.
    public boolean says(ReminderChoice choice, Marking marking) {
        return choice.shows()
                .filter(chosen ->
                        settings.shows()
                                .filter(most -> policies.dominates(most, chosen))
                                .isPresent())
                .filter(chosen -> marking.isMissing() || policies.dominates(chosen, marking))
                .isPresent();
    }

    /// What is due in all partnerships of an officer, by day.
    public List<Due> due(Officer officer, LocalDate from, LocalDate to) {
        var sight = sights.of(officer);
        var all = new ArrayList<Due>();
        for (var profile : partnerships.profiles()) {
            if (sight.needToKnow().covers(profile.id(), "")) {
                evidences.coming(sight, profile.id(), from, to).forEach(day -> all.add(due(day)));
                all.addAll(commitments(sight, profile, from, to));
            }
        }
        return all.stream().sorted(Comparator.comparing(Due::on)).toList();
    }

    private static Due due(Coming day) {
        return new Due(
                day.partnership(),
                day.on(),
                day.moment(),
                day.kind().word(),
                new Bilingual(day.title(), day.title()),
                "/" + day.partnership() + "/dossier/" + day.dossier(),
                day.origin(),
                day.kind().expects(),
                day.marking());
    }

    private List<Due> commitments(Sight sight, Profile profile, LocalDate from, LocalDate to) {
        return commitments.text(sight, profile.id()).stream()
                .flatMap(text -> text.commitments().stream())
                .flatMap(one ->
                        by(one).filter(day -> !day.isBefore(from) && !day.isAfter(to)).stream()
                                .map(day -> due(profile, one, day)))
                .toList();
    }

    private static Optional<LocalDate> by(LivingCommitment one) {
        return one.shown()
                .map(LivingCommitment.Shown::standing)
                .filter(Standing.Due.class::isInstance)
                .flatMap(standing -> ((Standing.Due) standing).by());
    }

    private static Due due(Profile profile, LivingCommitment one, LocalDate day) {
        return new Due(
                profile.id(),
                day,
                Optional.empty(),
                "commitment",
                profile.commitments().getOrDefault(one.id(), new Bilingual(one.id(), one.id())),
                "/" + profile.id() + "/commitment/" + one.id(),
                Deadline.Origin.TEXT,
                true,
                Marking.NONE);
    }
}
