// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake.web;

/// What was typed in the form of a stocktake.
///
/// @param then whether the ledgers count as they stood at the end of the period
public record Asked(String from, String to, boolean then) {}
