// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

/// How often one answer and the other was given in one year, see {@link RegisterForm.Rate}.
///
/// @param year in which the dossiers were opened, UTC
public record RegisterRate(int year, int yes, int no) {

    /// Of a hundred answers so many were yes, rounded.
    public int percent() {
        return Math.round(100f * yes / (yes + no));
    }
}
