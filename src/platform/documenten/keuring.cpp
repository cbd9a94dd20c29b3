// SPDX-License-Identifier: EUPL-1.2
#include "platform/documenten/keuring.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

namespace damwand::documenten {
namespace {

using Uur = std::chrono::steady_clock;

struct Opdracht {
    Dossier dossier;
    DocumentId id;
    Soort soort = Soort::txt;
    std::uint64_t omvang = 0;
    std::string inhoud;
};

std::optional<Opdracht> volgende(db::Pool& pool, std::chrono::seconds rust) {
    db::Transactie tx(pool, {.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    const auto r = tx.doe("select * from documenten.volgende(make_interval(secs => $1))", rust.count());
    if (r.leeg()) return std::nullopt;
    const auto rij = r[0];
    Opdracht uit{.dossier = {rij.veld<OrganisatieId>("organisatie"), rij.veld<std::string>("dossier_soort"), rij.veld<Uuid>("dossier")},
                 .id = rij.veld<DocumentId>("id"),
                 .soort = ontleder::lees_soort(rij.veld<std::string>("soort")).value(),
                 .omvang = rij.veld<std::uint64_t>("omvang"),
                 .inhoud = rij.veld<std::string>("inhoud")};
    tx.leg_vast();
    return uit;
}

}  // namespace

Keuring::Keuring(db::Pool& pool, Opslag& opslag, const logboek::Pseudoniem& pseudoniem, Gereedschap gereedschap, std::filesystem::path sleutelkopie)
    : m_pool(pool), m_opslag(opslag), m_pseudoniem(pseudoniem), m_gereedschap(std::move(gereedschap)), m_sleutelkopie(std::move(sleutelkopie)) {}

Keuring::~Keuring() { stop(); }

bool Keuring::keur_volgende(std::chrono::seconds rust) {
    const auto o = volgende(m_pool, rust);
    if (!o) return false;
    Verdict verdict;
    try {
        const auto inhoud = m_opslag.open(o->dossier, o->inhoud, m_opslag.plek_van(o->dossier, o->inhoud), o->omvang);
        verdict = keur(m_gereedschap, o->soort, [&](const auto& per_stuk) {
            for (auto stuk = inhoud->haal(); !stuk.empty(); stuk = inhoud->haal()) per_stuk(stuk);
        });
    } catch (const Fout& fout) {
        spdlog::error("inspection: {} {}", fout.code(), fout.voor_log());
        verdict = {"in_quarantaine", "controle-mislukt"};
    }
    const bool schoon = verdict.staat == "schoon";
    if (schoon) m_opslag.keur_goed(o->dossier, o->inhoud);  // before the row says so
    db::Transactie tx(m_pool, {.organisatie = o->dossier.organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    std::optional<std::string> reden;
    if (!verdict.reden.empty()) reden = verdict.reden;
    const auto& oordeel = verdict.oordeel;
    const bool veranderd =
        tx.een("select documenten.keur($1, $2, $3, $4, $5::integer, $6::bigint, $7::integer, $8::integer) as veranderd", o->dossier.organisatie,
               o->id, verdict.staat, reden, oordeel.bladen, oordeel.tekens, oordeel.breedte, oordeel.hoogte)[0]
            .veld<bool>("veranderd");
    if (veranderd) {
        logboek::Regels regels;
        regels.object_soort = "document";
        regels.object = o->id.waarde;
        regels.objecten.insert(o->id.waarde);
        if (o->dossier.soort == "casus") regels.casus = o->dossier.id;
        logboek::schrijf(tx,
                         {.naam = "documentKeuren", .activiteit = std::nullopt, .actor = std::nullopt, .rol = "", .acr = "", .sessie = std::nullopt,
                          .oorsprong = "programma", .toelichting = reden ? *reden : verdict.staat, .verwerkt = false},
                         regels, m_pseudoniem);
    }
    tx.leg_vast();
    if (verdict.staat == "geweigerd" && veranderd) m_opslag.verwijder(o->dossier, o->inhoud);
    return true;
}

void Keuring::nachtwerk() {
    if (const auto wezen = ruim_wezen(m_pool, m_opslag, std::filesystem::file_time_type::clock::now()); wezen > 0) {
        spdlog::info("documenten: {} files without a row removed", wezen);
    }
    if (!m_sleutelkopie.empty()) {
        const auto sleutels = m_opslag.sleutels().maak_kopie(m_sleutelkopie, dag_in_amsterdam(SysteemKlok().nu()));
        spdlog::info("documenten: {} keys copied", sleutels);
    }
}

void Keuring::start() {
    m_draad = std::thread([this] { werk(); });
}

void Keuring::stop() {
    {
        const std::lock_guard slot(m_slot);
        m_stop = true;
    }
    m_bel.notify_all();
    if (m_draad.joinable()) m_draad.join();
}

void Keuring::wek() {
    {
        const std::lock_guard slot(m_slot);
        m_gewekt = true;
    }
    m_bel.notify_all();
}

void Keuring::werk() {
    auto nacht = Uur::now();
    while (true) {
        try {
            if (Uur::now() >= nacht) {
                nacht = Uur::now() + std::chrono::hours(24);
                nachtwerk();
            }
            while (!m_stop && keur_volgende()) {
            }
        } catch (const std::exception& fout) {
            spdlog::warn("inspection stopped for a moment ({})", fout.what());
        }
        std::unique_lock slot(m_slot);
        m_bel.wait_for(slot, std::chrono::seconds(10), [&] { return m_gewekt || m_stop; });
        if (m_stop) return;
        m_gewekt = false;
    }
}

}  // namespace damwand::documenten
