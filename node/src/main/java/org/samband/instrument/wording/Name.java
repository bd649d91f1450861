// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

/// A capitalised name in a sentence.
///
/// @param from index of its first word
/// @param to index after its last word
record Name(String words, int from, int to) {}
