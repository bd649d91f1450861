// SPDX-License-Identifier: EUPL-1.2
package org.samband.label;

/// What stands at the head and foot of a page or export.
///
/// @param text for instance `LIMITE · Releasable to Norway`
/// @param tone name of the colour, for instance `amber`
public record Banner(String text, String tone) {}
