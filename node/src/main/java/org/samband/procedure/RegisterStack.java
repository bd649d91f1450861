// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;

/// One state in the board of a register.
///
/// @param count how many dossiers stand there, as far as the officer may see them
/// @param latest those that changed last
public record RegisterStack(State state, int count, List<RegisterLine> latest) {

    public RegisterStack {
        latest = List.copyOf(latest);
    }
}
