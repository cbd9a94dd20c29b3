// SPDX-License-Identifier: EUPL-1.2
#include "engine/graph/lijst.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "base/tijd.hpp"
#include "engine/graph/formaten.hpp"
#include "engine/graph/netwerk.hpp"

namespace damwand::graph {
namespace {

constexpr std::size_t meeste_meldingen = 100;
constexpr std::size_t langste_id = 1000;  // bytes

constexpr std::int32_t open_begin = Periode{}.van, open_einde = Periode{}.tot;

bool een_van(std::string_view naam, std::initializer_list<std::string_view> namen) { return std::find(namen.begin(), namen.end(), naam) != namen.end(); }

}  // namespace

std::shared_ptr<const Basis> basis_van(const Lijst& lijst) {
    Bouwer bouwer;
    for (std::size_t i = 0; i < lijst.knopen.size(); ++i) bouwer.knoop({.sleutel = i, .type = lijst.knopen[i].type});
    for (std::size_t i = 0; i < lijst.banden.size(); ++i) {
        const auto& b = lijst.banden[i];
        bouwer.band({.van = b.van, .naar = b.naar, .kenmerk = {b.periode, openbaar, b.type, b.betrouwbaarheid}, .id = i + 1});
    }
    return std::move(bouwer).klaar();
}

std::optional<Formaat> formaat_van(std::string_view naam) {
    const auto punt = naam.rfind('.');
    if (punt == std::string_view::npos) return std::nullopt;
    const auto eind = vouw(naam.substr(punt + 1));
    if (een_van(eind, {"csv", "tsv", "txt"})) return Formaat::csv;
    if (eind == "graphml") return Formaat::graphml;
    if (eind == "gexf") return Formaat::gexf;
    if (een_van(eind, {"ftm", "json", "jsonl", "ijson"})) return Formaat::ftm;
    return std::nullopt;
}

Lijst lees(std::istream& in, Formaat formaat, Leesverslag& verslag, const LeesOpties& opties) {
    Lijst uit;
    Lijstmaker maker(uit, verslag, opties);
    switch (formaat) {
        case Formaat::csv: lees_csv(in, maker); break;
        case Formaat::graphml: lees_graphml(in, maker); break;
        case Formaat::gexf: lees_gexf(in, maker); break;
        case Formaat::ftm: lees_ftm(in, maker); break;
        case Formaat::i2: throw Fout(FoutSoort::ongeldig, "graaf-formaat", "Bestanden van i2 worden alleen geschreven.");
    }
    return uit;
}

void schrijf(std::ostream& uit, Formaat formaat, const Lijst& lijst) {
    switch (formaat) {
        case Formaat::csv: return schrijf_csv(uit, lijst);
        case Formaat::graphml: return schrijf_graphml(uit, lijst);
        case Formaat::gexf: return schrijf_gexf(uit, lijst);
        case Formaat::ftm: return schrijf_ftm(uit, lijst);
        case Formaat::i2: return schrijf_i2(uit, lijst);
    }
}

std::optional<std::uint32_t> Lijstmaker::vind(std::string_view id) const {
    const auto plek = m_knopen.find(id);
    return plek == m_knopen.end() ? std::nullopt : std::optional(plek->second);
}

std::uint32_t Lijstmaker::knoop(std::string_view id) {
    if (const auto plek = vind(id)) return *plek;
    if (m_lijst.knopen.size() >= m_opties.meeste_knopen) throw Fout(FoutSoort::te_groot, "graaf-te-groot", m_opties.bestand + ": er staan meer knopen in dan mag.");
    const auto plek = static_cast<std::uint32_t>(m_lijst.knopen.size());
    m_knopen.emplace(id, plek);
    m_lijst.knopen.push_back({.id = std::string(id)});
    return plek;
}

void Lijstmaker::band(Lijstband band) {
    if (m_lijst.banden.size() >= m_opties.meeste_banden) throw Fout(FoutSoort::te_groot, "graaf-te-groot", m_opties.bestand + ": er staan meer verbanden in dan mag.");
    m_lijst.banden.push_back(std::move(band));
}

void Lijstmaker::neem(Ruwrecord record) {
    ++m_verslag.gelezen;
    if (!record.is_band) return neem_knoop(record);
    for (const auto* eind : {&record.van, &record.naar}) {
        if (!is_id(*eind)) return keur_af(record.regel, "uiteinden", "Dit verband heeft geen twee uiteinden.");
    }
    if (vind(record.van) && vind(record.naar)) return neem_band(record);
    if (m_wachtend.size() >= m_opties.meeste_banden) throw Fout(FoutSoort::te_groot, "graaf-te-groot", m_opties.bestand + ": er staan meer verbanden in dan mag.");
    m_wachtend.push_back(std::move(record));
}

void Lijstmaker::sluit() {
    for (auto& record : std::exchange(m_wachtend, {})) {
        if (vind(record.van) && vind(record.naar)) neem_band(record);
        else keur_af(record.regel, "uiteinden", "Dit verband noemt een knoop die niet in het bestand staat.");
    }
}

void Lijstmaker::neem_knoop(Ruwrecord& record) {
    if (!is_id(record.id)) return keur_af(record.regel, "id", "Deze knoop heeft geen id van ten hoogste 1.000 bytes.");
    if (vind(record.id)) return keur_af(record.regel, "id", "Deze knoop staat er al.");
    auto& knoop = m_lijst.knopen[this->knoop(record.id)];
    for (auto& e : record.eigenschappen) {
        if (een_van(e.naam, {"type", "soort"}) && knoop.type == 0) knoop.type = knooptype(e.waarde);
        else if (een_van(e.naam, {"naam", "label", "name"}) && knoop.naam.empty()) knoop.naam = std::move(e.waarde);
        else knoop.eigenschappen.push_back(std::move(e));
    }
}

void Lijstmaker::neem_band(Ruwrecord& record) {
    Lijstband band{.van = *vind(record.van), .naar = *vind(record.naar), .id = std::move(record.id)};
    try {
        for (auto& e : record.eigenschappen) {
            if (een_van(e.naam, {"type", "soort", "label"}) && band.type == 0) band.type = bandtype(e.waarde);
            else if (!zet_vaste_eigenschap(band, e.naam, e.waarde)) band.eigenschappen.push_back(std::move(e));
        }
    } catch (const Afkeuring& a) {
        return keur_af(record.regel, a.pad, a.reden);
    }
    this->band(std::move(band));
}

std::uint16_t Lijstmaker::type(std::vector<std::string>& lijst, Op<std::uint16_t>& op, std::string_view naam) {
    if (naam.empty()) return 0;
    if (const auto plek = op.find(naam); plek != op.end()) return plek->second;
    if (lijst.size() > 60'000) throw Fout(FoutSoort::te_groot, "graaf-te-groot", m_opties.bestand + ": er staan meer dan 60.000 soorten in.");
    const auto nummer = static_cast<std::uint16_t>(lijst.size());
    lijst.emplace_back(naam);
    op.emplace(naam, nummer);
    return nummer;
}

void Lijstmaker::keur_af(std::uint64_t regel, std::string pad, std::string reden) {
    ++m_verslag.afgekeurd;
    if (m_verslag.afkeuringen.size() < meeste_meldingen) m_verslag.afkeuringen.push_back({regel, std::move(pad), std::move(reden)});
}

void Lijstmaker::onbekend(std::string_view naam) {
    auto& lijst = m_verslag.onbekend;
    const auto kort = naam.substr(0, 60);
    if (lijst.size() < meeste_meldingen && std::find(lijst.begin(), lijst.end(), kort) == lijst.end()) lijst.emplace_back(kort);
}

void Lijstmaker::meld(std::uint64_t bytes) {
    if (!m_opties.voortgang || (bytes < m_gemeld && bytes != 0)) return;
    m_gemeld = bytes + (64U << 10U);
    if (!m_opties.voortgang({bytes, m_opties.bytes})) throw Fout(FoutSoort::botsing, "afgebroken", "Het lezen is op verzoek afgebroken.");
}

bool is_id(std::string_view id) { return !id.empty() && id.size() <= langste_id && is_nette_tekst(id); }

std::optional<std::int32_t> lees_dag(std::string_view tekst) {
    const auto datum = lees_datum(tekst);
    if (!datum) return std::nullopt;
    return static_cast<std::int32_t>(std::chrono::sys_days{*datum}.time_since_epoch().count());
}

std::string dag_tekst(std::int32_t dag) { return tekst(Datum{std::chrono::sys_days{std::chrono::days{dag}}}); }

std::optional<Betrouwbaarheid> lees_betrouwbaarheid(std::string_view t) {
    if (t.size() != 2 || t[0] < 'A' || t[0] > 'F' || t[1] < '1' || t[1] > '6') return std::nullopt;
    return Betrouwbaarheid{static_cast<std::uint8_t>(t[0] - 'A'), static_cast<std::uint8_t>(t[1] - '0')};
}

std::string betrouwbaarheid_tekst(Betrouwbaarheid b) { return {static_cast<char>('A' + b.bron), static_cast<char>('0' + b.waarde)}; }

bool zet_vaste_eigenschap(Lijstband& band, std::string_view naam, std::string_view waarde) {
    const auto dag = [&](std::int32_t& waar, std::int32_t open) {
        const auto d = waarde.empty() ? std::optional(open) : lees_dag(waarde.substr(0, 10));
        if (!d) throw Afkeuring{0, std::string(naam), "Dit is geen datum, zoals 2026-11-22."};
        waar = *d;
        return true;
    };
    if (een_van(naam, {"geldigVan", "geldig_van", "vanaf", "startDate", "start"})) return dag(band.periode.van, open_begin);
    if (een_van(naam, {"geldigTot", "geldig_tot", "tot", "endDate", "end"})) return dag(band.periode.tot, open_einde);
    if (naam != "betrouwbaarheid") return false;
    const auto b = waarde.empty() ? std::optional(Betrouwbaarheid{}) : lees_betrouwbaarheid(waarde);
    if (!b) throw Afkeuring{0, std::string(naam), "Dit is geen betrouwbaarheid van A1 tot en met F6."};
    band.betrouwbaarheid = *b;
    return true;
}

std::vector<Eigenschap> vaste_eigenschappen(const Lijstband& band) {
    std::vector<Eigenschap> uit;
    if (band.periode.van != open_begin) uit.push_back({"geldigVan", dag_tekst(band.periode.van)});
    if (band.periode.tot != open_einde) uit.push_back({"geldigTot", dag_tekst(band.periode.tot)});
    if (band.betrouwbaarheid != Betrouwbaarheid{}) uit.push_back({"betrouwbaarheid", betrouwbaarheid_tekst(band.betrouwbaarheid)});
    return uit;
}

}  // namespace damwand::graph
