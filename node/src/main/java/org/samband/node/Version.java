// SPDX-License-Identifier: EUPL-1.2
package org.samband.node;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// Which Samband this is.
final class Version implements IVersionProvider {
    static final String PRODUCT = "Samband";

    /// As the build wrote it into the jar; `development` when the classes stand in a folder.
    static String number() {
        return Objects.requireNonNullElse(
                Version.class.getPackage().getImplementationVersion(), "development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {PRODUCT + " " + number()};
    }
}
