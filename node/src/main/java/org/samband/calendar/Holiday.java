// SPDX-License-Identifier: EUPL-1.2
package org.samband.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import org.samband.parties.Bilingual;

/// A day on which a party does not work, the same in each year or so many days from Easter. Source:
/// spec/holiday.
sealed interface Holiday {

    Bilingual name();

    boolean falls(LocalDate day);

    /// @param to last of several days of one year
    record Fixed(MonthDay from, MonthDay to, Bilingual name) implements Holiday {
        @Override
        public boolean falls(LocalDate day) {
            var of = MonthDay.from(day);
            return !of.isBefore(from) && !of.isAfter(to);
        }
    }

    /// @param days after Easter Sunday; before it, negative
    record FromEaster(int days, Bilingual name) implements Holiday {
        @Override
        public boolean falls(LocalDate day) {
            return easter(day.getYear()).plusDays(days).equals(day);
        }
    }

    /// Easter Sunday of the Gregorian calendar. Source: the anonymous computus of 1876, as given by
    /// Meeus, "Astronomical Algorithms", chapter 8; its steps keep their letters.
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
