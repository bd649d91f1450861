// SPDX-License-Identifier: EUPL-1.2
package org.samband.web.account;

/// One of the officer's own sessions, as the page shows it.
public record SessionLine(String since, String lastSeen, String address) {}
