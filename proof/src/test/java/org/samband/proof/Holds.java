// SPDX-License-Identifier: EUPL-1.2
package org.samband.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The requirements of `spec/ledger/` that a test holds beside those of the vectors.
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
@interface Holds {
    String[] value();
}
