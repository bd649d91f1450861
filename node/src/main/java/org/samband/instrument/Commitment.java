// SPDX-License-Identifier: EUPL-1.2
package org.samband.instrument;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One undertaking of the instrument, read from one sentence. A proposal until an officer adopts
/// it.
///
/// @param id for instance `p11.3.s1`: paragraph 11, third item, first sentence
/// @param paragraph reference as printed: `11`, `11.3`, `7.b`; `u4` for a paragraph without number
/// @param sentence counted from 1 within the paragraph or item
/// @param boundParties names of parties in the order of the title
/// @param undertaking class of the first verb phrase
/// @param cadence `annual`, `biannual`, `regular` ...: a word of the text, never a number made of
///   it
/// @param condition the exact words, the strongest if there are several
/// @param area heading under which the paragraph stands
/// @param words the exact words of the sentence in the healed text
/// @param verb the verb phrase that gave the undertaking, as in the text
/// @param object what is undertaken: the words after the verb phrase
/// @param forum the dialogue, forum or consultation that the sentence names
/// @param named programmes, bodies, instruments that the sentence names
/// @param also classes of further verb phrases of the sentence
/// @param conditions all conditions in the order of the text
/// @param leadIn the words before the list that an item completes; null where it stands alone
/// @param frame true where the sentence opens a list and is filled by it
/// @param negative true for "will not"
/// @param start offset of the words in the healed text of the paragraph or item
/// @param end offset after the words
public record Commitment(
        String id,
        String paragraph,
        int sentence,
        List<String> boundParties,
        Undertaking undertaking,
        @Nullable String cadence,
        @Nullable String condition,
        String area,
        String words,
        String verb,
        String object,
        @Nullable String forum,
        List<String> named,
        List<Undertaking> also,
        List<String> conditions,
        @Nullable String leadIn,
        boolean frame,
        boolean negative,
        int start,
        int end) {
    public Commitment {
        boundParties = List.copyOf(boundParties);
        named = List.copyOf(named);
        also = List.copyOf(also);
        conditions = List.copyOf(conditions);
    }
}
