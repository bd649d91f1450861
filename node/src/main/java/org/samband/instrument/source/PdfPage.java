// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import org.samband.instrument.source.PdfRows.Piece;

import java.util.List;

/// A page as pieces of rows.
///
/// @param number from 1
/// @param width in points
record PdfPage(int number, double width, List<Piece> pieces) {}
