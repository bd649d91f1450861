// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samband.parties.PartyCode;
import org.samband.procedure.DossierFilter;
import org.samband.procedure.Field;
import org.samband.procedure.Procedure;
import org.samband.procedure.RegisterFilter;
import org.samband.procedure.State;
import org.springframework.util.MultiValueMap;

/// What an officer asks of a register, as it stands in the address of the page. What is not
/// understood is left out, so that every address shows something.
///
/// @param asked members of the address
/// @param columns chosen columns in order: those that every register has and names of fields
/// @param page counted from 1
public record RegisterQuery(
        Map<String, List<String>> asked, RegisterFilter filter, List<String> columns, int page) {
    static final String STATE = "is-";
    private static final int MOST_PAGES = 100_000;
    private static final int FIELDS = 4;

    /// Number and title are always there.
    private static final List<String> FIXED = List.of("number", "title");

    public RegisterQuery {
        columns = List.copyOf(columns);
    }

    static RegisterQuery of(
            Procedure procedure, MultiValueMap<String, String> asked, PartyWords parties) {
        var known = Map.<String, List<String>>copyOf(asked);
        return new RegisterQuery(
                known,
                filter(procedure, known, parties),
                columns(procedure, known),
                number(first(known, "page"), 6).map(page -> Math.min(page, MOST_PAGES)).orElse(1));
    }

    private static RegisterFilter filter(
            Procedure procedure, Map<String, List<String>> asked, PartyWords parties) {
        var words = DossierFilter.words(first(asked, "q"));
        var stand = first(asked, "state");
        var state =
                Optional.of(stand)
                        .filter(one -> one.startsWith(STATE))
                        .map(one -> one.substring(STATE.length()))
                        .filter(one -> procedure.state(one).isPresent());
        var finished =
                switch (stand) {
                    case "open" -> Optional.of(false);
                    case "finished" -> Optional.of(true);
                    default -> Optional.<Boolean>empty();
                };
        var by = first(asked, "sort");
        var sorted =
                RegisterFilter.COLUMNS.contains(by)
                        || procedure.registered().stream().anyMatch(one -> one.name().equals(by));
        return new RegisterFilter(
                procedure.id(),
                given(asked, "area"),
                finished,
                state,
                party(asked, "turn", parties),
                party(asked, "opener", parties),
                number(first(asked, "year"), 4),
                words,
                sorted ? by : "last",
                sorted ? first(asked, "dir").equals("desc") : true);
    }

    private static Optional<String> party(
            Map<String, List<String>> asked, String name, PartyWords parties) {
        return given(asked, name)
                .filter(code ->
                        Stream.of(parties.own(), parties.counterpart())
                                .map(PartyCode::value)
                                .anyMatch(code::equals));
    }

    private static Optional<Integer> number(String typed, int digits) {
        return typed.matches("[1-9][0-9]{0," + (digits - 1) + "}")
                ? Optional.of(Integer.valueOf(typed))
                : Optional.empty();
    }

    private static List<String> columns(Procedure procedure, Map<String, List<String>> asked) {
        var chosen = asked.getOrDefault("columns", List.of());
        var all = new ArrayList<>(FIXED);
        choosable(procedure).stream()
                .filter(one -> (chosen.isEmpty() ? usual(procedure) : chosen).contains(one))
                .forEach(all::add);
        return all;
    }

    /// Columns that can be chosen, in the order in which they stand.
    static List<String> choosable(Procedure procedure) {
        return Stream.concat(
                        RegisterFilter.COLUMNS.stream().filter(one -> !FIXED.contains(one)),
                        procedure.registered().stream().map(Field::name))
                .toList();
    }

    /// Those of the procedure file; where it names none, the first short fields.
    private static List<String> usual(Procedure procedure) {
        var fields = procedure.register().columns();
        return Stream.concat(
                        RegisterFilter.COLUMNS.stream(),
                        fields.isEmpty()
                                ? procedure.registered().stream()
                                        .filter(one -> one.type() != Field.Type.MULTILINE)
                                        .filter(one -> one.type() != Field.Type.COMMITMENTS)
                                        .map(Field::name)
                                        .limit(FIELDS)
                                : fields.stream())
                .toList();
    }

    public String first(String name) {
        return first(asked, name);
    }

    private static String first(Map<String, List<String>> asked, String name) {
        var values = asked.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : String.valueOf(values.getFirst());
    }

    private static Optional<String> given(Map<String, List<String>> asked, String name) {
        return Optional.of(first(asked, name)).filter(value -> !value.isBlank());
    }

    /// What is asked, with other members in place of those.
    ///
    /// @param others name and value by turns; an empty value leaves the member out
    public String with(String... others) {
        var query = new ArrayList<String>();
        var replaced =
                Stream.iterate(0, i -> i < others.length, i -> i + 2).map(i -> others[i]).toList();
        for (var name :
                List.of("q", "state", "area", "turn", "opener", "year", "sort", "dir", "columns")) {
            if (!replaced.contains(name)) {
                asked.getOrDefault(name, List.of()).stream()
                        .filter(value -> !value.isBlank())
                        .forEach(value -> query.add(name + "=" + encoded(value)));
            }
        }
        for (int i = 0; i + 1 < others.length; i += 2) {
            if (!others[i + 1].isEmpty()) {
                query.add(others[i] + "=" + encoded(others[i + 1]));
            }
        }
        return query.stream().collect(Collectors.joining("&"));
    }

    /// Address of the page to which its number is added.
    public String paged() {
        var query = with("page", "");
        return "?" + query + (query.isEmpty() ? "" : "&") + "page=";
    }

    /// Sorts by a column, or turns the order around where it is sorted by it.
    public String sorted(String column) {
        var here = filter.order().equals(column);
        var down = here ? !filter.descending() : column.equals("last");
        return "?" + with("sort", column, "dir", down ? "desc" : "asc");
    }

    /// For `aria-sort`.
    public String order(String column) {
        if (!filter.order().equals(column)) {
            return "none";
        }
        return filter.descending() ? "descending" : "ascending";
    }

    /// The value of the choice of a state.
    public String stand() {
        return filter.state()
                .map(state -> STATE + state)
                .or(() -> filter.finished().map(done -> done ? "finished" : "open"))
                .orElse("all");
    }

    static String stand(State state) {
        return STATE + state.name();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
