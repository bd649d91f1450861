// SPDX-License-Identifier: EUPL-1.2
package org.samband.drafting;

import java.time.Instant;
import org.samband.procedure.ActRef;

/// A joint text in a list.
///
/// @param label id of the merged marking
/// @param points that stand
/// @param open of them, in brackets or ad referendum
public record TextLine(
        ActRef ref,
        ActRef dossier,
        String area,
        int label,
        TextKind kind,
        String title,
        JointText.State state,
        int points,
        int open,
        Instant changed) {}
