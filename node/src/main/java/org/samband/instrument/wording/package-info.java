// SPDX-License-Identifier: EUPL-1.2
/// The words of a sentence: verbs, subjects, cadences, conditions, names. Start at {@code
/// SentenceReading}. What English says is data: `spec/instrument/lexicon.yaml`.
@NullMarked
package org.samband.instrument.wording;

import org.jspecify.annotations.NullMarked;
