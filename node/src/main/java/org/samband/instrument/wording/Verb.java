// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument.wording;

import org.samband.instrument.Undertaking;

/// A verb phrase that may bind.
///
/// @param first index of its first word
/// @param end index after it
/// @param main index of the word that says what is done
record Verb(
        Undertaking undertaking,
        int first,
        int end,
        int main,
        boolean modal,
        boolean passive,
        boolean negative) {}
