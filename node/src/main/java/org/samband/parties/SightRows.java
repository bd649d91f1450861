// SPDX-License-Identifier: EUPL-1.2
package org.samband.parties;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The settings of a transaction that row-level security compares with every row. They end with the
/// transaction; an empty setting shows no row.
@Repository
class SightRows {
    private final JdbcClient database;

    SightRows(JdbcClient database) {
        this.database = database;
    }

    /// As the database holds them.
    ///
    /// @param sight `node`, `officer` or empty
    /// @param partnerships array literal of the partnerships with any need-to-know
    /// @param areas array literal of `partnership/area`; `partnership/` stands for what has no
    ///   area, `partnership/*` for every area
    /// @param labels array literal of ids
    record Settings(String sight, String partnerships, String areas, String labels) {

        static final Settings NOTHING = new Settings("", "", "", "");

        static Settings of(Sight sight) {
            if (sight.node()) {
                return new Settings("node", "", "", "");
            }
            var areas = new ArrayList<String>();
            sight.needToKnow()
                    .areas()
                    .forEach((partnership, names) -> {
                        areas.add(partnership + "/");
                        names.forEach(name -> areas.add(partnership + "/" + name));
                    });
            return new Settings(
                    "officer",
                    array(List.copyOf(sight.needToKnow().areas().keySet())),
                    array(areas),
                    array(List.copyOf(sight.labels())));
        }

        private static String array(List<?> values) {
            return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        }
    }

    void put(Settings settings) {
        database.sql(
                        """
                        select set_config('samband.sight', :sight, true),
                               set_config('samband.partnerships', :partnerships, true),
                               set_config('samband.areas', :areas, true),
                               set_config('samband.labels', :labels, true)
                        """)
                .param("sight", settings.sight())
                .param("partnerships", settings.partnerships())
                .param("areas", settings.areas())
                .param("labels", settings.labels())
                .query((row, number) -> row.getString(1))
                .single();
    }
}
