// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

/// How firmly a party is bound, by the instrument's own verbs. The names are promises: they stand
/// in `commitments.json`. Which verbs of English belong to which name is data:
/// `spec/instrument/lexicon.yaml`.
public enum Undertaking {
    /// "will continue", "shall", "undertakes to": firm.
    WILL,
    /// "takes place annually", "invites ... to the": a standing practice, stated as a fact.
    TAKES_PLACE,
    /// "are to be reviewed", "is to meet": arranged between the parties.
    ARE_TO,
    /// "have decided to", "have agreed to", "agree to": a decision that is then carried out.
    HAVE_DECIDED,
    /// "are committed to", "remain committed to".
    ARE_COMMITTED_TO,
    /// "aim to", "intend to", "will seek to", "should".
    AIM_TO,
    /// "will explore", "will be explored": can only be not started, under way or concluded.
    WILL_EXPLORE,
    /// "will consider": as with exploring.
    WILL_CONSIDER,
    /// "may, where appropriate": discretionary, never unfulfilled.
    MAY_WHERE_APPROPRIATE,
    /// "is welcome to", "is invited to": an open invitation.
    IS_WELCOME_TO
}
