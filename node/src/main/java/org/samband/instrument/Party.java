// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

/// A party as the instrument names it.
///
/// @param name the short name that the text itself defines or uses, for instance an acronym
/// @param fullName the longest form in title, definition or signature block; may equal the name
public record Party(String name, String fullName) {}
