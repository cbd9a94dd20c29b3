// SPDX-License-Identifier: EUPL-1.2
#include "werk/archief/uitvoeren.hpp"

#include <spdlog/spdlog.h>

#include <map>
#include <set>

namespace damwand::archief {
namespace {

using documenten::Dossier;

db::Identiteit programma(OrganisatieId organisatie) {
    return {.organisatie = organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()};
}

/// A casus and its signalen, as they are now.
std::vector<Dossier> dossiers_van(db::Transactie& tx, const std::string& soort, const Uuid& object) {
    std::vector<Dossier> uit;
    for (const auto rij : tx.doe("select d from unnest(archief.dossiers_van($1)) d", object)) {
        const auto id = rij.veld<Uuid>("d");
        uit.push_back({tx.wie().organisatie, id == object ? soort : "signaal", id});
    }
    return uit;
}

/// One operation in both logs: ids of what went, and nothing of what it was.
void teken_aan(db::Transactie& tx, const logboek::Pseudoniem& pseudoniem, std::string actie, const std::string& soort, const Uuid& object,
               const std::vector<Dossier>& dossiers) {
    logboek::Regels regels;
    regels.object_soort = soort;
    regels.object = object;
    if (soort == "casus") regels.casus = object;
    for (const auto& d : dossiers) regels.objecten.insert(d.id);
    const auto activiteit = tx.doe("select id from logboek.activiteit where code = 'archiveren-vernietigen' and geldig_van <= basis.vandaag() "
                                   "and (geldig_tot is null or geldig_tot > basis.vandaag())");
    logboek::schrijf(tx,
                     {.naam = std::move(actie),
                      .activiteit = activiteit.leeg() ? std::nullopt : std::optional(activiteit[0].veld<std::int16_t>("id")),
                      .actor = std::nullopt, .rol = "", .acr = "", .sessie = std::nullopt, .oorsprong = "programma", .toelichting = std::nullopt,
                      .verwerkt = !activiteit.leeg()},
                     regels, pseudoniem);
}

}  // namespace

bool Uitvoerder::vernietig(OrganisatieId organisatie, LijstId lijst, const Uuid& object) {
    db::Transactie tx(m_pool, programma(organisatie));
    const auto soort = tx.een("select object_soort from archief.lijst_regel where organisatie = $1 and lijst = $2 and object = $3", organisatie, lijst, object)[0]
                           .veld<std::string>("object_soort");
    const auto dossiers = dossiers_van(tx, soort, object);
    tx.doe("select archief.vernietig($1, $2)", lijst, object);  // judges: from here on the lines of the ledger are true
    std::vector<Vernietigingsboek::Regel> regels;
    for (const auto& d : dossiers) regels.push_back({.dossier = d, .bij = object, .lijst = lijst.waarde, .dag = dag_in_amsterdam(tx.nu())});
    m_boek.schrijf(regels);
    for (const auto& d : dossiers) m_opslag.vernietig(d);
    teken_aan(tx, m_pseudoniem, "dossierVernietigen", soort, object, dossiers);
    tx.leg_vast();
    return true;
}

std::size_t Uitvoerder::voer_uit(OrganisatieId organisatie, LijstId lijst) {
    std::vector<Uuid> objecten;
    {
        db::Transactie tx(m_pool, programma(organisatie));
        for (const auto rij : tx.doe("select object from archief.lijst_regel where organisatie = $1 and lijst = $2 and gedaan_op is null order by object", organisatie, lijst)) {
            objecten.push_back(rij.veld<Uuid>("object"));
        }
    }
    std::size_t aantal = 0;
    for (const auto& object : objecten) {
        try {
            aantal += vernietig(organisatie, lijst, object) ? 1 : 0;
        } catch (const db::DbFout& fout) {
            if (fout.sqlstate() != "DW002") throw;
            spdlog::error("archive: {} is on a list that was begun and may not be destroyed ({})", object.tekst(), fout.what());
        }
    }
    db::Transactie tx(m_pool, programma(organisatie));
    if (const auto verklaring = tx.een("select archief.rond_af($1) as v", lijst)[0].veld<std::optional<boost::json::value>>("v")) {
        m_boek.schrijf({organisatie, *verklaring});
        teken_aan(tx, m_pseudoniem, "vernietigingVerklaren", "vernietigingslijst", lijst.waarde, {});
        tx.leg_vast();
    }
    return aantal;
}

std::size_t Uitvoerder::werk_af() {
    std::vector<std::pair<OrganisatieId, LijstId>> lijsten;
    {
        db::Transactie tx(m_pool, programma({}));
        for (const auto rij : tx.doe("select organisatie, lijst from archief.onderhanden()")) {
            lijsten.emplace_back(rij.veld<OrganisatieId>("organisatie"), rij.veld<LijstId>("lijst"));
        }
    }
    std::size_t aantal = 0;
    for (const auto& [organisatie, lijst] : lijsten) aantal += voer_uit(organisatie, lijst);
    return aantal;
}

std::size_t Uitvoerder::vergeet_aanmeldingen() { return vergeet("select archief.vergeet_aanmeldingen() as n", "aanmeldingenVergeten", "aanmelding"); }
std::size_t Uitvoerder::vergeet_registers() { return vergeet("select gemeenteregister.vergeet() as n", "gemeenteregisterVergeten", "lading"); }
std::size_t Uitvoerder::vergeet_werklijsten() { return vergeet("select werklijst.vergeet() as n", "werklijstenVergeten", "werklijst"); }
std::size_t Uitvoerder::vergeet_overleggen() { return vergeet("select overleg.vergeet() as n", "overleggenVergeten", "overleg"); }

std::size_t Uitvoerder::vergeet(const std::string& sql, std::string_view handeling, std::string_view soort) {
    std::vector<OrganisatieId> organisaties;
    {
        db::Transactie tx(m_pool, programma({}));
        for (const auto rij : tx.doe("select o from archief.organisaties() o")) organisaties.push_back(rij.veld<OrganisatieId>("o"));
    }
    std::size_t aantal = 0;
    for (const auto organisatie : organisaties) {
        db::Transactie tx(m_pool, programma(organisatie));
        const auto weg = tx.doe(sql)[0].veld<std::int64_t>("n");
        if (weg == 0) continue;
        teken_aan(tx, m_pseudoniem, std::string(handeling), std::string(soort), tx.wie().operatie.waarde, {});
        tx.leg_vast();
        aantal += static_cast<std::size_t>(weg);
    }
    return aantal;
}

void Uitvoerder::start() {
    m_draad = std::thread([this] { werk(); });
}

void Uitvoerder::stop() {
    {
        const std::lock_guard houd(m_slot);
        m_stop = true;
    }
    m_bel.notify_all();
    if (m_draad.joinable()) m_draad.join();
}

void Uitvoerder::wek() {
    {
        const std::lock_guard houd(m_slot);
        m_gewekt = true;
    }
    m_bel.notify_all();
}

void Uitvoerder::werk() {
    while (true) {
        try {
            if (const auto aantal = werk_af(); aantal > 0) spdlog::info("archive: {} dossiers destroyed", aantal);
            if (const auto vandaag = dag_in_amsterdam(SysteemKlok{}.nu()); m_vandaag_gedaan != vandaag) {
                if (const auto aantal = vergeet_aanmeldingen(); aantal > 0) spdlog::info("archive: {} sign-ins forgotten", aantal);
                if (const auto aantal = vergeet_registers(); aantal > 0) spdlog::info("archive: {} rows of registers forgotten", aantal);
                if (const auto aantal = vergeet_werklijsten(); aantal > 0) spdlog::info("archive: {} work lists forgotten", aantal);
                if (const auto aantal = vergeet_overleggen(); aantal > 0) spdlog::info("archive: {} rows of meetings forgotten", aantal);
                m_vandaag_gedaan = vandaag;
            }
        } catch (const std::exception& fout) {
            spdlog::warn("archive: destruction stopped for a moment ({})", fout.what());
        }
        std::unique_lock houd(m_slot);
        m_bel.wait_for(houd, std::chrono::seconds(5), [&] { return m_gewekt || m_stop; });
        if (m_stop) return;
        m_gewekt = false;
    }
}

std::size_t herhaal(db::Pool& beheer, documenten::Opslag& opslag, const Vernietigingsboek& boek, const logboek::Pseudoniem& pseudoniem) {
    const auto alles = boek.lees();
    std::map<OrganisatieId, std::map<Uuid, std::string>> per;
    for (const auto& r : alles.regels) {
        opslag.vernietig(r.dossier);
        per[r.dossier.organisatie][r.dossier.id] = r.dossier.soort;
    }
    std::size_t aantal = 0;
    for (const auto& [organisatie, dossiers] : per) {
        std::vector<Uuid> ids;
        for (const auto& [id, soort] : dossiers) ids.push_back(id);
        std::vector<Uuid> terug;
        {
            db::Transactie tx(beheer, programma(organisatie));
            for (const auto rij : tx.doe("select d from unnest($1::uuid[]) d where archief.er_is_nog(d)", ids)) terug.push_back(rij.veld<Uuid>("d"));
        }
        for (const auto& id : terug) {
            db::Transactie tx(beheer, programma(organisatie));
            tx.doe("select archief.wis($1)", id);
            teken_aan(tx, pseudoniem, "dossierOpnieuwVernietigen", dossiers.at(id), id, {{organisatie, dossiers.at(id), id}});
            tx.leg_vast();
            ++aantal;
        }
    }
    for (const auto& v : alles.verklaringen) {
        db::Transactie tx(beheer, programma(v.organisatie));
        tx.doe("select archief.verklaar($1) where not exists (select from archief.verklaring where organisatie = $2 and id = ($1::jsonb ->> 'id')::uuid)",
               v.verklaring, v.organisatie);
        tx.leg_vast();
    }
    return aantal;
}

}  // namespace damwand::archief
