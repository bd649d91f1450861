// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

/// An area and a marking of dossiers: who may see them is told that they changed.
///
/// @param label id of the interned marking
public record DossierPlace(String area, int label) {}
