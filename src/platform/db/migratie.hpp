// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "platform/db/db.hpp"

namespace damwand::db {

struct SqlBestand {
    const char* naam;
    const char* tekst;
};
/// The files of db/migraties and db/code, in order, as built into this program.
[[nodiscard]] const std::vector<SqlBestand>& sql_migraties();
[[nodiscard]] const std::vector<SqlBestand>& sql_code();

struct Migratiestand {
    std::vector<std::string> toegepast;  ///< names, in order
    std::vector<std::string> te_doen;
    bool code_actueel = false;
};
[[nodiscard]] Migratiestand migratiestand(Verbinding& beheer);

/// Applies what is missing, each migration in a transaction of its own, then re-creates views, functions and policies
/// when they changed. `beheer` is a superuser connection to the database. Throws Fout when an applied migration was
/// edited (checksum) or the database is newer than the program. Returns the names applied.
std::vector<std::string> migreer(Verbinding& beheer);

/// Makes database `naam` when it is not there. `beheer` is a superuser connection to any database of the server.
void maak_database(Verbinding& beheer, const std::string& naam);

}  // namespace damwand::db
