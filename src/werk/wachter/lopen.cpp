// SPDX-License-Identifier: EUPL-1.2
#include "werk/wachter/lopen.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>

#include "base/tekst.hpp"
#include "platform/logboek/zegel.hpp"

namespace damwand::wachter {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t meeste_nieuwe = 50, meeste_leden = 150;  // raised at once; in one suggestion

/// Matches that are told together.
struct Groep {
    std::map<std::pair<std::string, std::string>, std::string> leden;  ///< kind and id → role
    std::set<Uuid> rijen;
};

/// What it is about, and in whose eyes its rows stand: what one group of people may know is never told together with what another may.
std::string sleutel_van(const Vorm& vorm, const netwerk::Vondst& vondst, const std::map<Uuid, store::Rijplek>& plekken) {
    std::set<std::string> anker;
    for (std::size_t i = 0; i < vondst.leden.size(); ++i) {
        if (vorm.anker[i]) anker.insert(fmt::format("{} {} {}\n", vorm.rollen[i].naam, vondst.leden[i].soort, vondst.leden[i].id));
    }
    std::set<int> zichten;
    for (const auto& rij : vondst.rijen) zichten.insert(plekken.at(rij).zicht);
    std::string uit;
    for (const auto& een : anker) uit += een;
    for (const auto zicht : zichten) uit += fmt::format("{}\n", zicht);
    return als_hex(logboek::sha256(uit));
}

void teken_aan(db::Transactie& tx, const logboek::Pseudoniem& pseudoniem, const store::TeLopen& wie, const Verslag& verslag) {
    logboek::Regels regels;
    regels.object_soort = "wachter";
    regels.object = wie.id.waarde;
    regels.objecten = verslag.dossiers;
    regels.betrokkenen = verslag.personen;
    logboek::schrijf(tx,
                     {.naam = "wachterLopen", .activiteit = wie.activiteit, .actor = std::nullopt, .rol = "", .acr = "", .sessie = std::nullopt,
                      .oorsprong = "programma", .toelichting = std::nullopt},
                     regels, pseudoniem);
}

bool raakt_casus(const netwerk::Vondst& vondst, const Uuid& casus, const std::map<Uuid, store::Rijplek>& plekken) {
    return std::ranges::any_of(vondst.rijen, [&](const Uuid& rij) {
        const auto& plek = plekken.at(rij);
        return plek.dossier == casus || plek.casus == casus;
    });
}

}  // namespace

Plekken zoek(db::Transactie& tx, netwerk::Geheugen& geheugen, const netwerk::Kijker& kijker, const netwerk::Patroon& patroon, const std::optional<std::string>& slechtste,
             const std::optional<Uuid>& casus, const Voortgang& voortgang) {
    Plekken uit;
    // A row may go between the graph and its reading; once more, and what is missing then is no place but a fault of ours.
    for (int poging = 0; poging < 2; ++poging) {
        geheugen.ververs(tx);
        auto gevonden = netwerk::zoek_patroon(geheugen, kijker, patroon, slechtste, 1000, voortgang);
        std::set<Uuid> rijen;
        for (const auto& v : gevonden.vondsten) rijen.insert(v.rijen.begin(), v.rijen.end());
        uit = {.vondsten = {}, .rijen = store::rijen(tx, rijen), .vol = gevonden.vol, .mist = 0};
        for (auto& v : gevonden.vondsten) {
            if (std::ranges::any_of(v.rijen, [&](const Uuid& rij) { return !uit.rijen.contains(rij); })) ++uit.mist;
            else if (!casus || raakt_casus(v, *casus, uit.rijen)) uit.vondsten.push_back(std::move(v));
        }
        if (uit.mist == 0) break;
    }
    return uit;
}

Verslag loop(db::Transactie& tx, netwerk::Geheugen& geheugen, const netwerk::Kijker& kijker, const store::Opdracht& opdracht) {
    Verslag uit;
    const auto vorm = store::vorm_van(opdracht);
    if (!vorm) return uit;
    const auto patroon = patroon_van(*vorm, opdracht.dagen, opdracht.casus.has_value());
    const auto gevonden = zoek(tx, geheugen, kijker, patroon, opdracht.betrouwbaarheid, opdracht.casus);
    uit.mist = gevonden.mist;
    bool vol = gevonden.vol;
    std::map<std::string, Groep> groepen;
    for (const auto& v : gevonden.vondsten) {
        auto& groep = groepen[sleutel_van(*vorm, v, gevonden.rijen)];
        if (groep.leden.size() + v.leden.size() > meeste_leden) {
            vol = true;
            continue;
        }
        for (std::size_t i = 0; i < v.leden.size(); ++i) groep.leden.try_emplace({v.leden[i].soort, v.leden[i].id}, vorm->rollen[i].naam);
        groep.rijen.insert(v.rijen.begin(), v.rijen.end());
    }
    for (const auto& [sleutel, groep] : groepen) {
        if (uit.nieuw.size() == meeste_nieuwe) {
            vol = true;
            break;
        }
        std::vector<SuggestieLid> leden;
        for (const auto& [wie, rol] : groep.leden) leden.push_back({rol, wie.first, wie.second});
        const auto id = store::raak(tx, opdracht.id, sleutel, leden, groep.rijen);
        if (!id) continue;
        uit.nieuw.push_back(*id);
        for (const auto& [rij, plek] : store::rijen(tx, groep.rijen)) uit.dossiers.insert(plek.dossier);
        for (const auto& lid : leden) {
            if (lid.soort == "persoon") uit.personen.insert(Uuid::lees(lid.id).value());
        }
    }
    store::gelopen(tx, opdracht.id, vol);
    return uit;
}

std::size_t loop_alle(db::Pool& pool, netwerk::Geheugen& geheugen, const logboek::Pseudoniem& pseudoniem, bool nacht) {
    const auto programma = [](OrganisatieId organisatie) { return db::Identiteit{.organisatie = organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()}; };
    std::vector<OrganisatieId> organisaties;
    {
        db::Transactie tx(pool, programma({}));
        organisaties = store::organisaties(tx);
    }
    std::size_t aantal = 0;
    for (const auto organisatie : organisaties) {
        db::Transactie ronde(pool, programma(organisatie));
        if (!store::houd_ronde(ronde)) continue;
        store::ruim(ronde);
        for (const auto& een : store::te_lopen(ronde)) {
            try {
                db::Transactie tx(pool, {.organisatie = organisatie, .gebruiker = een.door, .operatie = OperatieId::nieuw(), .niveau = een.niveau, .activiteit = een.activiteit});
                const auto opdracht = store::opdracht(tx, een.id);
                if (!opdracht) continue;
                const auto verslag = loop(tx, geheugen, store::kijker(tx), *opdracht);
                if (nacht || !verslag.nieuw.empty()) teken_aan(tx, pseudoniem, een, verslag);
                tx.leg_vast();
                aantal += verslag.nieuw.size();
                if (verslag.mist > 0) netwerk::meld_incident(pool, organisatie, tx.wie().operatie, verslag.mist);
            } catch (const std::exception& fout) {
                spdlog::warn("watchers: {} was not run ({})", een.id.tekst(), fout.what());
            }
        }
        ronde.leg_vast();
    }
    return aantal;
}

void Ronde::start() {
    m_klaar = false;
    m_draad = std::thread([this] { waak(); });
}

void Ronde::stop() {
    {
        const std::lock_guard slot(m_slot);
        m_klaar = true;
    }
    m_klok.notify_all();
    if (m_draad.joinable()) m_draad.join();
}

void Ronde::waak() {
    using namespace std::chrono;
    constexpr auto nachtelijk = 24h;
    std::optional<std::uint64_t> gezien;
    auto nacht = steady_clock::now();  // the first round is a whole one
    for (;;) {
        {
            std::unique_lock slot(m_slot);
            if (m_klok.wait_for(slot, m_tussen, [this] { return m_klaar; })) return;
        }
        const auto nu = m_geheugen.wisselingen();
        const bool heel = steady_clock::now() >= nacht;
        if (!heel && gezien == nu) continue;
        try {
            loop_alle(m_pool, m_geheugen, m_pseudoniem, heel);
            gezien = nu;
            if (heel) nacht = steady_clock::now() + nachtelijk;
        } catch (const std::exception& fout) {
            spdlog::warn("watchers: not run ({})", fout.what());
        }
    }
}

}  // namespace damwand::wachter
