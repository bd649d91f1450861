// SPDX-License-Identifier: EUPL-1.2
package org.samband.act;

/// A rule of the field or of the node, by which something can be refused. Implemented by one enum
/// per room, named `…Rule`.
///
/// The English sentence stands in the code; the Norwegian one stands in the room's words file under
/// the key `rule.` followed by the ID. A test holds that both exist.
public interface Rule {
    /// Stable ID such as `FED-04`; never reused.
    String id();

    /// Where the rule comes from: a paragraph of the instrument, a legal act, an RFC, a design
    /// section.
    String source();

    /// One English sentence: what is wrong and what the officer can do. Facts stand as `{name}`.
    String sentence();
}
