// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import org.samband.act.Refusal;
import org.samband.act.Rule;

/// A rule by which something was refused, as it was told: of another room or of a node that may be
/// newer. Pages know its sentence in the officer's language by its ID, or show the one that came.
///
/// @param sentence with its facts filled in
record ToldRule(String id, String source, String sentence) implements Rule {

    static Refusal refusal(Receipt.Refused refused) {
        return new Refusal(
                new ToldRule(refused.rule(), "", refused.sentence()), "", refused.facts());
    }
}
