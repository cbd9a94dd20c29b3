// SPDX-License-Identifier: EUPL-1.2
#include "engine/handelsregister/profiel.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/json.hpp"
#include "base/tekst.hpp"

namespace damwand::handelsregister {
namespace {

namespace bj = boost::json;
using namespace std::chrono;

constexpr Datum conversie{year{2025}, September, day{5}};
constexpr std::size_t meeste_delen = 1000;  // names, activities or addresses of one profile
constexpr std::size_t langste_naam = 2000;  // bytes

bool cijfers(std::string_view w, std::size_t aantal) {
    return w.size() == aantal && w.find_first_not_of("0123456789") == std::string_view::npos;
}

/// One JSON object being read: says which members are known, keeps the faults of all.
class Object {
  public:
    Object(const bj::value& waarde, json::Lezer& lezer, std::string_view soort, std::map<std::string, std::uint64_t>& onbekend)
        : m_object(waarde.if_object()), m_lezer(lezer), m_soort(soort), m_onbekend(onbekend) {
        if (m_object == nullptr) lezer.fout("geen-object", "Hier hoort een JSON-object te staan.");
    }
    /// Counts what nobody asked for.
    ~Object() {
        if (m_object == nullptr) return;
        for (const auto& lid : *m_object) {
            const auto naam = std::string_view(lid.key());
            if (std::find(m_gevraagd.begin(), m_gevraagd.end(), naam) == m_gevraagd.end()) ++m_onbekend[fmt::format("{}/{}", m_soort, naam.substr(0, 60))];
        }
    }
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;

    /// Known, and of no use here.
    void laat(std::initializer_list<std::string_view> namen) { m_gevraagd.insert(m_gevraagd.end(), namen); }

    const bj::value* lid(std::string_view naam) {
        m_gevraagd.push_back(naam);
        const auto* w = m_object != nullptr ? m_object->if_contains(naam) : nullptr;
        return w != nullptr && !w->is_null() ? w : nullptr;
    }
    /// Text with its white space made single; empty when it is not there.
    std::string tekst(std::string_view naam, bool verplicht = false) {
        const auto* w = lid(naam);
        if (w == nullptr) {
            if (verplicht) fout(naam, "ontbreekt", "Dit veld ontbreekt.");
            return {};
        }
        if (!w->is_string() || w->get_string().size() > langste_naam) {
            fout(naam, "geen-tekst", "Hier hoort tekst van ten hoogste 2000 tekens te staan.");
            return {};
        }
        std::string uit;
        for (const char c : std::string_view(w->get_string())) {
            const bool wit = c == ' ' || (static_cast<unsigned char>(c) < ' ') || c == '\x7f';
            if (!wit) uit += c;
            else if (!uit.empty() && uit.back() != ' ') uit += ' ';
        }
        if (!uit.empty() && uit.back() == ' ') uit.pop_back();
        if (verplicht && uit.empty()) fout(naam, "ontbreekt", "Dit veld is leeg.");
        return uit;
    }
    /// So many digits. KVK gives ids as text, the BAG ids now and then as a number.
    std::string nummer(std::string_view naam, std::size_t aantal, bool verplicht) {
        const auto* w = lid(naam);
        std::string uit;
        if (w != nullptr && w->is_string()) uit = w->get_string();
        else if (w != nullptr && (w->is_int64() || w->is_uint64())) uit = bj::serialize(*w);
        if (w == nullptr || uit.empty()) {
            if (verplicht || (w != nullptr && !w->is_string())) fout(naam, "ontbreekt", fmt::format("Hier hoort een nummer van {} cijfers te staan.", aantal));
            return {};
        }
        if (!cijfers(uit, aantal)) {
            fout(naam, "geen-nummer", fmt::format("Hier hoort een nummer van {} cijfers te staan.", aantal));
            return {};
        }
        return uit;
    }
    std::int64_t bag_id(std::string_view naam) {
        const auto w = nummer(naam, 16, false);
        return w.empty() ? 0 : std::stoll(w);
    }
    std::optional<int> getal(std::string_view naam) {
        const auto* w = lid(naam);
        if (w == nullptr) return std::nullopt;
        if (!w->is_int64() || w->get_int64() < 0 || w->get_int64() > 99'999'999) {
            fout(naam, "geen-getal", "Hier hoort een geheel getal vanaf nul te staan.");
            return std::nullopt;
        }
        return static_cast<int>(w->get_int64());
    }
    bool janee(std::string_view naam) {
        const auto w = tekst(naam);
        if (w != "" && w != "Ja" && w != "Nee") fout(naam, "geen-janee", "Hier hoort Ja of Nee te staan.");
        return w == "Ja";
    }
    std::optional<Deeldatum> dag(std::string_view naam) {
        const auto w = tekst(naam);
        if (w.empty()) return std::nullopt;
        const auto uit = lees_deeldatum(w);
        if (!uit) fout(naam, "geen-dag", "Hier hoort een dag als JJJJMMDD te staan; maand en dag mogen 00 zijn.");
        return uit;
    }
    /// Each element of an array, with its path.
    template <class Doe>
    void elk(std::string_view naam, Doe doe) {
        const auto* w = lid(naam);
        if (w == nullptr) return;
        const json::Lezer::Stap stap(m_lezer, naam);
        if (!w->is_array() || w->get_array().size() > meeste_delen) {
            m_lezer.fout("geen-lijst", "Hier hoort een lijst van ten hoogste 1000 te staan.");
            return;
        }
        std::size_t nr = 0;
        for (const auto& een : w->get_array()) {
            const json::Lezer::Stap element(m_lezer, std::to_string(nr++));
            doe(een);
        }
    }
    /// The object at a member, when it is there.
    template <class Doe>
    void in(std::string_view naam, Doe doe) {
        const auto* w = lid(naam);
        if (w == nullptr) return;
        const json::Lezer::Stap stap(m_lezer, naam);
        doe(*w);
    }
    void fout(std::string_view naam, std::string code, std::string uitleg) {
        const json::Lezer::Stap stap(m_lezer, naam);
        m_lezer.fout(std::move(code), std::move(uitleg));
    }

  private:
    const bj::object* m_object;
    json::Lezer& m_lezer;
    std::string_view m_soort;
    std::map<std::string, std::uint64_t>& m_onbekend;
    std::vector<std::string_view> m_gevraagd;
};

/// Reads the parts that both profiles have.
class Lezing {
  public:
    Lezing(json::Lezer& lezer, Datum peildatum, std::map<std::string, std::uint64_t>& onbekend) : m_lezer(lezer), m_peildatum(peildatum), m_onbekend(onbekend) {}

    Object object(const bj::value& w, std::string_view soort) { return {w, m_lezer, soort, m_onbekend}; }

    /// In the order KVK gives them, whatever order they come in.
    std::vector<std::string> handelsnamen(Object& o) {
        std::multimap<int, std::string> gelezen;  // those of one place in the order they came
        o.elk("handelsnamen", [&](const bj::value& w) {
            auto een = object(w, "handelsnaam");
            const auto volgorde = een.getal("volgorde").value_or(0);
            if (auto naam = een.tekst("naam", true); !naam.empty()) gelezen.emplace(volgorde, std::move(naam));
        });
        std::vector<std::string> uit;
        for (auto& [volgorde, naam] : gelezen) {
            if (std::find(uit.begin(), uit.end(), naam) == uit.end()) uit.push_back(std::move(naam));
        }
        return uit;
    }

    std::vector<Sbi> activiteiten(Object& o) {
        std::vector<Sbi> uit;
        o.elk("sbiActiviteiten", [&](const bj::value& w) {
            auto een = object(w, "sbiActiviteit");
            Sbi sbi{.code = een.tekst("sbiCode", true), .omschrijving = een.tekst("sbiOmschrijving"), .hoofdactiviteit = een.janee("indHoofdactiviteit")};
            if (sbi.code.empty()) return;
            if (sbi.code.size() < 2 || !cijfers(sbi.code, std::min<std::size_t>(sbi.code.size(), 5))) {
                een.fout("sbiCode", "geen-sbi", "Een SBI-code heeft twee tot vijf cijfers.");
                return;
            }
            sbi.versie = sbi_versie(sbi.code, m_peildatum);
            uit.push_back(std::move(sbi));
        });
        return uit;
    }

    std::vector<Adres> adressen(Object& o) {
        std::vector<Adres> uit;
        o.elk("adressen", [&](const bj::value& w) { uit.push_back(adres(w)); });
        return uit;
    }

    template <class T>
    void registratie(Object& o, T& uit) {
        uit.geregistreerd = o.dag("formeleRegistratiedatum");
        o.in("materieleRegistratie", [&](const bj::value& w) {
            auto een = object(w, "materieleRegistratie");
            uit.aanvang = een.dag("datumAanvang");
            uit.einde = een.dag("datumEinde");
        });
    }

    Vestiging vestiging(const bj::value& w) {
        auto o = object(w, "vestiging");
        Vestiging uit;
        uit.nummer = o.nummer("vestigingsnummer", 12, true);
        uit.kvk_nummer = o.nummer("kvkNummer", 8, true);
        uit.naam = o.tekst("eersteHandelsnaam", true);
        uit.handelsnamen = handelsnamen(o);
        uit.hoofdvestiging = o.janee("indHoofdvestiging");
        uit.commercieel = o.janee("indCommercieleVestiging");
        registratie(o, uit);
        uit.werkzame_personen = o.getal("totaalWerkzamePersonen");
        uit.activiteiten = activiteiten(o);
        uit.adressen = adressen(o);
        o.laat({"rsin", "statutaireNaam", "indNonMailing", "voltijdWerkzamePersonen", "deeltijdWerkzamePersonen", "websites", "links", "_links"});
        return uit;
    }

    Onderneming onderneming(const bj::value& w) {
        auto o = object(w, "basisprofiel");
        Onderneming uit;
        uit.kvk_nummer = o.nummer("kvkNummer", 8, true);
        uit.naam = o.tekst("naam", true);
        uit.statutaire_naam = o.tekst("statutaireNaam");
        uit.handelsnamen = handelsnamen(o);
        registratie(o, uit);
        uit.werkzame_personen = o.getal("totaalWerkzamePersonen");
        uit.activiteiten = activiteiten(o);
        o.in("_embedded", [&](const bj::value& in) {
            auto ingebed = object(in, "_embedded");
            ingebed.in("hoofdvestiging", [&](const bj::value& v) { uit.hoofdvestiging = vestiging(v); });
            ingebed.in("eigenaar", [&](const bj::value& v) {
                auto eigenaar = object(v, "eigenaar");
                uit.rsin = eigenaar.nummer("rsin", 9, false);
                uit.rechtsvorm = eigenaar.tekst("uitgebreideRechtsvorm");
                const auto kort = eigenaar.tekst("rechtsvorm");
                if (uit.rechtsvorm.empty()) uit.rechtsvorm = kort;
                uit.adressen = adressen(eigenaar);
                eigenaar.laat({"websites", "links", "_links"});
            });
        });
        o.laat({"indNonMailing", "links", "_links"});
        return uit;
    }

  private:
    Adres adres(const bj::value& w) {
        auto o = object(w, "adres");
        Adres uit;
        const auto soort = o.tekst("type", true);
        if (soort == "correspondentieadres") uit.soort = Adressoort::correspondentie;
        else if (soort != "bezoekadres" && !soort.empty()) o.fout("type", "onbekende-code", "Een adres is een bezoekadres of een correspondentieadres.");
        uit.afgeschermd = o.janee("indAfgeschermd");
        uit.volledig = o.tekst("volledigAdres");
        uit.straat = o.tekst("straatnaam");
        uit.huisnummer = o.getal("huisnummer").value_or(0);
        uit.huisletter = o.tekst("huisletter");
        uit.toevoeging = o.tekst("huisnummerToevoeging");
        uit.postcode = o.tekst("postcode");
        uit.postcode.erase(std::remove(uit.postcode.begin(), uit.postcode.end(), ' '), uit.postcode.end());
        uit.plaats = o.tekst("plaats");
        uit.land = o.tekst("land");
        o.in("geoData", [&](const bj::value& g) {
            auto geo = object(g, "geoData");
            uit.adresseerbaar_object = geo.bag_id("addresseerbaarObjectId");
            uit.nummeraanduiding = geo.bag_id("nummerAanduidingId");
            geo.laat({"gpsLatitude", "gpsLongitude", "rijksdriehoekX", "rijksdriehoekY", "rijksdriehoekZ"});
        });
        o.laat({"toevoegingAdres", "aanduidingBijHuisnummer", "postbusnummer", "straatHuisnummer", "postcodeWoonplaats", "regio"});
        if (!uit.afgeschermd) return uit;
        Adres kaal;
        kaal.soort = uit.soort;
        kaal.afgeschermd = true;
        return kaal;
    }

    json::Lezer& m_lezer;
    Datum m_peildatum;
    std::map<std::string, std::uint64_t>& m_onbekend;
};

}  // namespace

std::string tekst(const Deeldatum& dag) {
    if (dag.maand == 0) return fmt::format("{:04}", dag.jaar);
    if (dag.dag == 0) return fmt::format("{:04}-{:02}", dag.jaar, dag.maand);
    return fmt::format("{:04}-{:02}-{:02}", dag.jaar, dag.maand, dag.dag);
}

std::optional<Deeldatum> lees_deeldatum(std::string_view w) noexcept {
    if (!cijfers(w, 8)) return std::nullopt;
    const auto lees = [&](std::size_t plek, std::size_t aantal) {
        int uit = 0;
        std::from_chars(w.data() + plek, w.data() + plek + aantal, uit);
        return uit;
    };
    const Deeldatum uit{lees(0, 4), static_cast<unsigned>(lees(4, 2)), static_cast<unsigned>(lees(6, 2))};
    if (uit.jaar < 1500 || (uit.maand == 0 && uit.dag != 0) || uit.maand > 12) return std::nullopt;
    if (uit.dag != 0 && !Datum{year{uit.jaar}, month{uit.maand}, day{uit.dag}}.ok()) return std::nullopt;
    return uit;
}

int sbi_versie(std::string_view code, Datum peildatum) noexcept { return code.size() == 5 && peildatum >= conversie ? 2025 : 2008; }

bool van_natuurlijke_personen(std::string_view rechtsvorm) {
    // "VennootschapOnderFirma" (rechtsvorm) and "Vennootschap onder firma" (uitgebreideRechtsvorm) are the same.
    std::string vorm = vouw(rechtsvorm);
    std::erase(vorm, ' ');
    if (vorm.empty()) return true;
    static constexpr std::array<std::string_view, 6> personen{"eenmanszaak", "vennootschaponderfirma", "vof", "maatschap", "commanditairevennootschap", "rederij"};
    return std::any_of(personen.begin(), personen.end(), [&](std::string_view p) { return vorm.starts_with(p); });
}

Profiel lees_profiel(const bj::value& waarde, Datum peildatum, std::map<std::string, std::uint64_t>& onbekend) {
    json::Lezer lezer;
    Lezing lezing(lezer, peildatum, onbekend);
    const auto* object = waarde.if_object();
    Profiel uit;
    if (object != nullptr && object->contains("vestigingsnummer")) uit = lezing.vestiging(waarde);
    else uit = lezing.onderneming(waarde);
    if (!lezer.in_orde()) throw Fout(FoutSoort::ongeldig, "profiel-ongeldig", "Dit profiel van het Handelsregister klopt niet.", std::move(lezer).fouten());
    return uit;
}

Profiel lees_profiel(std::string_view json_tekst, Datum peildatum, std::map<std::string, std::uint64_t>& onbekend) {
    return lees_profiel(json::ontleed(json_tekst), peildatum, onbekend);
}

}  // namespace damwand::handelsregister
