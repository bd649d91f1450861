// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether what is said here is enough for a dossier of another procedure that is opened from it.
/// Source: spec/procedure/README.md, PROC-67 and PROC-72.
final class OpeningSense {
    private OpeningSense() {}

    /// @param all procedures, of which one is opened
    static List<String> findings(Procedure procedure, List<Procedure> all) {
        return Stream.concat(atOnce(procedure, all), proposed(procedure, all)).toList();
    }

    private static Stream<String> proposed(Procedure procedure, List<Procedure> all) {
        return procedure.register().matrix().flatMap(RegisterForm.Matrix::proposes).stream()
                .filter(one ->
                        all.stream()
                                .filter(other -> other.id().equals(one.opens()))
                                .flatMap(other -> other.openings().stream())
                                .noneMatch(act ->
                                        Stream.of(one.one(), one.other(), one.says())
                                                .allMatch(name -> act.field(name).isPresent())))
                .map(one -> "nothing is proposed by " + one.opens());
    }

    private static Stream<String> atOnce(Procedure procedure, List<Procedure> all) {
        return procedure.acts().stream()
                .filter(act -> !act.fills().isEmpty())
                .filter(act ->
                        all.stream()
                                .filter(one -> act.opens().equals(Optional.of(one.id())))
                                .flatMap(one -> one.openings().stream())
                                .noneMatch(opening -> isFilled(opening, act)))
                .map(act -> "act " + act.name() + " does not say enough for what it opens at once");
    }

    private static boolean isFilled(ActForm opening, ActForm by) {
        return titles(by)
                && opening.fields().stream()
                        .filter(Field::required)
                        .allMatch(
                                field -> from(by, field.name()).filter(Field::required).isPresent())
                && by.fills().entrySet().stream()
                        .filter(fill -> !fill.getKey().equals(Dossiers.TITLE))
                        .allMatch(fill -> fits(opening, by, fill));
    }

    private static boolean titles(ActForm by) {
        return from(by, Dossiers.TITLE)
                .filter(Field::required)
                .filter(field -> field.type() == Field.Type.TEXT)
                .filter(field -> field.most() <= DossierEntries.LONGEST_TITLE)
                .isPresent();
    }

    private static boolean fits(ActForm opening, ActForm by, Map.Entry<String, String> fill) {
        return opening.field(fill.getKey())
                .flatMap(field ->
                        by.field(fill.getValue())
                                .filter(from -> from.type() == field.type())
                                .filter(from -> from.most() <= field.most()))
                .isPresent();
    }

    private static Optional<Field> from(ActForm by, String name) {
        return Optional.ofNullable(by.fills().get(name)).flatMap(by::field);
    }
}
