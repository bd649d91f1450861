// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import java.util.Optional;
import org.samband.parties.PartnershipId;
import org.samband.parties.Partnerships;
import org.springframework.stereotype.Component;

/// The door to what can be opened: the procedures that a partnership uses, as its profile says.
@Component
public class Openings {
    private final Procedures procedures;
    private final DossierFolds folds;
    private final Partnerships partnerships;

    Openings(Procedures procedures, DossierFolds folds, Partnerships partnerships) {
        this.procedures = procedures;
        this.folds = folds;
        this.partnerships = partnerships;
    }

    /// One for each procedure that the partnership uses, in the order of their short names.
    public List<Opening> of(PartnershipId partnership) {
        return procedures.all().stream()
                .map(Procedure::id)
                .distinct()
                .flatMap(id -> of(partnership, id).stream())
                .toList();
    }

    /// Empty if the partnership does not use the procedure.
    public Optional<Opening> of(PartnershipId partnership, String procedure) {
        var newest = procedures.newest(procedure);
        return newest.flatMap(one -> folds.binding(partnership, one.id()))
                .map(binding -> opening(newest.orElseThrow(), binding));
    }

    private Opening opening(Procedure procedure, Binding binding) {
        var own = partnerships.own();
        var roles = new Roles(binding.roles(), own, own);
        var act =
                procedure.openings().stream()
                        .filter(form -> roles.includes(form.by(), own))
                        .findFirst();
        return new Opening(procedure, act, binding.area());
    }
}
