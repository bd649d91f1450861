// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samband.act.Outcome;
import org.samband.act.Refusal;
import org.samband.parties.PartnershipId;
import org.samband.parties.PartyCode;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Checkpoint;
import org.samband.proof.JsonRefused;

/// The first line of a segment: what follows. Source: FEDERATION-01.
///
/// @param party whose ledger the entries are of
/// @param from number of the first entry, counted from 1; where there are no entries, the number of
///   the next
/// @param count how many entries follow
/// @param checkpoint of the ledger when it ended with the last of these entries; of what is given
///   back (FEDERATION-45) it may be a later one, with entries of other segments before it
/// @param receipt the newest checkpoint of the receiver's ledger that the sender has cosigned, if
///   any
record SegmentHead(
        PartnershipId partnership,
        PartyCode party,
        long from,
        long count,
        Checkpoint checkpoint,
        Optional<Checkpoint> receipt) {
    static final String FORMAT = "samband-segment/1";

    SegmentHead {
        if (from < 1) {
            throw new IllegalArgumentException("a segment starts with entry 1 or later");
        }
        if (count < 0 || checkpoint.size() < from - 1 + count) {
            throw new IllegalArgumentException("its checkpoint is not of its last entry");
        }
    }

    /// The canonical bytes, without the end of the line.
    byte[] bytes() {
        var members = new TreeMap<String, @Nullable Object>();
        members.put("format", FORMAT);
        members.put("partnership", partnership.value());
        members.put("party", party.value());
        members.put("from", from);
        members.put("entries", count);
        members.put("checkpoint", checkpoint.note());
        members.put("receipt", receipt.map(Checkpoint::note).orElse(""));
        return CanonicalJson.bytes(members);
    }

    static Outcome<SegmentHead> read(byte[] line) {
        try {
            return of(
                    new LinkedHashMap<String, @Nullable Object>(
                            CanonicalJson.readCanonicalObject(line)));
        } catch (JsonRefused refused) {
            return notOne(refused.sentence());
        } catch (ClassCastException wrong) {
            return notOne("a member of its first line is of another kind");
        } catch (IllegalArgumentException wrong) {
            return notOne(String.valueOf(wrong.getMessage()));
        }
    }

    private static Outcome<SegmentHead> of(Map<String, @Nullable Object> members) {
        if (!FORMAT.equals(taken(members, "format"))) {
            return notOne("its format is not " + FORMAT);
        }
        var head =
                new SegmentHead(
                        new PartnershipId((String) taken(members, "partnership")),
                        new PartyCode((String) taken(members, "party")),
                        (Long) taken(members, "from"),
                        (Long) taken(members, "entries"),
                        Checkpoint.parse((String) taken(members, "checkpoint")),
                        note((String) taken(members, "receipt")));
        return members.isEmpty()
                ? Outcome.accepted(head)
                : notOne("its first line has a member that is not known");
    }

    private static Object taken(Map<String, @Nullable Object> members, String name) {
        var value = members.remove(name);
        if (value == null) {
            throw new IllegalArgumentException("its first line has no \"" + name + "\"");
        }
        return value;
    }

    private static Optional<Checkpoint> note(String note) {
        return note.isEmpty() ? Optional.empty() : Optional.of(Checkpoint.parse(note));
    }

    static <T> Outcome<T> notOne(String reason) {
        return Outcome.refused(refusal(reason));
    }

    static Refusal refusal(String reason) {
        return Refusal.of(FederationRule.NOT_A_SEGMENT).with("reason", reason);
    }
}
