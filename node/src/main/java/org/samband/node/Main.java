// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

/// Entry of the command line.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("Samband");
    }
}
