// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import org.samband.label.Marking;
import org.samband.parties.Bilingual;

/// A follow-up with the dossier in which it was said.
///
/// @param procedure title of the dossier's procedure
/// @param marking of the dossier
public record FollowUpLine(
        ActRef dossier, String title, Bilingual procedure, FollowUp followUp, Marking marking) {}
