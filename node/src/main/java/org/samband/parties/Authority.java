// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

/// A body of a party that officers belong to, for instance the EEAS or a ministry.
///
/// @param code short name, for instance `EEAS`
public record Authority(String code, Bilingual name) {}
