// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

import java.util.List;

/// One level of a policy.
///
/// @param shortName in markings, for instance `R-UE`
/// @param order place within its own policy, counted from 0, higher is more restrictive; says
///   nothing about other policies
/// @param original full text as the policy's own rules print it
/// @param en explanation in English
/// @param nb explanation in Norwegian
/// @param colour name of the tone of banners, for instance `amber`
/// @param classified true if the level is a security classification
/// @param release when it may go to a counterpart
/// @param equivalences levels of other policies that get corresponding protection
public record Level(
        String shortName,
        int order,
        String original,
        String en,
        String nb,
        String colour,
        boolean classified,
        Release release,
        List<Equivalence> equivalences) {

    public Level {
        equivalences = List.copyOf(equivalences);
    }

    /// When a record of this level may go to a counterpart that is not the policy's owner.
    public enum Release {
        /// Freely.
        OPEN,
        /// Only where a category says that it is releasable to this counterpart.
        LISTED,
        /// Only to members of the policy's owner: originator control.
        MEMBERS,
        /// Never by this node.
        NEVER
    }

    /// @param policy short name of the other policy
    /// @param level short name of its level
    /// @param source where the equivalence comes from
    public record Equivalence(String policy, String level, String source) {}
}
