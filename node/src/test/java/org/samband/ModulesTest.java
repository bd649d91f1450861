// SPDX-License-Identifier: EUPL-1.2
package org.samband;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/// The rooms and their arrows, as each room's `package-info` allows them. Source:
/// docs/architecture.md, wall 1.
class ModulesTest {
    private final ApplicationModules rooms =
            ApplicationModules.of(
                    "org.samband",
                    location ->
                            !location.contains("/proof/") && !location.contains("/test-classes/"));

    @Test
    void noRoomUsesARoomThatItsPackageInfoDoesNotAllowAndThereAreNoCircles() {
        rooms.verify();
    }

    @Test
    void theRoomsAreThoseOfTheDesign() {
        assertThat(rooms.stream().map(ApplicationModule::getIdentifier).map(Object::toString))
                .containsExactlyInAnyOrder(
                        "act",
                        "label",
                        "parties",
                        "ledger",
                        "attachment",
                        "document",
                        "search",
                        "instrument",
                        "procedure",
                        "commitment",
                        "drafting",
                        "calendar",
                        "stocktake",
                        "brief",
                        "paper",
                        "federation",
                        "simulator",
                        "web",
                        "node");
    }
}
