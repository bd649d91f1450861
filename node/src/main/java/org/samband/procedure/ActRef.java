// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.Optional;
import org.samband.parties.PartyCode;

/// Which entry an act stands in: the party's code and the number in its shared ledger, counted from
/// 1, written `EU-17`. The number of a dossier is that of the act that opened it.
public record ActRef(PartyCode party, long number) implements Comparable<ActRef> {
    private static final int DIGITS = 15;

    /// A page reads thousands of them, so they are read letter by letter.
    public static Optional<ActRef> of(String text) {
        int dash = text.indexOf('-');
        return dash > 0 && PartyCode.isCode(text.substring(0, dash)) && isNumber(text, dash + 1)
                ? Optional.of(
                        new ActRef(
                                new PartyCode(text.substring(0, dash)),
                                Long.parseLong(text, dash + 1, text.length(), 10)))
                : Optional.empty();
    }

    private static boolean isNumber(String text, int from) {
        int length = text.length() - from;
        if (length < 1 || length > DIGITS || text.charAt(from) == '0') {
            return false;
        }
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(ActRef other) {
        var byParty = party.compareTo(other.party);
        return byParty != 0 ? byParty : Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return party + "-" + number;
    }
}
