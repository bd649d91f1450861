// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.label.Clearance;
import org.samband.parties.Appointment;
import org.samband.parties.NeedToKnow;
import org.samband.parties.Officer;
import org.samband.parties.OfficerId;
import org.samband.parties.Officers;
import org.samband.parties.PartyRule;
import org.samband.parties.Power;
import org.samband.parties.Role;
import org.samband.parties.SecurityEvent;
import org.samband.parties.SecurityLog;
import org.samband.parties.SecurityNote;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Door to the accounts: how officers sign in and what their passwords are. Hashing is done before
/// a transaction is opened, because it takes long.
@Component
public class Accounts {
    private final AccountRows rows;
    private final Officers officers;
    private final Passwords passwords;
    private final SecurityLog log;
    private final InstantSource time;
    private final TransactionTemplate transactions;

    Accounts(
            AccountRows rows,
            Officers officers,
            Passwords passwords,
            SecurityLog log,
            InstantSource time,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.officers = officers;
        this.passwords = passwords;
        this.log = log;
        this.time = time;
        this.transactions = new TransactionTemplate(transactions);
    }

    /// An officer as known now, for a session.
    ///
    /// @param generation a session of another one has ended
    record Standing(Officer officer, boolean mustChange, int generation) {}

    /// The first administrator of a node, with a password that is used once.
    ///
    /// @param authority code of one of our party's authorities
    /// @param language `en` or `nb`
    /// @return the password, for the operator's eyes; refused when an administrator is there
    @Transactional
    public Outcome<String> first(String account, String name, String authority, String language) {
        var password = passwords.oneTime();
        return officers.first(
                        new Appointment(
                                account,
                                name,
                                authority,
                                Set.of(Role.ADMINISTRATOR),
                                NeedToKnow.NOTHING,
                                Clearance.NOTHING,
                                language))
                .map(officer -> {
                    put(officer.id(), passwords.hash(password), true);
                    return new String(password);
                });
    }

    /// Is there any officer yet? Without one, the operator needs {@link #first}.
    @Transactional(readOnly = true)
    public boolean none() {
        return officers.all().isEmpty();
    }

    /// Sets a password that was given by the operator, as it is: for sample officers. It is hashed
    /// once for all of them. Ends the officers' sessions. The caller wipes the characters.
    ///
    /// @throws IllegalArgumentException if there is no such account
    public void put(Collection<String> accounts, char[] password, boolean mustChange) {
        var hash = passwords.hash(password);
        for (var account : accounts) {
            var officer =
                    officers.find(account)
                            .orElseThrow(
                                    () -> new IllegalArgumentException("no account " + account));
            put(officer.id(), hash, mustChange);
        }
    }

    private void put(OfficerId officer, String hash, boolean mustChange) {
        rows.put(officer, hash, mustChange, time.instant());
    }

    private void put(OfficerId officer, String hash, boolean mustChange, SecurityNote note) {
        transactions.executeWithoutResult(_ -> {
            put(officer, hash, mustChange);
            log.note(note);
        });
    }

    /// A new one-time password from an administrator, for a new officer or one who has forgotten
    /// the old one. All sessions of the officer end.
    ///
    /// @return the password, shown once
    public Outcome<String> renew(Officer by, OfficerId about) {
        if (officers.get(by.id()).filter(now -> now.may(Power.ADMINISTER)).isEmpty()) {
            return Outcome.refused(PartyRule.NOT_ADMINISTRATOR);
        }
        if (officers.get(about).isEmpty()) {
            return Outcome.refused(PartyRule.UNKNOWN_OFFICER);
        }
        var password = passwords.oneTime();
        put(
                about,
                passwords.hash(password),
                true,
                SecurityNote.of(SecurityEvent.PASSWORD_GIVEN).by(by.id()).about(about));
        return Outcome.accepted(new String(password));
    }

    /// The officer changes the password. All other sessions end.
    ///
    /// @return the officer's new standing
    Outcome<Standing> change(
            Officer officer, char[] present, char[] wanted, char[] again, String address) {
        var right = passwords.matches(present, hash(officer.id()));
        if (!right) {
            return Outcome.refused(Refusal.at(AccountRule.PRESENT_WRONG, "present"));
        }
        var weakness = passwords.weakness(wanted, officer.account());
        if (weakness.isPresent()) {
            return Outcome.refused(weakness.get());
        }
        if (!Arrays.equals(wanted, again)) {
            return Outcome.refused(Refusal.at(AccountRule.NOT_REPEATED, "again"));
        }
        if (Arrays.equals(wanted, present)) {
            return Outcome.refused(Refusal.at(AccountRule.NOT_NEW, "password"));
        }
        put(
                officer.id(),
                passwords.hash(wanted),
                false,
                SecurityNote.of(SecurityEvent.PASSWORD_CHANGED)
                        .by(officer.id())
                        .about(officer.id())
                        .from(address));
        return Outcome.accepted(standing(officer.id()).orElseThrow());
    }

    private Optional<String> hash(OfficerId officer) {
        return rows.account(officer).map(AccountRows.Account::hash);
    }

    /// Is it the password of an enabled officer? The same work is done whoever is named.
    Optional<Standing> matching(String account, char[] password) {
        var officer = officers.find(account).filter(Officer::enabled);
        var known = officer.flatMap(one -> rows.account(one.id()));
        var right = passwords.matches(password, known.map(AccountRows.Account::hash));
        return right ? officer.flatMap(one -> standing(one.id())) : Optional.empty();
    }

    /// Empty for one who is disabled or has no account.
    @Transactional(readOnly = true)
    Optional<Standing> standing(OfficerId id) {
        return officers.get(id)
                .filter(Officer::enabled)
                .flatMap(officer ->
                        rows.account(id)
                                .map(known ->
                                        new Standing(
                                                officer, known.mustChange(), known.generation())));
    }

    /// None of the officer's sessions comes back, also when the officer is enabled again.
    @Transactional
    void endSessions(OfficerId officer) {
        rows.endSessions(officer);
    }

    /// Signs the officer out everywhere.
    @Transactional
    void endSessions(Officer officer, String address) {
        rows.endSessions(officer.id());
        log.note(
                SecurityNote.of(SecurityEvent.SESSIONS_ENDED)
                        .by(officer.id())
                        .about(officer.id())
                        .from(address));
    }
}
