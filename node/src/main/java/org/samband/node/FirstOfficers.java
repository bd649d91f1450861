// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import org.samband.act.Outcome;
import org.samband.parties.Officer;
import org.samband.parties.Officers;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Who can sign in when a node starts for the first time: the first administrator, or in a demo the
/// sample officers. Before the pages open.
@Component
class FirstOfficers implements SmartLifecycle {
    private final Settings settings;
    private final Officers officers;
    private boolean done;

    FirstOfficers(Settings settings, Officers officers) {
        this.settings = settings;
        this.officers = officers;
    }

    @Override
    public void start() {
        settings.sample().ifPresent(_ -> bringSample());
        done = true;
    }

    private void bringSample() {
        for (var partnership : settings.partnerships()) {
            for (var one : SampleOfficers.of(partnership.name().value()).of(settings.party())) {
                if (officers.find(one.appointment().account()).isEmpty()) {
                    if (officers.bring(one.appointment())
                            instanceof Outcome.Refused<Officer>(var refusal)) {
                        throw new StartRefused(refusal);
                    }
                }
            }
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
