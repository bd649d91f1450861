// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.util.Objects;
import org.samband.act.Refusal;

/// The node cannot start, for a reason that the operator can mend.
final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Refusal refusal;

    StartRefused(Refusal refusal) {
        super(
                refusal.rule().id()
                        + (refusal.where().isEmpty() ? "" : " " + refusal.where())
                        + ": "
                        + refusal.sentence().replaceAll("\\s*\\R\\s*", " "));
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    /// One line for the operator.
    String line() {
        return Objects.requireNonNull(getMessage());
    }
}
