// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/// Gives each incident a number that stands on the page and in the log.
@Component
class Incidents {
    private static final int BYTES = 4;

    private final SecureRandom random = new SecureRandom();

    String next() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
