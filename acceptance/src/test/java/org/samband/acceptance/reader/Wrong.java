// SPDX-License-Identifier: EUPL-1.2
package org.samband.acceptance.reader;

/// The first thing that is wrong, as LEDGER-24 asks for it.
public final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;

    /// Of LEDGER-24: 1 something is wrong, 2 nothing that can be read.
    public final int code;

    /// Party, or empty where it is none's.
    public final String ledger;

    /// Number of the entry, or 0.
    public final long entry;

    /// Requirement such as LEDGER-07; empty with code 2.
    public final String requirement;

    Wrong(int code, String ledger, long entry, String requirement, String why) {
        super(requirement + ": " + why);
        this.code = code;
        this.ledger = ledger;
        this.entry = entry;
        this.requirement = requirement;
    }

    static Wrong of(String requirement, String why) {
        return new Wrong(1, "", 0, requirement, why);
    }

    static Wrong unreadable(String why) {
        return new Wrong(2, "", 0, "", why);
    }

    Wrong at(String party, long number) {
        return new Wrong(1, party, number, requirement, String.valueOf(getMessage()));
    }

    static void unless(boolean holds, String requirement, String why) throws Wrong {
        if (!holds) {
            throw of(requirement, why);
        }
    }
}
