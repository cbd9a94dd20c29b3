// SPDX-License-Identifier: EUPL-1.2
#include "platform/toegang/koppelingen.hpp"

namespace damwand::toegang {
namespace {

Fout ongeldig(std::string veld, std::string uitleg) {
    return {FoutSoort::ongeldig, "invoer-ongeldig", "Dit kan zo niet worden gekoppeld.", {{std::move(veld), "ongeldig", std::move(uitleg)}}};
}

void eis_rol(db::Transactie& tx, const std::string& rol) {
    if (tx.doe("select 1 from toegang.rol where code = $1", rol).leeg()) throw ongeldig("rol", "Deze rol bestaat niet.");
}

}  // namespace

Koppelingen lees_koppelingen(db::Transactie& tx) {
    Koppelingen uit;
    const auto wie = tx.wie().organisatie;
    for (const auto r : tx.doe("select groep, rol from toegang.groep_rol where organisatie = $1 order by groep, rol", wie)) {
        uit.groepen.push_back({r.veld<std::string>("groep"), r.veld<std::string>("rol")});
    }
    for (const auto r : tx.doe("select acr, niveau::integer as niveau from toegang.acr_niveau where organisatie = $1 order by acr", wie)) {
        uit.acr.push_back({r.veld<std::string>("acr"), r.veld<int>("niveau")});
    }
    for (const auto r : tx.doe("select rol, niveau::integer as niveau from toegang.rol_niveau where organisatie = $1 order by rol", wie)) {
        uit.rollen.push_back({r.veld<std::string>("rol"), r.veld<int>("niveau")});
    }
    return uit;
}

void koppel_groep(db::Transactie& tx, const std::string& groep, const std::string& rol) {
    eis_rol(tx, rol);
    if (groep.empty() || groep.size() > 200) throw ongeldig("groep", "De naam van een groep telt 1 tot en met 200 tekens.");
    tx.doe("insert into toegang.groep_rol (organisatie, groep, rol) values ($1, $2, $3) on conflict do nothing", tx.wie().organisatie, groep, rol);
}

bool ontkoppel_groep(db::Transactie& tx, const std::string& groep, const std::string& rol) {
    return tx.doe("delete from toegang.groep_rol where organisatie = $1 and groep = $2 and rol = $3", tx.wie().organisatie, groep, rol).geraakt() == 1;
}

void zet_acr(db::Transactie& tx, const std::string& acr, int niveau) {
    if (acr.empty() || acr.size() > 200 || acr == "totp" || acr == "demo") throw ongeldig("acr", "Geef de acr zoals de aanmelddienst die schrijft.");
    if (niveau == 0) {
        tx.doe("delete from toegang.acr_niveau where organisatie = $1 and acr = $2", tx.wie().organisatie, acr);
        return;
    }
    tx.doe("insert into toegang.acr_niveau (organisatie, acr, niveau) values ($1, $2, $3) on conflict (organisatie, acr) do update set niveau = excluded.niveau",
           tx.wie().organisatie, acr, niveau);
}

void zet_rolniveau(db::Transactie& tx, const std::string& rol, int niveau) {
    eis_rol(tx, rol);
    if (niveau == 0) {
        tx.doe("delete from toegang.rol_niveau where organisatie = $1 and rol = $2", tx.wie().organisatie, rol);
        return;
    }
    tx.doe("insert into toegang.rol_niveau (organisatie, rol, niveau) values ($1, $2, $3) on conflict (organisatie, rol) do update set niveau = excluded.niveau",
           tx.wie().organisatie, rol, niveau);
}

void koppel_gebruiker(db::Transactie& tx, const std::string& issuer, const std::string& sub, const std::string& gebruikersnaam) {
    const auto r = tx.doe("select id from toegang.gebruiker where organisatie = $1 and gebruikersnaam = $2", tx.wie().organisatie, gebruikersnaam);
    if (r.leeg()) throw ongeldig("gebruikersnaam", "Deze gebruiker is er niet.");
    if (sub.empty() || sub.size() > 255) throw ongeldig("sub", "Geef de sub zoals de aanmelddienst die schrijft.");
    if (tx.doe("insert into toegang.extern (organisatie, issuer, sub, gebruiker, op) values ($1, $2, $3, $4, basis.nu()) on conflict do nothing",
               tx.wie().organisatie, issuer, sub, r[0].veld<GebruikerId>("id")).geraakt() == 0) {
        throw ongeldig("sub", "Deze persoon van de aanmelddienst heeft al een account.");
    }
}

}  // namespace damwand::toegang
