// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment;

import java.time.LocalDate;
import java.util.Optional;
import org.samband.procedure.ActRef;

/// A version of the instrument as pages name it.
///
/// @param number counted from 1
/// @param from the day from which it has effect; empty for a first one that nobody adopted
/// @param dossier in which both adopted it, if the officer sees it
public record VersionLine(int number, Optional<LocalDate> from, Optional<ActRef> dossier) {}
