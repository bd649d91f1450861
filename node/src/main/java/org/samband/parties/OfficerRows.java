// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.samband.label.Clearance;
import org.samband.label.Label;
import org.samband.label.Marking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `officer`.
@Repository
class OfficerRows {
    private static final String COLUMNS =
            "id, account, name, authority, roles, need_to_know, clearance, enabled, language,"
                    + " theme";

    private final JdbcClient database;

    OfficerRows(JdbcClient database) {
        this.database = database;
    }

    /// One change of officers at a time, so that two administrators cannot disable each other.
    void lock() {
        database.sql("lock table officer in share row exclusive mode").update();
    }

    List<Officer> all() {
        return database.sql("select " + COLUMNS + " from officer order by account")
                .query(OfficerRows::officer)
                .list();
    }

    Optional<Officer> find(String account) {
        return database.sql("select " + COLUMNS + " from officer where account = :account")
                .param("account", account)
                .query(OfficerRows::officer)
                .optional();
    }

    Optional<Officer> get(OfficerId id) {
        return database.sql("select " + COLUMNS + " from officer where id = :id")
                .param("id", id.value())
                .query(OfficerRows::officer)
                .optional();
    }

    OfficerId add(Appointment one) {
        return new OfficerId(
                database.sql(
                                """
                                insert into officer (account, name, authority, roles, need_to_know,
                                    clearance, enabled, language, theme)
                                values (:account, :name, :authority, :roles, :areas, :clearance,
                                    true, :language, 'auto')
                                returning id
                                """)
                        .param("account", one.account())
                        .param("name", one.name())
                        .param("authority", one.authority())
                        .param("roles", roles(one))
                        .param("areas", areas(one.needToKnow()))
                        .param("clearance", clearance(one.clearance()))
                        .param("language", one.language())
                        .query(Long.class)
                        .single());
    }

    void change(OfficerId id, Appointment one) {
        database.sql(
                        """
                        update officer set name = :name, authority = :authority, roles = :roles,
                            need_to_know = :areas, clearance = :clearance, language = :language
                        where id = :id
                        """)
                .param("id", id.value())
                .param("name", one.name())
                .param("authority", one.authority())
                .param("roles", roles(one))
                .param("areas", areas(one.needToKnow()))
                .param("clearance", clearance(one.clearance()))
                .param("language", one.language())
                .update();
    }

    void enable(OfficerId id, boolean enabled) {
        database.sql("update officer set enabled = :enabled where id = :id")
                .param("id", id.value())
                .param("enabled", enabled)
                .update();
    }

    void prefer(OfficerId id, String language, String theme) {
        database.sql("update officer set language = :language, theme = :theme where id = :id")
                .param("id", id.value())
                .param("language", language)
                .param("theme", theme)
                .update();
    }

    private static String[] roles(Appointment one) {
        return one.roles().stream().map(Role::word).toArray(String[]::new);
    }

    static String[] areas(NeedToKnow needToKnow) {
        var areas = new ArrayList<String>();
        needToKnow
                .areas()
                .forEach((partnership, names) -> {
                    areas.add(partnership + "/");
                    names.forEach(name -> areas.add(partnership + "/" + name));
                });
        return areas.toArray(String[]::new);
    }

    static String[] clearance(Clearance clearance) {
        return clearance.grants().entrySet().stream()
                .map(grant ->
                        new Label(
                                grant.getKey(),
                                grant.getValue().level(),
                                grant.getValue().categories()))
                .map(Label::toString)
                .toArray(String[]::new);
    }

    private static Officer officer(ResultSet row, int number) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        texts(row, "roles").forEach(word -> roles.add(Role.of(word)));
        return new Officer(
                new OfficerId(row.getLong("id")),
                row.getString("account"),
                row.getString("name"),
                row.getString("authority"),
                roles,
                needToKnow(texts(row, "need_to_know")),
                readClearance(texts(row, "clearance")),
                row.getBoolean("enabled"),
                row.getString("language"),
                row.getString("theme"));
    }

    private static NeedToKnow needToKnow(List<String> texts) {
        var areas = new TreeMap<PartnershipId, SortedSet<String>>();
        for (var text : texts) {
            var stroke = text.indexOf('/');
            var names =
                    areas.computeIfAbsent(
                            new PartnershipId(text.substring(0, stroke)), _ -> new TreeSet<>());
            if (stroke + 1 < text.length()) {
                names.add(text.substring(stroke + 1));
            }
        }
        return new NeedToKnow(areas);
    }

    private static Clearance readClearance(List<String> texts) {
        var grants = new TreeMap<String, Clearance.Grant>();
        for (var text : texts) {
            for (var label : Marking.parse(text).labels()) {
                grants.put(label.policy(), new Clearance.Grant(label.level(), label.categories()));
            }
        }
        return new Clearance(grants);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
