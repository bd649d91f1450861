// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.Optional;

/// How this party can open a dossier of one procedure.
///
/// @param act the act that opens it; empty where that is for the other party
/// @param area short name of the area that is proposed; empty for none
public record Opening(Procedure procedure, Optional<ActForm> act, String area) {}
