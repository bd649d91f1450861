// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof.dossier;

import java.util.Arrays;

/// The dossiers that entries name, by the entry that opens them: a few numbers for each, found by
/// hashing.
final class DossierChains {
    private static final int FIRST_ROOM = 1 << 10;
    private static final long SPREAD = 0x9e3779b97f4a7c15L;
    private static final long UNUSED = DossierNames.NONE;

    /// Numbers of one dossier: its opening, its procedure, and first and last act by party.
    private static final int EACH = 6;

    private static final int OPENING = 0;
    private static final int PROCEDURE = 1;
    private static final int FIRST = 2;
    private static final int LAST = 4;

    private long[] keys = new long[2 * FIRST_ROOM];
    private int[] found = new int[2 * FIRST_ROOM];
    private int[] dossiers = new int[EACH * FIRST_ROOM];
    private int size;

    DossierChains() {
        Arrays.fill(keys, UNUSED);
    }

    /// The dossier with a name, see {@link DossierNames}; its opening may come later.
    int of(long key) {
        int at = slot(key);
        while (keys[at] != UNUSED) {
            if (keys[at] == key) {
                return found[at];
            }
            at = (at + 1) & (keys.length - 1);
        }
        keys[at] = key;
        found[at] = size;
        if (EACH * (size + 1) > dossiers.length) {
            dossiers = Arrays.copyOf(dossiers, 2 * dossiers.length);
        }
        Arrays.fill(dossiers, EACH * size, EACH * (size + 1), ActPlaces.NONE);
        int fresh = size++;
        if (2 * size > keys.length) {
            widen();
        }
        return fresh;
    }

    private int slot(long key) {
        return (int) ((key * SPREAD) >>> (Long.numberOfLeadingZeros(keys.length) + 1));
    }

    private void widen() {
        var oldKeys = keys;
        var oldFound = found;
        keys = new long[2 * oldKeys.length];
        found = new int[2 * oldKeys.length];
        Arrays.fill(keys, UNUSED);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != UNUSED) {
                int at = slot(oldKeys[i]);
                while (keys[at] != UNUSED) {
                    at = (at + 1) & (keys.length - 1);
                }
                keys[at] = oldKeys[i];
                found[at] = oldFound[i];
            }
        }
    }

    int count() {
        return size;
    }

    void opened(int dossier, int act, int procedure) {
        dossiers[EACH * dossier + OPENING] = act;
        dossiers[EACH * dossier + PROCEDURE] = procedure;
    }

    /// The act that opened a dossier, or {@link ActPlaces#NONE}.
    int opening(int dossier) {
        return dossiers[EACH * dossier + OPENING];
    }

    int procedure(int dossier) {
        return dossiers[EACH * dossier + PROCEDURE];
    }

    /// The first further act of a party, or {@link ActPlaces#NONE}.
    int first(int dossier, int party) {
        return dossiers[EACH * dossier + FIRST + party];
    }

    /// Puts an act at the end of its chain.
    void acted(int dossier, int party, int act, ActPlaces acts) {
        int last = EACH * dossier + LAST + party;
        if (dossiers[last] == ActPlaces.NONE) {
            dossiers[EACH * dossier + FIRST + party] = act;
        } else {
            acts.chain(dossiers[last], act);
        }
        dossiers[last] = act;
    }
}
