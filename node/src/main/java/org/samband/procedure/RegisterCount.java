// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

/// How many dossiers of a procedure an officer may see.
///
/// @param procedure short name
/// @param open not finished
public record RegisterCount(String procedure, int open, int all) {}
