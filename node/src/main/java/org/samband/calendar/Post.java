// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.io.IOException;

/// Hands e-mails over: to a mail server, or into a folder from which the operator's own program
/// takes them.
public interface Post {

    /// @throws IOException if it was not handed over; it can be tried again
    void send(Mail mail) throws IOException;
}
