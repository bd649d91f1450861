// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

/// How many dossiers of a procedure an officer may see.
///
/// @param procedure short name
/// @param open not finished
public record RegisterCount(String procedure, int open, int all) {
    /// So far each is counted: what is looked at often costs the same however much there is.
    public static final int MOST = 1_000;

    /// A count as it is read: `1000+` where there may be more.
    public static String said(int count) {
        return count < MOST ? String.valueOf(count) : MOST + "+";
    }
}
