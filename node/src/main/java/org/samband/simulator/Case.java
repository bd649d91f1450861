// SPDX-License-Identifier: EUPL-1.2
package org.samband.simulator;

import java.io.IOException;

/// One thing that the specification decides and that can be seen over the wire.
///
/// @param requirement such as `FEDERATION-04`
/// @param name short, unique, kept for good
/// @param what is done, in words
/// @param expected what the specification says
record Case(String requirement, String name, String what, Expected expected, Play play) {

    /// Does it, and says what came.
    @FunctionalInterface
    interface Play {
        Answer play(Bench bench) throws IOException;
    }

    /// What a case has at hand.
    ///
    /// @param self the counterpart that is played
    /// @param server where the node reaches it
    record Bench(SimulatedNode self, LinkServer server) {}

    String id() {
        return requirement + "." + name;
    }

    static Case of(String id, String what, Expected expected, Play play) {
        int dot = id.indexOf('.');
        return new Case(id.substring(0, dot), id.substring(dot + 1), what, expected, play);
    }
}
