// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

/// What an officer may do at this node. What may be seen is another matter: need-to-know and
/// clearance.
public enum Power {
    /// Make acts in dossiers, within need-to-know.
    ACT,
    /// Write own notes.
    NOTE,
    /// Agree texts for the party: agenda, conclusions, stocktake, instrument.
    AGREE,
    /// Decide that a document may go to the counterpart.
    RELEASE,
    /// Register, dispatch, receive and destroy documents.
    REGISTER,
    /// Correct commitments that were read from the instrument.
    CORRECT,
    /// Export ledgers and check them.
    EXPORT,
    /// Take segment files out for the counterpart and bring its files in.
    CARRY,
    /// Read the security log.
    READ_SECURITY_LOG,
    /// Add and disable officers; give roles, need-to-know and clearance.
    ADMINISTER
}
