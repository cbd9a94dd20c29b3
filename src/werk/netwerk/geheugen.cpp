// SPDX-License-Identifier: EUPL-1.2
#include "werk/netwerk/geheugen.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <condition_variable>
#include <cstring>
#include <map>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <thread>
#include <tuple>
#include <unordered_map>

#include "platform/logboek/zegel.hpp"

namespace damwand::netwerk {
namespace {

using graph::Sleutel;
using namespace std::chrono_literals;

// Audiences of the graph: one per public register, then one per organisatie, audience and kind of dossier.
constexpr graph::Zicht zicht_bag = 1, zicht_handelsregister = 2, eerste_zicht = 3;
// A key of the graph says itself what the registers number; what has a UUID is numbered here.
constexpr unsigned soortbits = 56;
constexpr std::array<std::string_view, 4> genummerd{"", "adres", "pand", "vestiging"};
constexpr std::uint64_t met_uuid = std::uint64_t{genummerd.size()} << soortbits;
constexpr std::array<std::size_t, 4> cijfers{0, 16, 16, 12};
constexpr graph::Betrouwbaarheid uit_register{.bron = 0, .waarde = 1};
constexpr std::size_t veel_wijzigingen = 50'000;
constexpr auto hoogstens_stil = 30min;  // the list of changes is kept for an hour

std::int32_t dagen(Datum dag) { return static_cast<std::int32_t>(std::chrono::sys_days(dag).time_since_epoch().count()); }

graph::Periode periode(const std::optional<Datum>& begin, const std::optional<Datum>& eind, bool eind_telt_mee) {
    graph::Periode uit;
    if (begin) uit.van = dagen(*begin);
    if (eind) uit.tot = std::max(dagen(*eind) - (eind_telt_mee ? 0 : 1), uit.van);
    return uit;
}

std::optional<std::uint64_t> nummer_van(std::string_view tekst, std::size_t lengte) {
    std::uint64_t uit = 0;
    if (tekst.size() != lengte || std::from_chars(tekst.data(), tekst.data() + lengte, uit).ptr != tekst.data() + lengte) return std::nullopt;
    return uit;
}

/// As netwerk.spoor_van in the database.
Uuid spoor_van(const Uuid& id) {
    const auto som = logboek::sha256(id.tekst());
    Uuid uit;
    std::memcpy(uit.bytes.data(), som.data(), uit.bytes.size());
    return uit;
}

struct UuidHash {
    std::size_t operator()(const Uuid& w) const noexcept {
        std::uint64_t a = 0;
        std::memcpy(&a, w.bytes.data(), sizeof a);
        return a;
    }
};

}  // namespace

struct Geheugen::Graaf::Binnenwerk {
    /// What one row put into the graph.
    struct Inbreng {
        struct Lijn {
            Sleutel van, naar;
            std::uint64_t id;
        };
        std::vector<std::pair<Sleutel, graph::Zicht>> knopen;
        std::vector<Lijn> banden;
    };
    struct Knoopstand {
        std::uint16_t type = 0;
        std::vector<graph::Zicht> zichten;  ///< one per row
    };

    // Held while changes are brought in; `kennis` guards what readers ask meanwhile.
    std::mutex beurt;
    mutable std::shared_mutex kennis;
    std::shared_ptr<graph::Netwerk> graaf = std::make_shared<graph::Netwerk>();
    std::shared_ptr<const graph::Opname> register_alleen;
    std::vector<std::string> soorten;
    std::map<std::string, std::uint16_t, std::less<>> typen;
    std::unordered_map<Uuid, std::uint64_t, UuidHash> nummers;
    std::vector<Uuid> uuids;
    std::map<std::tuple<std::int16_t, int, bool>, graph::Zicht> zichten;  ///< organisatie, audience, of a signaal
    std::unordered_map<std::uint64_t, Uuid> bandrijen;
    std::uint64_t laatste_band = 0;
    std::unordered_map<Uuid, Inbreng, UuidHash> inbreng;
    std::unordered_map<Sleutel, Knoopstand> staat;

    std::string stand, registers;
    std::set<std::int64_t> gehad;
    std::chrono::steady_clock::time_point laatst{};
    bool geladen = false;
    std::atomic<std::uint64_t> wisselingen{0};

    std::mutex slot;
    std::condition_variable wekker;
    bool gewekt = false, klaar = true;
    std::shared_ptr<void> luisteraar;
    std::thread draad;

    std::uint16_t type_van(const std::string& soort) {
        const auto [plek, nieuw] = typen.try_emplace(soort, static_cast<std::uint16_t>(soorten.size()));
        if (nieuw) soorten.push_back(soort);
        return plek->second;
    }
    graph::Zicht zicht_van(OrganisatieId organisatie, int zicht, bool signaal) {
        return zichten.try_emplace({organisatie.waarde, zicht, signaal}, static_cast<graph::Zicht>(zichten.size()) + eerste_zicht).first->second;
    }
    std::optional<Sleutel> sleutel_van(const KnoopRef& knoop, bool maak) {
        for (std::size_t i = 1; i < genummerd.size(); ++i) {
            if (genummerd[i] != knoop.soort) continue;
            if (const auto nummer = nummer_van(knoop.id, cijfers[i])) return (std::uint64_t{i} << soortbits) | *nummer;
        }
        const auto uuid = Uuid::lees(knoop.id);
        if (!uuid) return std::nullopt;
        if (const auto plek = nummers.find(*uuid); plek != nummers.end()) return met_uuid | plek->second;
        if (!maak) return std::nullopt;
        nummers.emplace(*uuid, uuids.size());
        uuids.push_back(*uuid);
        return met_uuid | (uuids.size() - 1);
    }

    /// Nothing is left of what is gone, its id neither. Who still looks at an older graph finds nobody under that number.
    void vergeet(Sleutel sleutel) {
        if (sleutel < met_uuid) return;
        auto& uuid = uuids[sleutel & (met_uuid - 1)];
        nummers.erase(uuid);
        uuid = {};
    }

    void laad(db::Transactie& tx);
    void laad_registers(db::Transactie& tx);
    void werk_bij(const std::vector<Uuid>& rijen, const std::vector<store::Knooprij>& knooprijen, const std::vector<store::Bandrij>& bandrijen);
    graph::Knoopgegeven gegeven(Sleutel sleutel, const Knoopstand& stand) const;
    void ververs(db::Transactie& tx);
    void waak(db::Pool& pool);
};

void Geheugen::Graaf::Binnenwerk::laad_registers(db::Transactie& tx) {
    struct Lijn {
        Sleutel van, naar;
        graph::Kenmerk kenmerk;
    };
    static constexpr std::array<std::string_view, 4> namen{"in_pand", "vestiging_van", "gevestigd", "gevestigd"};
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> einden{{{"adres", "pand"}, {"vestiging", "onderneming"}, {"vestiging", "adres"}, {"onderneming", "adres"}}};
    std::vector<Lijn> lijnen;
    std::vector<std::pair<Sleutel, std::uint16_t>> knopen;
    store::registerbanden(tx, [&](const store::Registerrij& r) {
        const auto i = static_cast<std::size_t>(r.soort);
        const auto van = sleutel_van({std::string(einden[i].first), r.van}, true), naar = sleutel_van({std::string(einden[i].second), r.naar}, true);
        if (!van || !naar) return;
        knopen.emplace_back(*van, type_van(std::string(einden[i].first)));
        knopen.emplace_back(*naar, type_van(std::string(einden[i].second)));
        lijnen.push_back({*van, *naar,
                          {.periode = periode(r.begin, r.eind, false),
                           .zicht = r.soort == store::Registerband::in_pand ? zicht_bag : zicht_handelsregister,
                           .type = type_van(std::string(namen[i])),
                           .betrouwbaarheid = uit_register}});
    });
    std::ranges::sort(knopen);
    const auto dubbel = std::ranges::unique(knopen);
    knopen.erase(dubbel.begin(), dubbel.end());
    graph::Bouwer bouwer;
    const auto adres = type_van("adres"), pand = type_van("pand");
    for (const auto& [sleutel, type] : knopen) {
        bouwer.knoop({.sleutel = sleutel, .type = type, .zichten = {type == adres || type == pand ? zicht_bag : zicht_handelsregister}});
    }
    for (const auto& l : lijnen) bouwer.band({.van = l.van, .naar = l.naar, .kenmerk = l.kenmerk, .id = 0});
    graaf = std::make_shared<graph::Netwerk>(std::move(bouwer).klaar());
    register_alleen = graaf->opname();
}

void Geheugen::Graaf::Binnenwerk::laad(db::Transactie& tx) {
    const auto begin = store::wijzigingen(tx, "18446744073709551615");  // only from where to ask later
    const auto knooprijen = store::knopen(tx, std::nullopt);
    const auto bandrijen_nu = store::banden(tx, std::nullopt);
    const std::unique_lock schrijft(kennis);
    inbreng.clear();
    staat.clear();
    bandrijen.clear();
    laad_registers(tx);
    werk_bij({}, knooprijen, bandrijen_nu);
    const auto nu = graaf->opname();
    for (std::uint64_t i = 0; i < uuids.size(); ++i) {
        if (!nu->vind(met_uuid | i)) vergeet(met_uuid | i);
    }
    stand = begin.stand;
    gehad.clear();
    geladen = true;
}

graph::Knoopgegeven Geheugen::Graaf::Binnenwerk::gegeven(Sleutel sleutel, const Knoopstand& knoop) const {
    graph::Knoopgegeven uit{.sleutel = sleutel, .type = knoop.type, .zichten = knoop.zichten};
    if (register_alleen) {
        if (const auto k = register_alleen->vind(sleutel)) {
            const auto& openbaar = register_alleen->klasse(register_alleen->staat(*k).klasse);
            uit.type = openbaar.type;
            uit.zichten.insert(uit.zichten.end(), openbaar.zichten.begin(), openbaar.zichten.end());
        }
    }
    std::ranges::sort(uit.zichten);
    const auto dubbel = std::ranges::unique(uit.zichten);
    uit.zichten.erase(dubbel.begin(), dubbel.end());
    return uit;
}

/// Takes out what these rows put in, and puts in what they say now.
void Geheugen::Graaf::Binnenwerk::werk_bij(const std::vector<Uuid>& rijen, const std::vector<store::Knooprij>& knooprijen, const std::vector<store::Bandrij>& nieuw) {
    std::vector<graph::Mutatie> mutaties, daarna;
    std::set<Sleutel> geraakt;
    for (const auto& rij : rijen) {
        const auto plek = inbreng.find(rij);
        if (plek == inbreng.end()) continue;
        for (const auto& [sleutel, zicht] : plek->second.knopen) {
            geraakt.insert(sleutel);
            auto& over = staat[sleutel].zichten;
            if (const auto een = std::ranges::find(over, zicht); een != over.end()) over.erase(een);
        }
        for (const auto& lijn : plek->second.banden) {
            mutaties.emplace_back(graph::WisBand{lijn.van, lijn.naar, lijn.id});
            bandrijen.erase(lijn.id);
        }
        inbreng.erase(plek);
    }
    for (const auto& r : knooprijen) {
        const auto sleutel = sleutel_van(r.knoop, true);
        if (!sleutel) continue;
        const auto zicht = zicht_van(r.organisatie, r.zicht, r.dossier_soort == "signaal");
        geraakt.insert(*sleutel);
        auto& knoop = staat[*sleutel];
        knoop.type = type_van(r.knoop.soort);
        knoop.zichten.push_back(zicht);
        inbreng[r.rij].knopen.emplace_back(*sleutel, zicht);
    }
    for (const auto& r : nieuw) {
        const auto van = sleutel_van(r.van, true), naar = sleutel_van(r.naar, true);
        if (!van || !naar) continue;
        const auto id = ++laatste_band;
        bandrijen.emplace(id, r.rij);
        inbreng[r.rij].banden.push_back({*van, *naar, id});
        daarna.emplace_back(graph::Band{.van = *van,
                                        .naar = *naar,
                                        .kenmerk = {.periode = periode(r.begin, r.eind, true),
                                                    .zicht = zicht_van(r.organisatie, r.zicht, r.dossier_soort == "signaal"),
                                                    .type = type_van(r.soort),
                                                    .betrouwbaarheid = {.bron = static_cast<std::uint8_t>(r.bron - 'A'), .waarde = static_cast<std::uint8_t>(r.waarde)}},
                                        .id = id});
    }
    for (const auto sleutel : geraakt) {
        const auto plek = staat.find(sleutel);
        auto uit = gegeven(sleutel, plek->second);
        if (plek->second.zichten.empty()) staat.erase(plek);
        if (uit.zichten.empty()) {
            mutaties.emplace_back(graph::WisKnoop{sleutel});
            vergeet(sleutel);
        } else {
            mutaties.emplace_back(std::move(uit));
        }
    }
    mutaties.insert(mutaties.end(), daarna.begin(), daarna.end());
    graaf->verwerk(mutaties);
    if (graaf->wijzigingen() > veel_wijzigingen) graaf->voeg_samen();
    ++wisselingen;
}

void Geheugen::Graaf::Binnenwerk::ververs(db::Transactie& tx) {
    const std::lock_guard bezet(beurt);
    const auto nu = std::chrono::steady_clock::now();
    auto registers_nu = store::registerstand(tx);
    if (!geladen || registers_nu != registers || nu - laatst > hoogstens_stil) {
        laad(tx);
        registers = std::move(registers_nu);
        laatst = nu;
        return;
    }
    const auto anders = store::wijzigingen(tx, stand);
    std::set<std::int64_t> nummers_nu;
    std::vector<Uuid> rijen;
    std::set<Uuid> sporen;
    for (const auto& [nummer, anders_nu] : anders.rijen) {
        nummers_nu.insert(nummer);
        if (gehad.contains(nummer)) continue;
        if (anders_nu.spoor) sporen.insert(anders_nu.rij);
        else rijen.push_back(anders_nu.rij);
    }
    if (!sporen.empty()) {
        for (const auto& [rij, wat] : inbreng) {
            if (sporen.contains(spoor_van(rij))) rijen.push_back(rij);
        }
    }
    std::ranges::sort(rijen);
    const auto dubbel = std::ranges::unique(rijen);
    rijen.erase(dubbel.begin(), dubbel.end());
    if (!rijen.empty()) {
        const auto knooprijen = store::knopen(tx, rijen);
        const auto bandrijen_nu = store::banden(tx, rijen);
        const std::unique_lock schrijft(kennis);
        werk_bij(rijen, knooprijen, bandrijen_nu);
    }
    gehad = std::move(nummers_nu);
    stand = anders.stand;
    laatst = nu;
}

Geheugen::Graaf::Graaf() : m(std::make_unique<Binnenwerk>()) {}
Geheugen::Graaf::~Graaf() = default;

Geheugen::Geheugen() : m(std::make_unique<Graaf>()) {}
Geheugen::~Geheugen() { stop(); }

void Geheugen::ververs(db::Transactie& tx) { m->m->ververs(tx); }
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

void meld_incident(db::Pool& pool, OrganisatieId organisatie, OperatieId operatie, int rijen) {
    db::Transactie tx(pool, {.organisatie = organisatie, .gebruiker = std::nullopt, .operatie = operatie});
    store::schrijf_incident(tx, organisatie, operatie, rijen);
    tx.leg_vast();
}

}  // namespace damwand::netwerk
