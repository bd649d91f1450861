// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.samband.parties.Officer;
import org.samband.parties.OfficerId;

/// Who is signed in. Given by the accounts.
public interface SignedIn {

    /// The officer of this request, as the node knows the officer now; empty for nobody.
    Optional<Officer> officer(HttpServletRequest request);

    /// The officer as the node knows the officer now, long after the request (a standing
    /// connection); empty once the officer is disabled.
    Optional<Officer> now(OfficerId officer);
}
