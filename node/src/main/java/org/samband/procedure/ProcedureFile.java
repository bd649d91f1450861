// SPDX-License-Identifier: EUPL-1.2
package org.samband.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samband.act.Circle;
import org.samband.parties.Bilingual;
import org.samband.parties.Role;
import org.samband.proof.CanonicalJson;
import org.samband.proof.Digest;

/// Reads the content of a procedure file that its schema has accepted.
final class ProcedureFile {
    private static final int SHORT = 400;
    private static final int LONG = 20_000;
    private static final int ITEMS = 50;
    private static final int FILES = 10;
    private static final int LARGEST = 1_000_000_000;

    private ProcedureFile() {}

    static Procedure read(Map<String, Object> file) {
        var hash = Digest.sha256(CanonicalJson.bytes(file)).hex();
        var roles = new LinkedHashMap<String, Bilingual>();
        map(file.get("roles")).forEach((name, title) -> roles.put(name, bilingual(title)));
        return new Procedure(
                text(file, "procedure"),
                ((Number) need(file, "version")).intValue(),
                hash,
                bilingual(need(file, "title")),
                bilingual(need(file, "summary")),
                each(file, "sources", ProcedureFile::source),
                roles,
                each(file, "states", ProcedureFile::state),
                each(file, "acts", ProcedureFile::act),
                each(file, "crossings", ProcedureFile::crossing),
                each(file, "beside", ProcedureFile::beside),
                one(file, "register", ProcedureFile::register).orElse(RegisterForm.PLAIN));
    }

    private static Beside beside(Map<String, Object> beside) {
        return new Beside(
                bilingual(need(beside, "title")),
                maybe(beside, "act"),
                maybe(beside, "other-act"),
                texts(beside, "by"),
                each(
                        beside,
                        "pairs",
                        pair ->
                                new Beside.Pair(
                                        bilingual(need(pair, "title")),
                                        text(pair, "opener"),
                                        text(pair, "answerer"))));
    }

    private static RegisterForm register(Map<String, Object> register) {
        return new RegisterForm(
                texts(register, "columns"),
                one(
                        register,
                        "rate",
                        rate ->
                                new RegisterForm.Rate(
                                        bilingual(need(rate, "title")),
                                        texts(rate, "counts"),
                                        texts(rate, "others"))),
                one(
                        register,
                        "matrix",
                        matrix ->
                                new RegisterForm.Matrix(
                                        bilingual(need(matrix, "title")),
                                        text(matrix, "rows"),
                                        text(matrix, "columns"),
                                        text(matrix, "from"),
                                        text(matrix, "to"),
                                        maybe(matrix, "amount"),
                                        one(
                                                matrix,
                                                "proposes",
                                                it ->
                                                        new RegisterForm.Proposes(
                                                                text(it, "opens"),
                                                                text(it, "one"),
                                                                text(it, "other"),
                                                                text(it, "says"))))),
                one(
                        register,
                        "parties",
                        parties ->
                                new RegisterForm.Parties(
                                        bilingual(need(parties, "title")),
                                        text(parties, "by"),
                                        texts(parties, "fields"))),
                one(
                        register,
                        "chain",
                        chain ->
                                new RegisterForm.Chain(
                                        bilingual(need(chain, "title")),
                                        texts(chain, "dates"),
                                        maybe(chain, "absent"))));
    }

    private static Procedure.Source source(Map<String, Object> source) {
        return new Procedure.Source(
                text(source, "ref"), text(source, "mark"), text(source, "says"));
    }

    private static State state(Map<String, Object> state) {
        return new State(
                text(state, "name"),
                bilingual(need(state, "title")),
                flag(state, "initial"),
                flag(state, "final"),
                maybe(state, "turn"),
                maybe(state, "answer"),
                one(state, "clock", ProcedureFile::clock),
                maybe(state, "day"),
                maybe(state, "series"),
                maybe(state, "remind"));
    }

    private static AnswerClock clock(Map<String, Object> clock) {
        return new AnswerClock(
                text(clock, "within"),
                maybe(clock, "from"),
                maybe(clock, "wanted"),
                text(clock, "source"));
    }

    private static ActForm act(Map<String, Object> act) {
        return new ActForm(
                text(act, "name"),
                bilingual(need(act, "title")),
                bilingual(need(act, "done")),
                Optional.ofNullable(act.get("table")).map(ProcedureFile::bilingual),
                text(act, "by"),
                texts(act, "officers").stream().map(Role::of).collect(Collectors.toSet()),
                texts(act, "from"),
                maybe(act, "to"),
                Circle.of(maybe(act, "circle").orElse(Circle.SHARED.word())),
                maybe(act, "floor").orElse(""),
                texts(act, "confirms"),
                texts(act, "clears"),
                maybe(act, "opens"),
                one(act, "fills", ProcedureFile::names).orElse(Map.of()),
                maybe(act, "invites"),
                maybe(act, "answered-by").map(Link.Kind::of).orElse(Link.Kind.FROM),
                texts(act, "waits-for"),
                maybe(act, "reads"),
                text(act, "source"),
                one(
                        act,
                        "evidence",
                        one -> new ActForm.Evidencing(text(one, "type"), maybe(one, "date"))),
                each(act, "fields", ProcedureFile::field));
    }

    private static Field field(Map<String, Object> field) {
        var type = Field.Type.of(text(field, "type"));
        var most = field.get("most") instanceof Number number ? number.intValue() : most(type);
        return new Field(
                text(field, "name"),
                bilingual(need(field, "title")),
                Optional.ofNullable(field.get("help")).map(ProcedureFile::bilingual),
                type,
                flag(field, "required"),
                most,
                flag(field, "gathers"),
                flag(field, "stands"),
                maybe(field, "among"),
                maybe(field, "like"),
                each(
                        field,
                        "choices",
                        choice ->
                                new Field.Choice(
                                        text(choice, "value"), bilingual(need(choice, "title")))),
                maybe(field, "link").map(Link.Kind::of).orElse(Link.Kind.CONCERNS),
                texts(field, "of"),
                maybe(field, "says").map(FollowUp.Step::of).orElse(FollowUp.Step.DONE),
                texts(field, "with"));
    }

    private static int most(Field.Type type) {
        return switch (type) {
            case MULTILINE -> LONG;
            case NUMBER, ORDINAL, YEAR -> LARGEST;
            case DATES, FOLLOW_UPS, COMMITMENTS -> ITEMS;
            case ATTACHMENTS -> FILES;
            case TEXT, DATE, MOMENT, CHOICE, FOLLOW_UP, REFERENCE, HASH, MONEY, DOSSIER -> SHORT;
        };
    }

    private static Crossing crossing(Map<String, Object> crossing) {
        return new Crossing(
                texts(crossing, "in"),
                texts(crossing, "acts"),
                text(crossing, "prevails"),
                bilingual(need(crossing, "because")));
    }

    private static <T> List<T> each(
            Map<String, Object> in,
            String name,
            java.util.function.Function<Map<String, Object>, T> reading) {
        var read = new ArrayList<T>();
        if (in.get(name) instanceof List<?> list) {
            list.forEach(item -> read.add(reading.apply(map(item))));
        }
        return read;
    }

    private static List<String> texts(Map<String, Object> in, String name) {
        return in.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Bilingual bilingual(Object value) {
        var both = map(value);
        return new Bilingual(text(both, "en"), text(both, "nb"));
    }

    private static boolean flag(Map<String, Object> in, String name) {
        return Boolean.TRUE.equals(in.get(name));
    }

    private static Map<String, String> names(Map<String, Object> in) {
        return in.keySet().stream().collect(Collectors.toMap(name -> name, name -> text(in, name)));
    }

    private static Optional<String> maybe(Map<String, Object> in, String name) {
        return Optional.ofNullable(in.get(name)).map(String::valueOf);
    }

    /// An object that may be left out.
    private static <T> Optional<T> one(
            Map<String, Object> in, String name, Function<Map<String, Object>, T> reader) {
        return Optional.ofNullable(in.get(name)).map(ProcedureFile::map).map(reader);
    }

    private static String text(Map<String, Object> in, String name) {
        return String.valueOf(need(in, name));
    }

    private static Object need(Map<String, Object> in, String name) {
        var value = in.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the member " + name + " is missing");
        }
        return value;
    }

    /// @throws IllegalArgumentException if the value is no object
    @SuppressWarnings("unchecked") // Members of an object in YAML or JSON have names.
    static Map<String, Object> map(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalArgumentException("an object is expected, not " + value);
    }
}
