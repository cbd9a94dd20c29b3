// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <future>

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

/// The key of what a register numbers; none for a number longer than such numbers are.
std::optional<Sleutel> genummerde(std::size_t aard, std::int64_t nummer) {
    static constexpr auto hoogste = [] {
        std::array<std::int64_t, cijfers.size()> uit{};
        for (std::size_t i = 0; i < uit.size(); ++i) {
            uit[i] = 1;
            for (std::size_t c = 0; c < cijfers[i]; ++c) uit[i] *= 10;
        }
        return uit;
    }();
    if (nummer < 0 || nummer >= hoogste[aard]) return std::nullopt;
    return (std::uint64_t{aard} << soortbits) | static_cast<std::uint64_t>(nummer);
}

/// A company that has an id, and the place it got in the graph.
struct Bedrijf {
    std::int32_t kvk = 0;
    std::uint32_t plek = graph::geen_knoop;
    Uuid id;
};

/// Companies by their number at KVK.
class Bedrijven {
  public:
    void voeg_toe(std::int32_t kvk, const Uuid& id) {
        if (kvk >= 0) m_alle.push_back({.kvk = kvk, .id = id});
    }
    /// When all are in.
    void klaar() {
        std::ranges::sort(m_alle, {}, &Bedrijf::kvk);
        for (std::size_t i = 0; i < m_alle.size(); ++i) m_vanaf.resize(std::max(m_vanaf.size(), groep(m_alle[i].kvk) + 1), static_cast<std::uint32_t>(i));
        m_vanaf.push_back(static_cast<std::uint32_t>(m_alle.size()));
    }
    [[nodiscard]] Bedrijf* vind(std::int32_t kvk) {
        if (kvk < 0 || groep(kvk) + 1 >= m_vanaf.size()) return nullptr;
        const auto begin = m_alle.begin() + m_vanaf[groep(kvk)], einde = m_alle.begin() + m_vanaf[groep(kvk) + 1];
        const auto plek = std::ranges::lower_bound(begin, einde, kvk, {}, &Bedrijf::kvk);
        return plek != einde && plek->kvk == kvk ? &*plek : nullptr;
    }

  private:
    static std::size_t groep(std::int32_t kvk) { return static_cast<std::size_t>(kvk) / 64; }
    std::vector<Bedrijf> m_alle;
    std::vector<std::uint32_t> m_vanaf;  ///< where each group of numbers begins
};

/// Rows of the registers on their way into a graph. Two read at the same time; what is shared is under `slot`.
class Inlezer {
  public:
    explicit Inlezer(Geheugen::Graaf::Binnenwerk& zelf) : m_zelf(zelf) {
        const auto klasse = [&](const char* soort, graph::Zicht zicht) { return m_bouwer.klasse(zelf.type_van(soort), {zicht}); };
        m_adres = klasse("adres", zicht_bag);
        m_pand = klasse("pand", zicht_bag);
        m_vestiging = klasse("vestiging", zicht_handelsregister);
        m_onderneming = klasse("onderneming", zicht_handelsregister);
        m_gevestigd = zelf.type_van("gevestigd");
        m_in_pand = kenmerk(zelf.type_van("in_pand"), zicht_bag);
        m_vestiging_van = kenmerk(zelf.type_van("vestiging_van"), zicht_handelsregister);
    }

    /// Addresses and their buildings, by the object they have in common.
    void lees_bag(db::Verbinding& v) {
        std::vector<std::pair<std::int64_t, std::int64_t>> adressen, panden;
        store::adressen(v, [&](const store::Adresrij& r) { adressen.emplace_back(r.object, r.nummeraanduiding); });
        store::panden(v, [&](const store::Pandrij& r) { panden.emplace_back(r.object, r.pand); });
        std::ranges::sort(adressen);
        std::ranges::sort(panden);
        std::vector<Sleutel> van, naar;
        const auto breng_in = [&] {
            const std::lock_guard houd(m_slot);
            m_bouwer.plekken(van, m_adres, m_plekken);
            m_bouwer.plekken(naar, m_pand, m_plekken_naar);
            for (std::size_t i = 0; i < van.size(); ++i) m_bouwer.band(m_plekken[i], m_plekken_naar[i], m_in_pand);
            m_banden += van.size();
            van.clear();
            naar.clear();
        };
        auto pand = panden.begin();
        for (const auto& [object, adres] : adressen) {
            while (pand != panden.end() && pand->first < object) ++pand;
            for (auto p = pand; p != panden.end() && p->first == object; ++p) {
                const auto a = genummerde(1, adres), b = genummerde(2, p->second);
                if (!a || !b) continue;
                van.push_back(*a);
                naar.push_back(*b);
                if (van.size() == per_keer) breng_in();
            }
        }
        breng_in();
    }

    void lees_bedrijven(db::Verbinding& v) {
        store::bedrijven(v, [&](std::int32_t kvk, const Uuid& id) { m_bedrijven.voeg_toe(kvk, id); });
        m_bedrijven.klaar();
    }

    void lees_vestigingen(db::Verbinding& v) {
        std::vector<Versie> versies;
        const auto breng_in = [&] {
            const std::lock_guard houd(m_slot);
            m_sleutels.clear();
            for (const auto& w : versies) m_sleutels.push_back(w.vestiging);
            m_bouwer.plekken(m_sleutels, m_vestiging, m_plekken);
            geef_adressen_een_plek(versies);
            for (std::size_t i = 0; i < versies.size(); ++i) {
                if (auto* bedrijf = versies[i].bedrijf; bedrijf != nullptr && eerste_keer(m_plekken[i], plek_van(*bedrijf))) leg(m_plekken[i], bedrijf->plek, m_vestiging_van);
                if (versies[i].adres) leg(m_plekken[i], *m_volgend_adres++, gevestigd(versies[i].rij));
            }
            versies.clear();
        };
        store::vestigingen(v, [&](const store::Bedrijfsrij& r) {
            const auto vestiging = genummerde(3, r.vestiging);
            const auto adres = r.adres ? genummerde(1, *r.adres) : std::nullopt;
            auto* bedrijf = m_bedrijven.vind(r.kvk);
            if (!vestiging || (!adres && bedrijf == nullptr)) return;
            versies.push_back({*vestiging, adres, bedrijf, r});
            if (versies.size() == per_keer) breng_in();
        });
        breng_in();
    }

    void lees_ondernemingen(db::Verbinding& v) {
        std::vector<Versie> versies;
        const auto breng_in = [&] {
            const std::lock_guard houd(m_slot);
            geef_adressen_een_plek(versies);
            for (const auto& w : versies) leg(plek_van(*w.bedrijf), *m_volgend_adres++, gevestigd(w.rij));
            versies.clear();
        };
        store::ondernemingen(v, [&](const store::Bedrijfsrij& r) {
            const auto adres = r.adres ? genummerde(1, *r.adres) : std::nullopt;
            auto* bedrijf = m_bedrijven.vind(r.kvk);
            if (!adres || bedrijf == nullptr) return;
            versies.push_back({0, adres, bedrijf, r});
            if (versies.size() == per_keer) breng_in();
        });
        breng_in();
    }

    [[nodiscard]] std::uint64_t banden() const noexcept { return m_banden; }
    [[nodiscard]] std::shared_ptr<const graph::Basis> klaar() {
        m_bedrijven = {};
        m_eerste = {};
        m_later = {};
        return std::move(m_bouwer).klaar();
    }

  private:
    static constexpr std::size_t per_keer = 4096;
    struct Versie {
        Sleutel vestiging = 0;
        std::optional<Sleutel> adres;
        Bedrijf* bedrijf = nullptr;
        store::Bedrijfsrij rij;
    };

    std::uint32_t kenmerk(std::uint16_t type, graph::Zicht zicht, graph::Periode periode = {}) {
        return m_bouwer.kenmerk({.periode = periode, .zicht = zicht, .type = type, .betrouwbaarheid = uit_register});
    }
    std::uint32_t gevestigd(const store::Bedrijfsrij& r) {
        graph::Periode periode;
        if (r.van) periode.van = *r.van;
        if (r.tot) periode.tot = std::max(*r.tot - 1, periode.van);
        return kenmerk(m_gevestigd, zicht_handelsregister, periode);
    }
    void leg(std::uint32_t van, std::uint32_t naar, std::uint32_t kenmerk) {
        m_bouwer.band(van, naar, kenmerk);
        ++m_banden;
    }
    std::uint32_t plek_van(Bedrijf& bedrijf) {
        if (bedrijf.plek == graph::geen_knoop) {
            const std::array sleutel{m_zelf.sleutel_van(bedrijf.id)};
            m_bouwer.plekken(sleutel, m_onderneming, m_een);
            bedrijf.plek = m_een.front();
        }
        return bedrijf.plek;
    }
    void geef_adressen_een_plek(const std::vector<Versie>& versies) {
        m_sleutels.clear();
        for (const auto& w : versies) {
            if (w.adres) m_sleutels.push_back(*w.adres);
        }
        m_bouwer.plekken(m_sleutels, m_adres, m_plekken_naar);
        m_volgend_adres = m_plekken_naar.begin();
    }
    /// An establishment is tied to its company once, in however many versions both stand. Few are ever of another one.
    bool eerste_keer(std::uint32_t vestiging, std::uint32_t bedrijf) {
        if (m_eerste.size() <= vestiging) m_eerste.resize(std::size_t{vestiging} + 1, graph::geen_knoop);
        auto& eerste = m_eerste[vestiging];
        if (eerste == bedrijf) return false;
        if (eerste != graph::geen_knoop) return m_later.emplace(vestiging, bedrijf).second;
        eerste = bedrijf;
        return true;
    }

    Geheugen::Graaf::Binnenwerk& m_zelf;
    Bedrijven m_bedrijven;
    std::uint32_t m_adres = 0, m_pand = 0, m_vestiging = 0, m_onderneming = 0, m_in_pand = 0, m_vestiging_van = 0;
    std::uint16_t m_gevestigd = 0;
    std::mutex m_slot;  ///< of everything below, and of what is in m_bedrijven and m_zelf
    graph::Bouwer m_bouwer;
    std::vector<Sleutel> m_sleutels;
    std::vector<std::uint32_t> m_plekken, m_plekken_naar, m_een, m_eerste;
    std::vector<std::uint32_t>::const_iterator m_volgend_adres;
    std::set<std::pair<std::uint32_t, std::uint32_t>> m_later;
    std::uint64_t m_banden = 0;
};

}  // namespace

void Geheugen::Graaf::Binnenwerk::laad_registers(db::Transactie& tx) {
    auto lezers = tx.meelezers(2);
    Inlezer inlezer(*this);
    std::promise<void> bekend;
    auto rest = std::async(std::launch::async, [&, wacht = bekend.get_future()]() mutable {
        inlezer.lees_bag(lezers[1]);
        wacht.get();
        inlezer.lees_ondernemingen(lezers[1]);
    });
    try {
        inlezer.lees_bedrijven(lezers[0]);
        bekend.set_value();
    } catch (...) {
        bekend.set_exception(std::current_exception());
        throw;
    }
    inlezer.lees_vestigingen(lezers[0]);
    rest.get();
    registerbanden = inlezer.banden();
    graaf = std::make_shared<graph::Netwerk>(inlezer.klaar());
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
    const auto al = uuids.size();
    laad_registers(tx);
    const auto van_registers = uuids.size();
    werk_bij({}, knooprijen, bandrijen_nu);
    const auto nu = graaf->opname();
    for (const auto& [van, tot] : {std::pair(std::size_t{0}, al), std::pair(van_registers, uuids.size())}) {  // what the registers brought is there
        for (auto i = van; i < tot; ++i) {
            if (!nu->vind(met_uuid | i)) vergeet(met_uuid | i);
        }
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
