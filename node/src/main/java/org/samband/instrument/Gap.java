// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

/// Something that could not be read or was doubtful. Shown, never guessed or dropped.
///
/// @param kind `deleted`, `number`, `unplaced`, `footnote`, `picture`, `table`, `doubt`
/// @param where reference of the paragraph, or line or page of the source
/// @param words what stands there, or one sentence on what is missing
public record Gap(String kind, String where, String words) {}
