// SPDX-License-Identifier: EUPL-1.2
/// The page of an officer's reminders, and the feed itself.
@NullMarked
package org.samband.calendar.web;

import org.jspecify.annotations.NullMarked;
