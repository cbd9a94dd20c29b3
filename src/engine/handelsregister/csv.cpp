// SPDX-License-Identifier: EUPL-1.2
#include "engine/handelsregister/csv.hpp"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "base/tekst.hpp"

namespace damwand::handelsregister {
namespace {

namespace bj = boost::json;

using csv::langste_rij;
constexpr auto meeste_kolommen = csv::meeste_cellen;

/// Where a column goes in the profile.
enum class Plek { boven, naam, registratie, eigenaar, adres, geo, namen, sbi, sbi_tekst };
struct Kolom {
    std::string_view naam;
    Plek plek = Plek::boven;
    bool getal = false;
};
constexpr std::array kolommen{Kolom{"kvkNummer"}, Kolom{"vestigingsnummer"}, Kolom{"naam", Plek::naam}, Kolom{"eersteHandelsnaam", Plek::naam}, Kolom{"statutaireNaam"},
                              Kolom{"rechtsvorm", Plek::eigenaar}, Kolom{"rsin", Plek::eigenaar}, Kolom{"handelsnamen", Plek::namen}, Kolom{"sbiCode", Plek::sbi},
                              Kolom{"sbiOmschrijving", Plek::sbi_tekst}, Kolom{"datumAanvang", Plek::registratie}, Kolom{"datumEinde", Plek::registratie},
                              Kolom{"formeleRegistratiedatum"}, Kolom{"totaalWerkzamePersonen", Plek::boven, true}, Kolom{"indHoofdvestiging"}, Kolom{"indCommercieleVestiging"},
                              Kolom{"indAfgeschermd", Plek::adres}, Kolom{"straatnaam", Plek::adres}, Kolom{"huisnummer", Plek::adres, true}, Kolom{"huisletter", Plek::adres},
                              Kolom{"huisnummerToevoeging", Plek::adres}, Kolom{"postcode", Plek::adres}, Kolom{"plaats", Plek::adres}, Kolom{"land", Plek::adres},
                              Kolom{"volledigAdres", Plek::adres}, Kolom{"nummerAanduidingId", Plek::geo}, Kolom{"addresseerbaarObjectId", Plek::geo}};

Fout slechte_kop(std::string uitleg) { return {FoutSoort::ongeldig, "csv-kop", std::move(uitleg)}; }

bj::value waarde(const Kolom& kolom, std::string_view cel) {
    const bool cijfers = cel.size() <= 9 && cel.find_first_not_of("0123456789") == std::string_view::npos;
    return kolom.getal && cijfers ? bj::value(std::stoll(std::string(cel))) : bj::value(cel);
}

/// The reader names the place in the profile; whoever made the file knows columns.
void naar_kolom(VeldFout& fout) {
    auto laatste = fout.veld.substr(fout.veld.rfind('/') + 1);
    if (fout.veld.starts_with("/handelsnamen")) laatste = "handelsnamen";
    fout.veld = "kolom " + laatste;
}

}  // namespace

void Csvlezer::neem(std::string_view stuk) {
    if (!m_snijder) {
        const auto einde = stuk.find('\n');
        m_kop += stuk.substr(0, einde);
        if (m_kop.size() > langste_rij) throw slechte_kop("De eerste regel van dit CSV-bestand is langer dan 1 MiB.");
        if (einde == std::string_view::npos) return;
        lees_kop();
        stuk.remove_prefix(einde + 1);
    }
    m_snijder->neem(stuk);
}

void Csvlezer::sluit() {
    if (!m_snijder) {
        if (m_kop.empty()) return;
        lees_kop();
    }
    m_snijder->sluit();
}

void Csvlezer::lees_kop() {
    if (m_kop.starts_with("\xFF\xFE") || m_kop.starts_with("\xFE\xFF") || m_kop.find('\0') != std::string::npos)
        throw slechte_kop("Dit CSV-bestand is UTF-16. Sla het op als \"CSV UTF-8\" en probeer het opnieuw.");
    if (m_kop.starts_with("\xEF\xBB\xBF")) m_kop.erase(0, 3);
    if (!is_nette_tekst(m_kop)) throw slechte_kop("De eerste regel van dit CSV-bestand is geen UTF-8. Sla het op als \"CSV UTF-8\" en probeer het opnieuw.");
    const char scheiding = std::count(m_kop.begin(), m_kop.end(), ';') > std::count(m_kop.begin(), m_kop.end(), ',') ? ';' : ',';
    while (!m_kop.empty() && (m_kop.back() == '\n' || m_kop.back() == '\r')) m_kop.pop_back();
    std::string naam;
    bool nummer = false;
    for (const char c : m_kop + scheiding) {
        if (c != scheiding) {
            if (c != '"' && c != ' ') naam += c;
            continue;
        }
        const auto plek = static_cast<std::size_t>(std::find_if(kolommen.begin(), kolommen.end(), [&](const Kolom& k) { return vouw(k.naam) == vouw(naam); }) - kolommen.begin());
        if (plek < kolommen.size() && std::find(m_kolommen.begin(), m_kolommen.end(), plek) != m_kolommen.end())
            throw slechte_kop("De kolom " + std::string(kolommen[plek].naam) + " staat twee keer in de eerste regel van dit CSV-bestand.");
        nummer = nummer || plek == 0;
        m_kolommen.push_back(plek);
        m_namen.push_back(std::exchange(naam, {}).substr(0, 60));
        if (m_kolommen.size() > meeste_kolommen) throw slechte_kop("Dit CSV-bestand heeft meer dan 200 kolommen.");
    }
    if (!nummer) throw slechte_kop("De eerste regel van dit CSV-bestand noemt geen kolom kvkNummer. Op de eerste regel horen de namen van de kolommen te staan.");
    m_snijder.emplace(scheiding, 2, [this](const csv::Snijder::Rij& r) { rij(r); });
}

void Csvlezer::rij(const csv::Snijder::Rij& r) {
    if (r.te_lang) m_oogst.keur_af(r.regel, {{"", "te-lang", "Deze regel is langer dan 1 MiB of heeft meer dan 200 kolommen."}});
    else if (r.aanhaling) m_oogst.keur_af(r.regel, {{"", "csv-aanhaling", "De aanhalingstekens in deze regel kloppen niet."}});
    else if (!std::all_of(r.cellen.begin(), r.cellen.end(), [](const auto& cel) { return is_nette_tekst(cel); }))
        m_oogst.keur_af(r.regel, {{"", "geen-utf8", "Deze regel is geen UTF-8. Sla het bestand op als \"CSV UTF-8\"."}});
    else if (r.cellen.size() != m_kolommen.size())
        m_oogst.keur_af(r.regel, {{"", "csv-kolommen", "Deze regel heeft een ander aantal kolommen dan de eerste regel."}});
    else lees_rij(r);
}

void Csvlezer::lees_rij(const csv::Snijder::Rij& r) {
    bj::object boven, registratie, eigenaar, adres, geo;
    bj::array namen, sbi;
    std::vector<std::string> sbi_tekst;
    std::string_view naam;
    bool vestiging = false;
    for (std::size_t nr = 0; nr < m_kolommen.size(); ++nr) {
        const auto inhoud = trim(r.cellen[nr]);
        if (inhoud.empty()) continue;
        if (m_kolommen[nr] >= kolommen.size()) {
            ++m_oogst.verslag().onbekend["kolom/" + m_namen[nr]];
            continue;
        }
        const auto& kolom = kolommen[m_kolommen[nr]];
        vestiging = vestiging || kolom.naam == "vestigingsnummer";
        switch (kolom.plek) {
            case Plek::boven: boven[kolom.naam] = waarde(kolom, inhoud); break;
            case Plek::naam: naam = inhoud; break;
            case Plek::registratie: registratie[kolom.naam] = inhoud; break;
            case Plek::eigenaar: eigenaar[kolom.naam] = inhoud; break;
            case Plek::adres: adres[kolom.naam] = waarde(kolom, inhoud); break;
            case Plek::geo: geo[kolom.naam] = inhoud; break;
            case Plek::namen:
                for (const auto& een : splits(inhoud, '|')) namen.push_back(bj::object{{"naam", een}, {"volgorde", namen.size()}});
                break;
            case Plek::sbi:
                for (const auto& een : splits(inhoud, '|')) sbi.push_back(bj::object{{"sbiCode", een}, {"indHoofdactiviteit", sbi.empty() ? "Ja" : "Nee"}});
                break;
            case Plek::sbi_tekst: sbi_tekst = splits(inhoud, '|'); break;
        }
    }
    for (std::size_t nr = 0; nr < std::min(sbi.size(), sbi_tekst.size()); ++nr) sbi[nr].as_object()["sbiOmschrijving"] = sbi_tekst[nr];
    boven[vestiging ? "eersteHandelsnaam" : "naam"] = naam;
    if (!namen.empty()) boven["handelsnamen"] = std::move(namen);
    if (!sbi.empty()) boven["sbiActiviteiten"] = std::move(sbi);
    if (!registratie.empty()) boven["materieleRegistratie"] = std::move(registratie);
    bj::array adressen;
    if (!geo.empty()) adres["geoData"] = std::move(geo);
    if (!adres.empty()) {
        adres["type"] = "bezoekadres";
        adressen.push_back(std::move(adres));
    }
    if (vestiging) {
        boven["adressen"] = std::move(adressen);
    } else {
        eigenaar["adressen"] = std::move(adressen);
        boven["_embedded"] = bj::object{{"eigenaar", std::move(eigenaar)}};
    }
    m_oogst.lees(bj::value(std::move(boven)), r.regel, naar_kolom);
}

}  // namespace damwand::handelsregister
