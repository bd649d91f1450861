// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import org.samband.procedure.Procedure;
import org.samband.procedure.RegisterCount;

/// The register of a procedure as far as it is about one area.
///
/// @param count of the dossiers of the area that the officer may see
public record AreaRegister(Procedure procedure, RegisterCount count) {}
