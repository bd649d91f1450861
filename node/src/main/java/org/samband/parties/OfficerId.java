// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

/// Number of an officer at this node, counted from 1; it never leaves the node.
public record OfficerId(long value) {}
