// SPDX-License-Identifier: EUPL-1.2
package org.samband.web;

/// One choice of a field, with its label in the officer's language.
public record Choice(String value, String label) {}
