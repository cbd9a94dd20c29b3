// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/ontleding.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "engine/bag/elementen.hpp"
#include "engine/bag/waarden.hpp"

namespace damwand::bag {

namespace {

using E = Element;

constexpr std::size_t langste_blad = 4096;  // bytes; the longest text of the standard is 80 characters
constexpr std::size_t langste_posities = 16U << 20U;
constexpr std::size_t langste_onbekend = 100;

bool is_record(E element) noexcept {
    return (element >= E::woonplaats && element <= E::pand) || (element >= E::io_woonplaats && element <= E::io_pand) ||
           element == E::gwr_relatie;
}

}  // namespace

Ontleding::Ontleding(const std::string& naam, Afnemer& afnemer, Leesverslag& verslag, bool mutaties, Regelteller& waar)
    : m_naam(naam), m_afnemer(afnemer), m_verslag(verslag), m_mutaties(mutaties), m_waar(waar) {
    const auto streep = naam.rfind('/');
    if (const auto soort = soort_uit_naam(streep == std::string::npos ? naam : naam.substr(streep + 1))) {
        m_soort = *soort;
        m_soort_bekend = true;
    }
    m_stapel[0] = E::geen;
}

std::size_t Ontleding::grens_van_blad() const { return m_stapel[static_cast<std::size_t>(m_diepte)] == E::pos_list ? langste_posities : langste_blad; }

void Ontleding::gooi(std::string code, std::string_view uitleg, std::string voor_log) const {
    throw Fout(FoutSoort::ongeldig, std::move(code), fmt::format("{}, regel {}: {}", m_naam, regel(), uitleg), {}, std::move(voor_log));
}

void Ontleding::gooi_mutatie() const {
    gooi("bag-mutatie", "dit is een mutatiebericht, en hier wordt een volledig extract gevraagd. Verwerk het met damwand bag muteer.");
}

bool Ontleding::slaat_dit_over(const Kenmerken& kenmerken) {
    if (kenmerken.attributen > meeste_attributen || kenmerken.namespaces > meeste_namespaces) [[unlikely]]
        gooi("bag-te-groot", "een element heeft veel te veel attributen; zo ziet een BAG-levering er niet uit.");
    if (m_overslaan == 0) [[likely]] return false;
    if (++m_overslaan + m_diepte > diepste_element)
        gooi("bag-te-groot", "de elementen zijn te diep genest; zo ziet een BAG-levering er niet uit.");
    return true;
}

void Ontleding::begin_ander(E element, std::string_view naam, std::string_view uri, const Kenmerken& kenmerken) {
    const E ouder = m_stapel[static_cast<std::size_t>(m_diepte)];
    if (m_diepte == 0) begin_wortel(element, naam, uri);
    if (element == E::onbekend || !mag_in(ouder, element))
        return onbekend_element(naam, uri, ouder);
    if (m_diepte == diepste_element)
        gooi("bag-te-groot", "de elementen zijn te diep genest; zo ziet een BAG-levering er niet uit.");
    m_stapel[static_cast<std::size_t>(++m_diepte)] = element;
    begin_element(element, ouder, kenmerken);
}

void Ontleding::tekst(std::string_view stuk) {
    if (!wil_tekst() || m_blad_te_lang) return;
    if (m_blad.size() + stuk.size() > grens_van_blad())
        m_blad_te_lang = true;
    else
        m_blad.append(stuk);
}

E Ontleding::element_van(std::string_view naam, std::string_view uri) const {
    const auto element = zoek_element(uri, naam);
    if (element == E::onbekend) {
        if (const auto versie = andere_versie(uri))
            gooi("bag-schemaversie",
                 fmt::format("dit bestand volgt een andere versie van het BAG-schema dan {}. Vraag een levering aan "
                             "volgens BAG 2.0 Extract.",
                             *versie),
                 std::string(uri.substr(0, 200)));
    }
    return element;
}

std::string Ontleding::pad() const {
    std::string uit;
    for (int i = std::max(m_recorddiepte, 1); i <= m_diepte; ++i) {
        if (!uit.empty()) uit += '/';
        uit += elementnaam(m_stapel[static_cast<std::size_t>(i)]);
        if (i == m_recorddiepte && !m_opbouw.identificatie().empty()) uit += ' ' + m_opbouw.identificatie();
    }
    return uit;
}

void Ontleding::onbekend_element(std::string_view naam, std::string_view uri, E ouder) {
    m_overslaan = 1;
    if (is_mutatie(uri) && !m_mutaties) gooi_mutatie();
    if (ouder == E::bag_object || ouder == E::kenmerk_in_onderzoek) {
        ++m_verslag.vreemd.gelezen;
        ++m_verslag.vreemd.afgekeurd;
        m_afnemer.ontvang(Afkeuring{m_naam, regel(), std::string(elementnaam(ouder)),
                                    "het object heeft een type dat de BAG niet kent"});
    }
    std::string sleutel{elementnaam(ouder)};
    sleutel += '/';
    sleutel += naam.substr(0, langste_onbekend);
    if (m_verslag.onbekend.size() >= meeste_onbekend && !m_verslag.onbekend.contains(sleutel)) sleutel = "…";
    ++m_verslag.onbekend[sleutel];
}

void Ontleding::begin_wortel(E element, std::string_view naam, std::string_view uri) {
    m_wortel = element;
    if (element == E::levering || element == E::gwr) return;
    if (element == E::bag_mutaties && m_mutaties) return;
    if (is_mutatie(uri)) gooi_mutatie();
    if (element == E::bag_stand) {
        if (!m_mutaties) return;
        gooi("bag-geen-mutatie", "dit is een volledig extract, en hier worden mutaties gevraagd. Laad het met damwand bag laad.");
    }
    if (naam.starts_with("BAG-") || naam == "bagStand")
        gooi("bag-schemaversie",
             "dit bestand volgt een andere versie van het BAG-schema dan v20200601 (BAG 1.0?). Vraag een levering aan "
             "volgens BAG 2.0 Extract.",
             std::string(uri.substr(0, 200)));
    gooi("bag-geen-bag", "dit is geen BAG-levering. Geef het bestand op zoals het Kadaster het leverde.");
}

void Ontleding::begin_element(E element, E ouder, const Kenmerken& kenmerken) {
    const auto dimensie = [&](int anders) { return kenmerken.dimensie == 0 ? anders : kenmerken.dimensie; };
    if (is_record(element)) {
        m_recorddiepte = m_diepte;
        m_waar.merk();
        m_gemeld = false;
        m_opbouw.begin(element, m_soort, m_soort_bekend);
        return;
    }
    if (is_blad(element)) return begin_blad(element, kenmerken);
    switch (element) {
        case E::polygon:
            m_opbouw.begin_vlak(kenmerken.rd, std::max(0, dimensie(2)),
                                ouder == E::surface_member);
            break;
        case E::point:
            m_opbouw.begin_punt(kenmerken.rd, std::max(0, dimensie(2)));
            break;
        case E::linear_ring:
            m_opbouw.begin_ring(ouder == E::interior);
            break;
        case E::gebied_nld:
            m_levering.heel_nederland = true;
            break;
        case E::gemeente:
            m_gemeente.clear();
            break;
        case E::mutatie_bericht:
            if (!m_levering.mutaties_vanaf) gooi("bag-standdatum", "de mutatieperiode ontbreekt in het hoofd van het bestand.");
            meng_levering();
            m_afnemer.ontvang(m_levering);
            break;
        case E::toevoeging:
        case E::wijziging:
        case E::verwijdering:
            m_mutatie.nummer = ++m_verslag.mutaties;
            m_mutatie.soort = static_cast<Mutatiesoort>(static_cast<int>(element) - static_cast<int>(E::toevoeging) + 1);
            break;
        case E::was:
        case E::wordt:
            m_mutatie.was = element == E::was;
            break;
        // Records may follow: what the head of this file says must be settled first.
        case E::stand_bestand:
            meng_levering();
            break;
        default:
            break;
    }
}

void Ontleding::einde() {
    if (m_overslaan > 0) {
        --m_overslaan;
        return;
    }
    const E element = m_stapel[static_cast<std::size_t>(m_diepte)];
    const E ouder = m_stapel[static_cast<std::size_t>(m_diepte) - 1];
    if (is_blad(element))
        einde_blad(element, ouder, m_blad);
    else if (element == E::polygon) {
        m_opbouw.einde_vlak();
        if (!m_opbouw.reden().empty()) onthoud_fout();
    } else if (m_diepte == m_recorddiepte)
        einde_record();
    else if (element == E::levering) {
        meng_levering();
        m_afnemer.ontvang(m_levering);
    }
    --m_diepte;
}

/// A leaf whose text came in one piece, with its end.
void Ontleding::blad(std::string_view ruw) {
    m_blad_te_lang = ruw.size() > grens_van_blad();
    einde_blad(m_stapel[static_cast<std::size_t>(m_diepte)], m_stapel[static_cast<std::size_t>(m_diepte) - 1], ruw);
    --m_diepte;
}

void Ontleding::einde_blad(E element, E ouder, std::string_view ruw) {
    m_in_blad = false;
    const auto kaal = [](char c) { return c > ' '; };
    const auto tekst = !ruw.empty() && kaal(ruw.front()) && kaal(ruw.back()) ? ruw : trim(ruw);
    if (m_recorddiepte == 0) return hoofd(element, tekst);
    if (m_blad_te_lang)
        m_opbouw.keur_af("de tekst is veel te lang");
    else if (m_blad_dimensie < 0)
        m_opbouw.keur_af("srsDimension is geen 2 of 3");
    else
        m_opbouw.blad(element, ouder, tekst, m_blad_dimensie);
    if (!m_opbouw.reden().empty()) onthoud_fout();
}

/// Remembers where the record first went wrong; it is handed over when its identification is known, at its end.
void Ontleding::onthoud_fout() {
    if (m_gemeld) return;
    m_gemeld = true;
    m_regel = regel();
    m_pad.clear();
    for (int i = m_recorddiepte + 1; i <= m_diepte; ++i) {
        m_pad += '/';
        m_pad += elementnaam(m_stapel[static_cast<std::size_t>(i)]);
    }
}

Telling& Ontleding::telling() {
    const E record = m_opbouw.record();
    if (record == E::gwr_relatie) return m_verslag.gemeente_woonplaats;
    if (record > E::pand) return m_verslag.in_onderzoek;
    return m_verslag
        .objecten[static_cast<std::size_t>(m_opbouw.soort()) - 1][static_cast<std::size_t>(m_opbouw.type())];
}

void Ontleding::einde_record() {
    if (m_opbouw.reden().empty()) {
        m_opbouw.rond_af();
        if (!m_opbouw.reden().empty()) m_pad.clear();
    }
    auto& getal = telling();
    ++getal.gelezen;
    ++m_records;
    if (m_opbouw.reden().empty()) {
        ++getal.aangeboden;
        if (const auto* geometrie = m_opbouw.geometrie()) {
            m_verslag.met_hoogte += geometrie->hoogte_weg ? 1 : 0;
            m_verslag.afgerond += geometrie->afgerond ? 1 : 0;
        }
        if (m_wortel == E::bag_mutaties) {
            m_mutatie.bestand = m_naam;
            m_mutatie.regel = regel_van_record();
            m_afnemer.ontvang(m_mutatie);
        }
        m_opbouw.bied_aan(m_afnemer);
    } else {
        ++getal.afgekeurd;
        m_afnemer.ontvang(Afkeuring{m_naam, regel_van_record(), pad() + m_pad, m_opbouw.reden()});
    }
    m_recorddiepte = 0;
}

/// The head of the file: what and when it is about.
void Ontleding::hoofd(E element, std::string_view tekst) {
    switch (element) {
        case E::stand_technische_datum: {
            const auto datum = lees_bag_datum(tekst);
            if (!datum) gooi("bag-standdatum", "de standdatum is geen bestaande datum; het bestand is beschadigd.");
            if (m_wortel != E::gwr) m_levering.standdatum = *datum;
            return;
        }
        case E::mutatiedatum_vanaf:
        case E::mutatiedatum_tot: {
            const auto datum = lees_bag_datum(tekst);
            if (!datum) gooi("bag-standdatum", "de mutatieperiode heeft een datum die niet bestaat; het bestand is beschadigd.");
            if (element == E::mutatiedatum_vanaf)
                m_levering.mutaties_vanaf = *datum;
            else if (*datum != m_levering.standdatum)
                gooi("bag-standdatum",
                     fmt::format("de mutaties lopen tot {} en de stand is van {}; die horen gelijk te zijn.", damwand::tekst(*datum),
                                 damwand::tekst(m_levering.standdatum)));
            return;
        }
        case E::schema_naam:
            m_levering.schema = tekst.substr(0, 200);
            return;
        case E::gemeente_identificatie: {
            const auto code = Gemeentecode::lees(tekst);
            if (!code) gooi("bag-geen-bag", "de gemeentecode in het hoofd heeft geen vier cijfers.");
            m_levering.gemeenten.push_back({*code, {}});
            return;
        }
        case E::gemeente_naam:
            if (!m_levering.gemeenten.empty() && is_nette_tekst(tekst))
                m_levering.gemeenten.back().naam = tekst.substr(0, 80);
            return;
        default:
            return;
    }
}

/// Parts of one delivery share one reference date; the areas are added up.
void Ontleding::meng_levering() {
    auto& alles = m_verslag.levering;
    if (m_levering.standdatum == Datum{})
        gooi("bag-standdatum", "de standdatum ontbreekt in het hoofd van het bestand.");
    if (alles.standdatum == Datum{})
        alles.standdatum = m_levering.standdatum;
    else if (alles.standdatum != m_levering.standdatum)
        gooi("bag-standdatum",
             fmt::format("de standdatum {} is anders dan die van de rest ({}). Laad een levering tegelijk.",
                         damwand::tekst(m_levering.standdatum), damwand::tekst(alles.standdatum)));
    if (!alles.mutaties_vanaf)
        alles.mutaties_vanaf = m_levering.mutaties_vanaf;
    else if (m_levering.mutaties_vanaf && alles.mutaties_vanaf != m_levering.mutaties_vanaf)
        gooi("bag-standdatum", "de mutatieperiode is anders dan die van de rest. Verwerk een levering tegelijk, de oudste eerst.");
    std::sort(m_levering.gemeenten.begin(), m_levering.gemeenten.end(),
              [](const auto& a, const auto& b) { return a.gemeente < b.gemeente; });
    bag::meng_levering(alles, m_levering);
}

void meng_levering(Levering& alles, const Levering& deel) {
    alles.heel_nederland = alles.heel_nederland || deel.heel_nederland;
    if (alles.schema.empty()) alles.schema = deel.schema;
    for (const auto& gebied : deel.gemeenten) {
        const auto plek = std::lower_bound(alles.gemeenten.begin(), alles.gemeenten.end(), gebied,
                                           [](const auto& a, const auto& b) { return a.gemeente < b.gemeente; });
        if (plek == alles.gemeenten.end() || plek->gemeente != gebied.gemeente)
            alles.gemeenten.insert(plek, gebied);
        else if (plek->naam.empty())
            plek->naam = gebied.naam;
    }
}

std::optional<Bestandsoort> soort_uit_naam(std::string_view bestandsnaam) noexcept {
    if (bestandsnaam.size() < 7) return std::nullopt;
    for (const char c : bestandsnaam.substr(0, 4)) {
        if (c < '0' || c > '9') return std::nullopt;
    }
    const auto begint_met_type = [](std::string_view tekst) {
        return std::any_of(alle_objecttypen.begin(), alle_objecttypen.end(),
                           [&](ObjectType type) { return tekst.starts_with(code(type)); });
    };
    const auto rest = bestandsnaam.substr(4);
    if (begint_met_type(rest)) return Bestandsoort::stand;
    if (!begint_met_type(rest.substr(2))) return std::nullopt;
    if (rest.starts_with("IA")) return Bestandsoort::inactief;
    if (rest.starts_with("NB")) return Bestandsoort::niet_bag;
    return std::nullopt;
}

}  // namespace damwand::bag
