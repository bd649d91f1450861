// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import org.samband.label.Banner;
import org.samband.procedure.NoteSearch;

/// An own note that a search found.
///
/// @param marking of the note itself
/// @param said the piece of it in which the words stand
public record FoundNote(NoteSearch.Hit hit, Banner marking, String said) {}
