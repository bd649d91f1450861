// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.source;

import java.util.List;
import org.samband.instrument.source.PdfRows.Piece;

/// A page as pieces of rows.
///
/// @param number from 1
/// @param width in points
record PdfPage(int number, double width, List<Piece> pieces) {}
