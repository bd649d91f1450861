// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.Optional;
import java.util.regex.Pattern;
import org.samband.parties.PartyCode;

/// Which entry an act stands in: the party's code and the number in its shared ledger, counted from
/// 1, written `EU-17`. The number of a dossier is that of the act that opened it.
public record ActRef(PartyCode party, long number) implements Comparable<ActRef> {
    private static final Pattern FORM = Pattern.compile("([A-Z]{2,8})-([1-9][0-9]{0,14})");

    public static Optional<ActRef> of(String text) {
        var form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(
                        new ActRef(new PartyCode(form.group(1)), Long.parseLong(form.group(2))))
                : Optional.empty();
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
