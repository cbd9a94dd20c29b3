// SPDX-License-Identifier: EUPL-1.2
#include "platform/db/migratie.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/tekst.hpp"

namespace damwand::db {
namespace {

std::string controlesom(std::string_view tekst) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> som{};
    crypto_hash_sha256(som.data(), reinterpret_cast<const unsigned char*>(tekst.data()), tekst.size());
    return als_hex(som);
}

std::string som_van_code() {
    std::string alles;
    for (const auto& b : sql_code()) alles += controlesom(b.tekst);
    return controlesom(alles);
}

void zorg_voor_tabel(Verbinding& beheer) {
    beheer.script(
        "create schema if not exists basis;"
        "create table if not exists basis.migratie (naam text primary key, controlesom text not null,"
        " toegepast_op timestamptz not null default now());"
        "create table if not exists basis.code_stand (een boolean primary key default true check (een), controlesom text not null)");
}

std::map<std::string, std::string> toegepaste(Verbinding& beheer) {
    std::map<std::string, std::string> uit;
    for (const auto rij : beheer.doe("select naam, controlesom from basis.migratie")) {
        uit[rij.veld<std::string>("naam")] = rij.veld<std::string>("controlesom");
    }
    return uit;
}

void controleer(const std::map<std::string, std::string>& toegepast) {
    std::map<std::string, std::string> eigen;
    for (const auto& b : sql_migraties()) eigen[b.naam] = controlesom(b.tekst);
    for (const auto& [naam, som] : toegepast) {
        const auto hier = eigen.find(naam);
        if (hier == eigen.end()) {
            throw Fout(FoutSoort::botsing, "database-nieuwer",
                       fmt::format("De database kent migratie {}, dit programma niet. Gebruik de nieuwere versie van damwand.", naam));
        }
        if (hier->second != som) {
            throw Fout(FoutSoort::botsing, "migratie-gewijzigd",
                       fmt::format("Migratie {} is na toepassing gewijzigd. Zet het oorspronkelijke bestand terug.", naam));
        }
    }
}

}  // namespace

Migratiestand migratiestand(Verbinding& beheer) {
    zorg_voor_tabel(beheer);
    const auto gedaan = toegepaste(beheer);
    controleer(gedaan);
    Migratiestand stand;
    for (const auto& b : sql_migraties()) (gedaan.contains(b.naam) ? stand.toegepast : stand.te_doen).emplace_back(b.naam);
    const auto code = beheer.doe("select controlesom from basis.code_stand");
    stand.code_actueel = !code.leeg() && code[0].veld<std::string>("controlesom") == som_van_code();
    return stand;
}

std::vector<std::string> migreer(Verbinding& beheer) {
    // One migrating process at a time; the lock goes with the connection.
    beheer.script("select pg_advisory_lock(4426001)");
    const auto stand = migratiestand(beheer);
    for (const auto& b : sql_migraties()) {
        if (std::find(stand.te_doen.begin(), stand.te_doen.end(), b.naam) == stand.te_doen.end()) continue;
        beheer.script("begin");
        try {
            beheer.script(b.tekst);
            beheer.script("reset role");
            beheer.doe("insert into basis.migratie (naam, controlesom) values ($1, $2)", b.naam, controlesom(b.tekst));
            beheer.leg_vast();
        } catch (const DbFout& fout) {
            beheer.script("rollback");
            throw Fout(FoutSoort::intern, "migratie-mislukt", fmt::format("Migratie {} is mislukt.", b.naam), {}, fout.what());
        }
    }
    if (!stand.code_actueel || !stand.te_doen.empty()) {
        beheer.script("begin");
        std::string bezig;
        try {
            for (const auto& b : sql_code()) {
                bezig = b.naam;
                beheer.script(b.tekst);
                beheer.script("reset role");
            }
            beheer.doe("insert into basis.code_stand (controlesom) values ($1) on conflict (een) do update set controlesom = $1",
                       som_van_code());
            beheer.leg_vast();
        } catch (const DbFout& fout) {
            beheer.script("rollback");
            throw Fout(FoutSoort::intern, "code-mislukt", fmt::format("Het bestand db/code/{} is mislukt.", bezig), {}, fout.what());
        }
    }
    beheer.script("select pg_advisory_unlock(4426001)");
    return stand.te_doen;
}

void maak_database(Verbinding& beheer, const std::string& naam) {
    if (!beheer.doe("select 1 from pg_database where datname = $1", naam).leeg()) return;
    if (naam.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") != std::string::npos) {
        throw Fout(FoutSoort::ongeldig, "databasenaam", "Een databasenaam bestaat uit kleine letters, cijfers en _.");
    }
    beheer.script(fmt::format("create database {} template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'", naam));
}

}  // namespace damwand::db
