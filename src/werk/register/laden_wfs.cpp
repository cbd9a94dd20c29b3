// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <boost/json.hpp>
#include <cstdio>
#include <fstream>
#include <set>
#include <system_error>

#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "engine/geojson/lezer.hpp"
#include "werk/register/herhalen.hpp"
#include "werk/register/register.hpp"

/// damwand gebied haal: a WFS → a file of GeoJSON.
namespace damwand::registers {
namespace {

namespace fs = std::filesystem;
namespace bj = boost::json;

constexpr std::string_view rd = "urn:ogc:def:crs:EPSG::28992";
constexpr std::size_t langste_uitleg = 300;

Fout onbruikbaar(const std::string& uitleg) { return {FoutSoort::ongeldig, "wfs-onbruikbaar", uitleg + " Er is niets bewaard."}; }

/// What a service says when it says no (OWS Common, ExceptionText), in plain letters (a terminal obeys others); empty when it says nothing.
std::string woorden(std::string_view lijf) {
    const auto begin = lijf.find("ExceptionText>");
    if (begin == std::string_view::npos) return {};
    lijf.remove_prefix(begin + std::string_view("ExceptionText>").size());
    std::string uit;
    for (const char c : lijf.substr(0, std::min(lijf.find('<'), langste_uitleg))) uit += c >= ' ' && c <= '~' ? c : ' ';
    return std::string(trim(uit));
}

/// The file beside the one that is asked for, until all is there.
class Collectie {
  public:
    explicit Collectie(fs::path uit) : m_uit(std::move(uit)), m_half(m_uit.string() + ".half"), m_stroom(m_half, std::ios::binary | std::ios::trunc) {
        m_stroom << R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":")" << rd << R"("}},"features":[)";
        controleer();
    }
    Collectie(const Collectie&) = delete;
    Collectie& operator=(const Collectie&) = delete;
    ~Collectie() {
        std::error_code weg;
        fs::remove(m_half, weg);
    }
    void schrijf(const bj::value& vorm) {
        m_stroom << (m_eerste ? "\n" : ",\n") << vorm;
        m_eerste = false;
        controleer();
    }
    void klaar() {
        m_stroom << "\n]}\n";
        m_stroom.close();
        controleer();
        fs::rename(m_half, m_uit);
    }

  private:
    void controleer() const {
        if (!m_stroom) throw Fout(FoutSoort::ongeldig, "onleesbaar", m_uit.string() + ": dit bestand kan niet worden geschreven. Controleer de map en de rechten, en of de schijf vol is.");
    }
    fs::path m_uit, m_half;
    std::ofstream m_stroom;
    bool m_eerste = true;
};

/// Everything that stays the same from page to page.
std::string grondvraag(const WfsVraag& vraag, const WfsOpties& opties) {
    auto url = fmt::format("{}?service=WFS&version=2.0.0&request=GetFeature&typeNames={}&srsName={}&outputFormat={}&count={}", vraag.dienst.substr(0, vraag.dienst.find('?')),
                           http::url_codeer(vraag.laag), http::url_codeer(rd), http::url_codeer("application/json"), opties.per_bladzij);
    if (vraag.vlak) url += fmt::format("&bbox={},{},{},{},{}", (*vraag.vlak)[0], (*vraag.vlak)[1], (*vraag.vlak)[2], (*vraag.vlak)[3], http::url_codeer(rd));
    return url;
}

class Haler {
  public:
    Haler(const WfsVraag& vraag, const WfsOpties& opties, Wfsverslag& verslag) : m_opties(opties), m_verslag(verslag), m_vraag(grondvraag(vraag, opties)) {}

    /// The next page; empty when there is no more.
    bj::array volgende() {
        const auto antwoord = vraag_tot_antwoord({.haal = m_opties.haal, .wacht = m_opties.wacht, .pogingen = m_opties.pogingen}, fmt::format("{}&startIndex={}", m_vraag, m_verslag.gehaald), m_verslag.herhaald);
        if (antwoord.status == 0 || antwoord.status == 429 || antwoord.status >= 500)
            throw Fout(FoutSoort::niet_beschikbaar, "wfs-antwoordt-niet",
                       fmt::format("De dienst geeft geen antwoord ({}). Probeer het later nog eens. Er is niets bewaard.", antwoord.status == 0 ? "stil" : std::to_string(antwoord.status)));
        const auto zegt = woorden(antwoord.lijf);
        if (antwoord.status != 200 || !zegt.empty())
            throw Fout(FoutSoort::ongeldig, "wfs-weigert",
                       fmt::format("De dienst weigert deze vraag ({}{}{}). Controleer het adres en de laag. Er is niets bewaard.", antwoord.status, zegt.empty() ? "" : ": ", zegt));
        ++m_verslag.bladzijden;
        return lees(antwoord.lijf);
    }
    [[nodiscard]] std::uint64_t geteld() const noexcept { return m_geteld; }

  private:
    bj::array lees(const std::string& lijf) {
        boost::system::error_code mis;
        auto waarde = bj::parse(lijf, mis, {}, {.max_depth = geojson::diepste});
        if (mis) {
            throw onbruikbaar("De dienst antwoordt niet met GeoJSON. Haal de laag zelf op als GeoPackage of Shapefile; die leest damwand gebied laad ook.");
        }
        auto* blad = waarde.if_object();
        auto* vormen = blad == nullptr ? nullptr : blad->if_contains("features");
        if (vormen == nullptr || !vormen->is_array()) throw onbruikbaar("De dienst antwoordt met iets anders dan een lijst van vormen.");
        const auto* alle = blad->if_contains("numberMatched");
        if (alle != nullptr && alle->is_int64() && alle->get_int64() >= 0) m_geteld = static_cast<std::uint64_t>(alle->get_int64());
        // A service that does not count on from `startIndex` gives its first page for ever.
        for (const auto& vorm : vormen->get_array()) {
            const auto* o = vorm.if_object();
            const auto* id = o == nullptr ? nullptr : o->if_contains("id");
            if (id != nullptr && !m_gezien.insert(bj::serialize(*id)).second) throw onbruikbaar("De dienst geeft een vorm twee keer: hij bladert niet goed. Vraag een kleiner vlak (--vlak).");
        }
        if (!vormen->get_array().empty() && lijf == m_vorige) throw onbruikbaar("De dienst geeft twee keer dezelfde bladzij: hij bladert niet. Vraag een kleiner vlak (--vlak).");
        m_vorige = lijf;
        return std::move(vormen->get_array());
    }
    const WfsOpties& m_opties;
    Wfsverslag& m_verslag;
    std::string m_vraag, m_vorige;
    std::set<std::string> m_gezien;
    std::uint64_t m_geteld = 0;  ///< as the service says; 0: it does not
};

}  // namespace

Wfsverslag haal_wfs(const WfsVraag& vraag, const WfsOpties& opties) {
    Wfsverslag verslag;
    Haler haler(vraag, opties, verslag);
    Collectie uit(vraag.uit);
    for (;;) {
        const auto vormen = haler.volgende();
        if (vormen.empty()) break;
        for (const auto& vorm : vormen) uit.schrijf(vorm);
        verslag.gehaald += vormen.size();
        if (verslag.gehaald > opties.meeste) throw onbruikbaar(fmt::format("De laag heeft meer dan {} vormen. Vraag een kleiner vlak (--vlak).", opties.meeste));
        if (opties.voortgang && !opties.voortgang({verslag.gehaald, haler.geteld()})) throw Fout(FoutSoort::botsing, "afgebroken", "Het ophalen is op verzoek afgebroken. Er is niets bewaard.");
    }
    if (haler.geteld() != 0 && haler.geteld() != verslag.gehaald)
        throw onbruikbaar(fmt::format("De dienst zegt {} vormen te hebben en gaf er {}.", haler.geteld(), verslag.gehaald));
    if (verslag.gehaald == 0) throw onbruikbaar("De dienst heeft hier geen vormen.");
    uit.klaar();
    return verslag;
}

}  // namespace damwand::registers
