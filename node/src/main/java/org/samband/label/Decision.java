// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

import org.samband.act.Refusal;

/// The answer to "may this be read" and "may this be released": there is no third one.
public sealed interface Decision {

    record Allowed() implements Decision {}

    /// @param refusal the rule that refuses, with the facts of its sentence
    record Refused(Refusal refusal) implements Decision {}

    static Decision allowed() {
        return new Allowed();
    }

    static Decision refused(Refusal refusal) {
        return new Refused(refusal);
    }
}
