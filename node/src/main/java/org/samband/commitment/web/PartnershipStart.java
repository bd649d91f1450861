// SPDX-License-Identifier: EUPL-1.2
package org.samband.commitment.web;

import java.time.LocalDate;
import java.util.Optional;
import org.samband.commitment.Desk;
import org.samband.parties.Profile;

/// One partnership on an officer's start page.
///
/// @param matrix empty if the node holds no import of the instrument
public record PartnershipStart(
        Profile profile, Desk desk, Optional<Matrix> matrix, LocalDate today) {}
