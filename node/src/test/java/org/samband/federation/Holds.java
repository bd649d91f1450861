// SPDX-License-Identifier: EUPL-1.2
package org.samband.federation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The requirements of `spec/federation/` and `spec/ledger/` that a test holds.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Holds {
    String[] value();
}
