// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.samband.commitment.LivingCommitment;
import org.samband.commitment.LivingText;
import org.samband.commitment.Mechanism;
import org.samband.parties.Area;

/// Areas by mechanisms: the whole partnership at a glance.
///
/// @param columns mechanisms that occur
/// @param rows areas that have commitments, in the order of the profile
public record Matrix(List<Mechanism> columns, List<Row> rows) {

    /// @param cells one per column, each with its commitments in the order of the text
    public record Row(Area area, List<List<LivingCommitment>> cells) {}

    static Matrix of(LivingText text) {
        Set<Mechanism> used = EnumSet.noneOf(Mechanism.class);
        text.commitments().forEach(one -> used.add(one.mechanism()));
        var columns = List.copyOf(used);
        var rows =
                text.profile().areas().stream()
                        .filter(area -> !text.in(area).isEmpty())
                        .map(area -> new Row(area, cells(text.in(area), columns)))
                        .toList();
        return new Matrix(columns, rows);
    }

    private static List<List<LivingCommitment>> cells(
            List<LivingCommitment> of, List<Mechanism> columns) {
        return columns.stream()
                .map(column -> of.stream().filter(one -> one.mechanism() == column).toList())
                .toList();
    }
}
