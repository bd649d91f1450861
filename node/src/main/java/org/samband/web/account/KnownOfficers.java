// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.samband.parties.Officer;
import org.samband.parties.OfficerId;
import org.samband.parties.Officers;
import org.samband.web.SignedIn;
import org.springframework.stereotype.Component;

/// Tells the page frame who is signed in.
@Component
class KnownOfficers implements SignedIn {
    private final Officers officers;

    KnownOfficers(Officers officers) {
        this.officers = officers;
    }

    @Override
    public Optional<Officer> officer(HttpServletRequest request) {
        return SessionCheck.officer(request);
    }

    @Override
    public Optional<Officer> now(OfficerId officer) {
        return officers.get(officer).filter(Officer::enabled);
    }
}
