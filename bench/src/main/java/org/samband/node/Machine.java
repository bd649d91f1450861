// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.lang.management.ManagementFactory;

/// The machine on which is measured.
final class Machine {
    private Machine() {}

    /// Of the last minute: a figure that was taken on a busy machine is no figure.
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
