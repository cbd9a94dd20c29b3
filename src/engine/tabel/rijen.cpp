// SPDX-License-Identifier: EUPL-1.2
#include "engine/tabel/rijen.hpp"

#include <algorithm>
#include <set>

#include "base/tekst.hpp"

namespace damwand::tabel {

Fout ongeldig(std::string uitleg) { return {FoutSoort::ongeldig, "tabel-ongeldig", std::move(uitleg)}; }

namespace {

Fout slechte_kop(std::string uitleg) { return {FoutSoort::ongeldig, "tabel-kop", std::move(uitleg)}; }

bool leeg(const std::vector<std::string>& cellen) {
    return std::ranges::all_of(cellen, [](const std::string& c) { return c.empty(); });
}

}  // namespace

void Rijenteller::rij(std::uint64_t regel, std::vector<std::string>& cellen, bool precies) {
    if (regel < m_opties.kopregel) return;
    for (auto& cel : cellen) cel = std::string(trim(cel));
    if (leeg(cellen)) return;
    if (m_kolommen == 0) {
        lees_kop(cellen);
        return;
    }
    if (m_verslag.gelezen + m_verslag.afgekeurd >= meeste_rijen) throw ongeldig("Deze tabel heeft meer dan vijf miljoen rijen.");
    const auto gevuld = static_cast<std::size_t>(std::ranges::find_if(cellen.rbegin(), cellen.rend(), [](const std::string& c) { return !c.empty(); }).base() - cellen.begin());
    if (precies ? cellen.size() != m_kolommen : gevuld > m_kolommen) {
        keur_af(regel, "heeft een ander aantal kolommen dan de regel met namen");
        return;
    }
    cellen.resize(m_kolommen);
    if (std::ranges::any_of(cellen, [](const std::string& c) { return c.size() > langste_cel; })) {
        keur_af(regel, "heeft een cel van meer dan 64 KiB");
    } else if (!std::ranges::all_of(cellen, [](const std::string& c) { return is_nette_tekst(c); })) {
        keur_af(regel, "heeft tekens die geen tekst zijn; klopt de tekenset?");
    } else {
        ++m_verslag.gelezen;
        m_afnemer.rij(regel, cellen);
    }
}

void Rijenteller::keur_af(std::uint64_t regel, std::string reden) {
    ++m_verslag.afgekeurd;
    m_afnemer.ontvang(Afkeuring{regel, std::move(reden)});
}

void Rijenteller::lees_kop(std::vector<std::string>& cellen) {
    while (!cellen.empty() && cellen.back().empty()) cellen.pop_back();
    if (cellen.size() > meeste_kolommen) throw slechte_kop("Deze tabel heeft meer dan 200 kolommen.");
    std::set<std::string> gezien;
    for (auto& naam : cellen) {
        for (auto& c : naam) {
            if (c == '\n' || c == '\r' || c == '\t') c = ' ';
        }
        if (!is_nette_tekst(naam)) throw slechte_kop("De regel met de namen van de kolommen heeft tekens die geen tekst zijn. Klopt de tekenset?");
        if (naam.empty()) throw slechte_kop("In de regel met de namen van de kolommen ontbreekt er een.");
        if (lengte(naam) > 100) throw slechte_kop("De naam van een kolom is langer dan honderd tekens. Staat op deze regel wel een naam per kolom?");
        if (!gezien.insert(naam).second) throw slechte_kop("De kolom \"" + naam + "\" staat twee keer in de regel met namen.");
    }
    m_kolommen = cellen.size();
    m_afnemer.kop(cellen);
}

Leesverslag Rijenteller::klaar(Soort soort) && {
    if (m_kolommen == 0) throw slechte_kop("In dit bestand staat geen regel met de namen van de kolommen.");
    m_verslag.soort = soort;
    return m_verslag;
}

}  // namespace damwand::tabel
