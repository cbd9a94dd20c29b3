// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "platform/logboek/zegel.hpp"
#include "werk/netwerk/binnenwerk.hpp"

/// Rows become nodes and ties, all of them or those that changed.
namespace damwand::netwerk {
namespace {

using namespace std::chrono_literals;

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

/// As netwerk.spoor_van in the database.
Uuid spoor_van(const Uuid& id) {
    const auto som = logboek::sha256(id.tekst());
    Uuid uit;
    std::memcpy(uit.bytes.data(), som.data(), uit.bytes.size());
    return uit;
}

}  // namespace

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
    registerbanden = lijnen.size();
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

}  // namespace damwand::netwerk
