// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

import java.io.Serializable;
import java.security.Principal;
import org.samband.parties.OfficerId;

/// Who signed in. What the officer may do is asked anew at each request.
record SignedInOfficer(long number, String account) implements Principal, Serializable {

    SignedInOfficer(OfficerId id, String account) {
        this(id.value(), account);
    }

    OfficerId id() {
        return new OfficerId(number);
    }

    @Override
    public String getName() {
        return account;
    }
}
