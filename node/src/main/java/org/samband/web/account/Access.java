// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import jakarta.servlet.http.HttpServletRequest;
import org.samband.parties.Officer;
import org.samband.parties.Power;
import org.samband.parties.SecurityEvent;
import org.samband.parties.SecurityLog;
import org.samband.parties.SecurityNote;
import org.samband.web.NotFound;
import org.springframework.stereotype.Component;

/// Pages that need a power. Without it there is no such page, and the attempt is noted.
@Component
public class Access {
    private final SecurityLog log;

    Access(SecurityLog log) {
        this.log = log;
    }

    /// @throws NotFound if no role of the officer has the power
    public void need(Officer officer, Power power, HttpServletRequest request) {
        if (!officer.may(power)) {
            log.note(
                    SecurityNote.of(SecurityEvent.REFUSED_ACCESS)
                            .by(officer.id())
                            .from(request.getRemoteAddr())
                            .with("power", power.name().toLowerCase(java.util.Locale.ROOT)));
            throw new NotFound();
        }
    }
}
