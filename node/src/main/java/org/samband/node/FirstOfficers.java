// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import org.samband.act.Outcome;
import org.samband.parties.Officer;
import org.samband.parties.Officers;
import org.samband.parties.Partnerships;
import org.samband.web.account.Accounts;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Who can sign in when a node starts for the first time: the first administrator, or in a demo the
/// sample officers. Before the pages open.
@Component
class FirstOfficers implements SmartLifecycle {
    private static final String ADMINISTRATOR = "admin";

    private final Settings settings;
    private final Partnerships partnerships;
    private final Officers officers;
    private final Accounts accounts;
    private boolean done;

    FirstOfficers(
            Settings settings, Partnerships partnerships, Officers officers, Accounts accounts) {
        this.partnerships = partnerships;
        this.settings = settings;
        this.officers = officers;
        this.accounts = accounts;
    }

    @Override
    public void start() {
        settings.sample().ifPresentOrElse(this::bringSample, this::bringAdministrator);
        done = true;
    }

    /// Told once, on standard output, not in the log.
    private void bringAdministrator() {
        if (!accounts.none()) {
            return;
        }
        var profile = partnerships.profiles().getFirst();
        var authority = partnerships.us(profile.id()).authorities().getFirst().code();
        switch (accounts.first(ADMINISTRATOR, "Administrator", authority, "en")) {
            case Outcome.Accepted<String>(var password) -> {
                System.out.println(
                        "The first administrator signs in as \""
                                + ADMINISTRATOR
                                + "\" with the one-time password "
                                + password);
                System.out.flush();
            }
            case Outcome.Refused<String>(var refusal) -> throw new StartRefused(refusal);
        }
    }

    private void bringSample(Settings.Sample sample) {
        String password;
        try {
            password = Files.readString(sample.passwordFile()).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException("the sample's password cannot be read", broken);
        }
        var fresh = new ArrayList<String>();
        for (var partnership : settings.partnerships()) {
            for (var one : SampleOfficers.of(partnership.name().value()).of(settings.party())) {
                if (officers.find(one.appointment().account()).isEmpty()) {
                    switch (officers.bring(one.appointment())) {
                        case Outcome.Accepted<Officer>(var officer) -> fresh.add(officer.account());
                        case Outcome.Refused<Officer>(var refusal) ->
                                throw new StartRefused(refusal);
                    }
                }
            }
        }
        if (!fresh.isEmpty()) {
            accounts.put(fresh, password.toCharArray(), false);
        }
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /// Before the web server, which has the last phases.
    @Override
    public int getPhase() {
        return 0;
    }
}
