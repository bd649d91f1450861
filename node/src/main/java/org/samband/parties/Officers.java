// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.Policies;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Door to the officers of this node. Each change stands in the security log, in the same
/// transaction, with who, when and what. How officers sign in is a matter of `web`.
@Component
public class Officers {
    private final OfficerRows rows;
    private final SecurityLog log;
    private final AppointmentCheck check;

    Officers(OfficerRows rows, SecurityLog log, Partnerships partnerships, Policies policies) {
        this.rows = rows;
        this.log = log;
        this.check = new AppointmentCheck(partnerships, policies);
    }

    @Transactional(readOnly = true)
    public Optional<Officer> find(String account) {
        return AppointmentCheck.isAccount(account) ? rows.find(account) : Optional.empty();
    }

    @Transactional(readOnly = true)
    public Optional<Officer> get(OfficerId id) {
        return rows.get(id);
    }

    /// In the order of their accounts, those that are disabled too.
    @Transactional(readOnly = true)
    public List<Officer> all() {
        return rows.all();
    }

    @Transactional
    public Outcome<Officer> add(Officer by, Appointment wanted) {
        return administrator(by)
                .<Outcome<Officer>>map(Outcome::refused)
                .orElseGet(() -> add(Optional.of(by.id()), wanted));
    }

    /// For the node itself: sample officers of a demo, and the first administrator.
    @Transactional
    public Outcome<Officer> bring(Appointment wanted) {
        return add(Optional.empty(), wanted);
    }

    /// The first administrator of a node.
    ///
    /// @return refused when any enabled administrator is there
    @Transactional
    public Outcome<Officer> first(Appointment wanted) {
        rows.lock();
        return rows.all().stream().anyMatch(Officers::administers)
                ? Outcome.refused(PartyRule.ADMINISTRATOR_THERE)
                : add(Optional.empty(), wanted);
    }

    private Outcome<Officer> add(Optional<OfficerId> by, Appointment wanted) {
        var wrong = check.refusal(wanted);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        rows.lock();
        if (rows.find(wanted.account()).isPresent()) {
            return Outcome.refused(
                    Refusal.at(PartyRule.ACCOUNT_TAKEN, "account")
                            .with("account", wanted.account()));
        }
        var officer = rows.get(rows.add(wanted)).orElseThrow();
        new OfficerChanges(log, by, officer.id()).added(officer);
        return Outcome.accepted(officer);
    }

    /// Changes everything but the account.
    @Transactional
    public Outcome<Officer> change(Officer by, OfficerId id, Appointment wanted) {
        rows.lock();
        return administered(
                by,
                id,
                before -> {
                    var same = withAccount(wanted, before.account());
                    var wrong =
                            check.refusal(same)
                                    .or(() -> ownRights(by, before, same))
                                    .or(() ->
                                            lastAdministrator(
                                                    before,
                                                    same.roles().contains(Role.ADMINISTRATOR)));
                    if (wrong.isPresent()) {
                        return Outcome.refused(wrong.get());
                    }
                    rows.change(id, same);
                    var after = rows.get(id).orElseThrow();
                    new OfficerChanges(log, Optional.of(by.id()), id).changed(before, after);
                    return Outcome.accepted(after);
                });
    }

    private static Appointment withAccount(Appointment wanted, String account) {
        return new Appointment(
                account,
                wanted.name(),
                wanted.authority(),
                wanted.roles(),
                wanted.needToKnow(),
                wanted.clearance(),
                wanted.language());
    }

    /// The officer has left: no sign-in, all sessions end, all records stay.
    @Transactional
    public Outcome<Officer> disable(Officer by, OfficerId id) {
        rows.lock();
        return administered(
                by,
                id,
                before ->
                        lastAdministrator(before, false)
                                .<Outcome<Officer>>map(Outcome::refused)
                                .orElseGet(() -> enabled(by, before, false)));
    }

    /// The way back.
    @Transactional
    public Outcome<Officer> enable(Officer by, OfficerId id) {
        rows.lock();
        return administered(by, id, before -> enabled(by, before, true));
    }

    private Outcome<Officer> enabled(Officer by, Officer before, boolean enabled) {
        if (before.enabled() != enabled) {
            rows.enable(before.id(), enabled);
            log.note(
                    SecurityNote.of(
                                    enabled
                                            ? SecurityEvent.OFFICER_ENABLED
                                            : SecurityEvent.OFFICER_DISABLED)
                            .by(by.id())
                            .about(before.id()));
        }
        return Outcome.accepted(rows.get(before.id()).orElseThrow());
    }

    /// What an officer chooses for themselves.
    @Transactional
    public Outcome<Officer> prefer(OfficerId id, String language, String theme) {
        var wrong = AppointmentCheck.language(language).or(() -> AppointmentCheck.theme(theme));
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        rows.prefer(id, language, theme);
        return rows.get(id)
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.refused(PartyRule.UNKNOWN_OFFICER));
    }

    private Outcome<Officer> administered(
            Officer by,
            OfficerId id,
            java.util.function.Function<Officer, Outcome<Officer>> change) {
        Supplier<Outcome<Officer>> found =
                () ->
                        rows.get(id)
                                .map(change)
                                .orElseGet(() -> Outcome.refused(PartyRule.UNKNOWN_OFFICER));
        return administrator(by).<Outcome<Officer>>map(Outcome::refused).orElseGet(found);
    }

    private Optional<Refusal> administrator(Officer by) {
        var may = rows.get(by.id()).filter(now -> now.may(Power.ADMINISTER)).isPresent();
        return may ? Optional.empty() : Optional.of(Refusal.of(PartyRule.NOT_ADMINISTRATOR));
    }

    private static Optional<Refusal> ownRights(Officer by, Officer before, Appointment wanted) {
        var same =
                !by.id().equals(before.id())
                        || (before.roles().equals(wanted.roles())
                                && before.needToKnow().equals(wanted.needToKnow())
                                && before.clearance().equals(wanted.clearance()));
        return same ? Optional.empty() : Optional.of(Refusal.at(PartyRule.OWN_RIGHTS, "roles"));
    }

    private Optional<Refusal> lastAdministrator(Officer before, boolean stays) {
        var others =
                rows.all().stream()
                        .filter(one -> !one.id().equals(before.id()))
                        .anyMatch(Officers::administers);
        return stays || others || !administers(before)
                ? Optional.empty()
                : Optional.of(Refusal.at(PartyRule.LAST_ADMINISTRATOR, "roles"));
    }

    private static boolean administers(Officer officer) {
        return officer.may(Power.ADMINISTER);
    }
}
