// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.time.Instant;

/// An e-mail to one officer.
///
/// @param to address
/// @param text lines parted by line feeds
public record Mail(String to, String subject, String text, Instant at) {}
