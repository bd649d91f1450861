// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof.dossier;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The names of dossiers, such as `EU-17`, as one number each: the party and the number of the
/// entry that opens it. Source: `spec/procedure/`, section "Entries".
public final class DossierNames {
    /// No name of a dossier.
    public static final long NONE = -1;

    private static final int MOST_DIGITS = 15;

    private final byte[][] openers;

    /// @param parties at most two
    public DossierNames(List<String> parties) {
        openers =
                parties.stream()
                        .map(party -> (party + "-").getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new);
    }

    /// The name of the dossier that an entry opens.
    ///
    /// @param party its place among the parties
    public static long of(int party, long number) {
        return 2 * number + party;
    }

    /// Reads a name; {@link #NONE} if the text is none.
    public long read(byte[] text, int from, int to) {
        for (int party = 0; party < openers.length; party++) {
            int digits = openers[party].length;
            if (startsWith(text, from, to, openers[party])) {
                return number(text, from + digits, to, party);
            }
        }
        return NONE;
    }

    private static boolean startsWith(byte[] text, int from, int to, byte[] start) {
        if (to - from < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (text[from + i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static long number(byte[] text, int from, int to, int party) {
        if (from >= to || to - from > MOST_DIGITS || text[from] == '0') {
            return NONE;
        }
        long number = 0;
        for (int at = from; at < to; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            number = number * 10 + digit;
        }
        return of(party, number);
    }
}
