// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import java.util.stream.Stream;

/// What a register of a procedure file cannot show. Source: spec/procedure/README.md, "Registers".
final class RegisterSense {
    private RegisterSense() {}

    /// A register shows fields that stand, counts acts, and sorts periods by their days.
    static void of(Procedure procedure, List<String> findings) {
        var shown = procedure.registered().stream().map(Field::name).toList();
        var form = procedure.register();
        unshown(form.columns().stream(), shown, findings);
        form.rate().stream()
                .flatMap(rate -> Stream.concat(rate.yes().stream(), rate.no().stream()))
                .filter(name -> procedure.act(name).isEmpty())
                .forEach(name -> findings.add("the register names the unknown act " + name));
        unshown(
                form.matrix().stream()
                        .flatMap(one ->
                                Stream.concat(
                                        Stream.of(one.rows(), one.columns(), one.from(), one.to()),
                                        one.amount().stream())),
                shown,
                findings);
        unshown(
                form.parties().stream()
                        .flatMap(one -> Stream.concat(Stream.of(one.by()), one.fields().stream())),
                shown,
                findings);
        unshown(
                form.chain().stream()
                        .flatMap(one -> Stream.concat(one.dates().stream(), one.absent().stream())),
                shown,
                findings);
        form.chain().stream()
                .flatMap(one -> one.dates().stream())
                .filter(name ->
                        procedure
                                .field(name)
                                .filter(one -> one.type() == Field.Type.DATE)
                                .isEmpty())
                .forEach(name -> findings.add("no day of a chain is " + name));
    }

    private static void unshown(Stream<String> names, List<String> shown, List<String> findings) {
        names.filter(name -> !shown.contains(name))
                .forEach(name -> findings.add("the register cannot show the field " + name));
    }
}
