// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.io.IOException;
import java.io.OutputStream;
import org.samband.ledger.LedgerId;

/// An answer of HTTP at the link port. The status says nothing that the body does not say.
///
/// @param length of the body in bytes
record Answer(int status, long length, Body body) {
    static final int OK = 200;
    static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;

    /// There is nothing for who asks.
    static final Answer NO_SUCH_LINE = of(NOT_FOUND, new byte[0]);

    /// Written as it is sent.
    interface Body {
        void to(OutputStream out) throws IOException;
    }

    static Answer of(int status, byte[] body) {
        return new Answer(status, body.length, out -> out.write(body));
    }

    static Answer of(Receipt receipt, LedgerId about) {
        return of(receipt instanceof Receipt.Cosigned ? OK : CONFLICT, receipt.bytes(about));
    }
}
