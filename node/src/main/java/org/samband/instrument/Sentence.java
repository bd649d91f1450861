// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

/// Place of a sentence in the healed text of its paragraph or item.
///
/// @param number counted from 1 within the paragraph or item
/// @param start offset of its first character (UTF-16, from 0)
/// @param end offset after its last character
public record Sentence(int number, int start, int end) {}
