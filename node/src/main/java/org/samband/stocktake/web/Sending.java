// SPDX-License-Identifier: EUPL-1.2
package org.samband.stocktake.web;

import org.samband.procedure.ActRef;

/// A review of the areas in which figures can be sent now.
///
/// @param act by which
public record Sending(ActRef dossier, String title, String act) {}
