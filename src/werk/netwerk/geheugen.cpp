// SPDX-License-Identifier: EUPL-1.2
#include "werk/netwerk/geheugen.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <charconv>

#include "werk/netwerk/binnenwerk.hpp"

namespace damwand::netwerk {
namespace {

using namespace std::chrono_literals;

std::optional<std::uint64_t> nummer_van(std::string_view tekst, std::size_t lengte) {
    std::uint64_t uit = 0;
    if (tekst.size() != lengte || std::from_chars(tekst.data(), tekst.data() + lengte, uit).ptr != tekst.data() + lengte) return std::nullopt;
    return uit;
}

}  // namespace

std::uint16_t Geheugen::Graaf::Binnenwerk::type_van(const std::string& soort) {
    const auto [plek, nieuw] = typen.try_emplace(soort, static_cast<std::uint16_t>(soorten.size()));
    if (nieuw) soorten.push_back(soort);
    return plek->second;
}

graph::Zicht Geheugen::Graaf::Binnenwerk::zicht_van(OrganisatieId organisatie, int zicht, bool signaal) {
    return zichten.try_emplace({organisatie.waarde, zicht, signaal}, static_cast<graph::Zicht>(zichten.size()) + eerste_zicht).first->second;
}

std::optional<Sleutel> Geheugen::Graaf::Binnenwerk::sleutel_van(const KnoopRef& knoop, bool maak) {
    for (std::size_t i = 1; i < genummerd.size(); ++i) {
        if (genummerd[i] != knoop.soort) continue;
        if (const auto nummer = nummer_van(knoop.id, cijfers[i])) return (std::uint64_t{i} << soortbits) | *nummer;
    }
    const auto uuid = Uuid::lees(knoop.id);
    if (!uuid) return std::nullopt;
    if (maak) return sleutel_van(*uuid);
    const auto plek = nummers.find(*uuid);
    return plek == nummers.end() ? std::nullopt : std::optional(met_uuid | plek->second);
}

Sleutel Geheugen::Graaf::Binnenwerk::sleutel_van(const Uuid& uuid) {
    const auto [plek, nieuw] = nummers.try_emplace(uuid, uuids.size());
    if (nieuw) uuids.push_back(uuid);
    return met_uuid | plek->second;
}

void Geheugen::Graaf::Binnenwerk::vergeet(Sleutel sleutel) {
    if (sleutel < met_uuid) return;
    auto& uuid = uuids[sleutel & (met_uuid - 1)];
    nummers.erase(uuid);
    uuid = {};
}

Geheugen::Graaf::Graaf() : m(std::make_unique<Binnenwerk>()) {}
Geheugen::Graaf::~Graaf() = default;

Geheugen::Geheugen() : m(std::make_unique<Graaf>()) {}
Geheugen::~Geheugen() { stop(); }

void Geheugen::ververs(db::Transactie& tx) { m->m->ververs(tx); }
Geheugen::Omvang Geheugen::omvang() const {
    const std::shared_lock leest(m->m->kennis);
    return {.knopen = m->m->graaf->opname()->knopen(), .banden = m->m->registerbanden + m->m->bandrijen.size()};
}
std::uint64_t Geheugen::wisselingen() const noexcept { return m->m->wisselingen; }

void Geheugen::start(db::Pool& pool, gebeurtenis::Verdeler& verdeler) {
    auto& w = *m->m;
    w.klaar = false;
    w.luisteraar = verdeler.luister([&w] {
        {
            const std::lock_guard slot(w.slot);
            w.gewekt = true;
        }
        w.wekker.notify_all();
    });
    w.draad = std::thread([&w, &pool] { w.waak(pool); });
}

void Geheugen::stop() {
    auto& w = *m->m;
    w.luisteraar.reset();
    {
        const std::lock_guard slot(w.slot);
        w.klaar = true;
    }
    w.wekker.notify_all();
    if (w.draad.joinable()) w.draad.join();
}

void Geheugen::Graaf::Binnenwerk::waak(db::Pool& pool) {
    constexpr auto ronde = 500ms;
    constexpr auto veegtijd = 10min;
    auto geveegd = std::chrono::steady_clock::now();
    while (true) {
        try {
            db::Transactie tx(pool, {.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
            ververs(tx);
            if (std::chrono::steady_clock::now() - geveegd > veegtijd) {
                store::veeg(tx);
                geveegd = std::chrono::steady_clock::now();
            }
            tx.leg_vast();
        } catch (const std::exception& fout) {
            spdlog::warn("network: the graph was not brought up to date ({})", fout.what());
        }
        std::unique_lock wacht(slot);
        wekker.wait_for(wacht, ronde, [&] { return gewekt || klaar; });
        if (klaar) return;
        gewekt = false;
    }
}

Geheugen::Graaf::Zicht Geheugen::Graaf::zicht(const Kijker& kijker) const {
    const auto& rechten = kijker.rechten;
    const std::shared_lock leest(m->kennis);
    Zicht uit{.opname = m->graaf->opname(), .masker = {}};
    if (rechten.adressen) uit.masker.geef(zicht_bag);
    if (rechten.bedrijven) uit.masker.geef(zicht_handelsregister);
    for (const int zicht : kijker.zichten) {
        for (const auto& [signaal, mag] : {std::pair(true, rechten.signalen), std::pair(false, rechten.casussen)}) {
            const auto plek = m->zichten.find({kijker.organisatie.waarde, zicht, signaal});
            if (mag && plek != m->zichten.end()) uit.masker.geef(plek->second);
        }
    }
    return uit;
}

std::optional<Sleutel> Geheugen::Graaf::sleutel(const KnoopRef& knoop) const {
    const std::shared_lock leest(m->kennis);
    return m->sleutel_van(knoop, false);
}

KnoopRef Geheugen::Graaf::ref(const graph::Opname& opname, graph::Knoop knoop) const {
    const auto sleutel = opname.sleutel(knoop);
    const auto aard = sleutel >> soortbits, nummer = sleutel & ((std::uint64_t{1} << soortbits) - 1);
    const std::shared_lock leest(m->kennis);
    auto id = aard < genummerd.size() ? fmt::format("{:0{}}", nummer, cijfers[aard]) : m->uuids.at(nummer).tekst();
    return {m->soorten.at(opname.knooptype(knoop)), std::move(id)};
}

std::string Geheugen::Graaf::soort(std::uint16_t type) const {
    const std::shared_lock leest(m->kennis);
    return m->soorten.at(type);
}

std::optional<std::uint16_t> Geheugen::Graaf::type(const std::string& soort) const {
    const std::shared_lock leest(m->kennis);
    const auto plek = m->typen.find(soort);
    return plek == m->typen.end() ? std::nullopt : std::optional(plek->second);
}

std::optional<Uuid> Geheugen::Graaf::rij(std::uint64_t band) const {
    const std::shared_lock leest(m->kennis);
    const auto plek = m->bandrijen.find(band);
    return plek == m->bandrijen.end() ? std::nullopt : std::optional(plek->second);
}

std::vector<Sleutel> Geheugen::Graaf::van_dossiers() const {
    std::vector<Sleutel> uit;
    const std::shared_lock leest(m->kennis);
    for (const auto& [rij, inbreng] : m->inbreng) {
        for (const auto& lijn : inbreng.banden) uit.insert(uit.end(), {lijn.van, lijn.naar});
    }
    std::ranges::sort(uit);
    const auto dubbel = std::ranges::unique(uit);
    uit.erase(dubbel.begin(), dubbel.end());
    return uit;
}

bool Geheugen::Graaf::van_dossier(graph::Zicht zicht) noexcept { return zicht >= eerste_zicht; }

void meld_incident(db::Pool& pool, OrganisatieId organisatie, OperatieId operatie, int rijen) {
    db::Transactie tx(pool, {.organisatie = organisatie, .gebruiker = std::nullopt, .operatie = operatie});
    store::schrijf_incident(tx, organisatie, operatie, rijen);
    tx.leg_vast();
}

}  // namespace damwand::netwerk
