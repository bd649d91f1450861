// SPDX-License-Identifier: EUPL-1.2
/// The states of dossiers, derived from the bytes of their entries alone: a second reading of
/// `spec/procedure/`, which shares nothing with the node's. Start at {@link
/// org.samband.proof.dossier.DossierStates}. Source: decision "The verifier reads procedures by
/// itself".
@NullMarked
package org.samband.proof.dossier;

import org.jspecify.annotations.NullMarked;
