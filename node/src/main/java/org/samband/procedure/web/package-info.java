// SPDX-License-Identifier: EUPL-1.2
/// The pages of dossiers: list, dossier, acts, follow-ups, calendar, how a matter moves. Start at
/// {@link org.samband.procedure.web.DossierPages}.
@NullMarked
package org.samband.procedure.web;

import org.jspecify.annotations.NullMarked;
