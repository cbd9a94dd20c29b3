// SPDX-License-Identifier: EUPL-1.2
#include "engine/geojson/lezer.hpp"

#include <array>
#include <charconv>

#include "base/fout.hpp"

namespace damwand::geojson {
namespace {

namespace bj = boost::json;

Fout ongeldig(std::string uitleg) { return {FoutSoort::ongeldig, "geojson-ongeldig", std::move(uitleg)}; }

/// "urn:ogc:def:crs:EPSG::28992" → 28992; nothing for CRS84 and what it does not know.
std::optional<int> epsg(std::string_view tekst) {
    const auto plek = tekst.find("EPSG:");
    if (plek == std::string_view::npos) return std::nullopt;
    const auto cijfers = tekst.find_first_of("0123456789", plek);
    int nummer = 0;
    if (cijfers == std::string_view::npos || std::from_chars(tekst.data() + cijfers, tekst.data() + tekst.size(), nummer).ec != std::errc{}) return std::nullopt;
    return nummer;
}

/// Follows the braces of the file, byte by byte, and keeps what lies between those of one feature.
class Lezer {
  public:
    explicit Lezer(Afnemer& afnemer) : m_afnemer(afnemer) {}

    void neem(char c) {
        if (m_bewaart) bewaar(c);
        if (m_tekst) {
            in_tekst(c);
            return;
        }
        switch (c) {
            case '"':
                m_tekst = true;
                m_woord.clear();
                break;
            case '{':
            case '[':
                open(c);
                break;
            case '}':
            case ']':
                sluit(c);
                break;
            case ':':
                if (m_haken.size() == 1) m_sleutel = m_woord;
                break;
            default:
                break;
        }
    }

    [[nodiscard]] Leesverslag klaar() && {
        if (!m_haken.empty() || m_tekst || !m_begonnen) throw ongeldig("Dit bestand breekt af of is geen GeoJSON.");
        if (!m_lijst) throw ongeldig("In dit bestand staat geen lijst met vormen (FeatureCollection).");
        if (!m_crs.empty()) m_verslag.stelsel = epsg(m_crs);
        return m_verslag;
    }

  private:
    void in_tekst(char c) {
        if (m_ontsnapt) {
            m_ontsnapt = false;
        } else if (c == '\\') {
            m_ontsnapt = true;
        } else if (c == '"') {
            m_tekst = false;
        } else if (m_woord.size() < 200) {
            m_woord += c;
        }
        if (!m_tekst && m_haken.size() >= 2 && m_in_crs) m_crs += m_woord + " ";
    }
    void bewaar(char c) {
        if (m_vorm.size() < meeste_bytes) m_vorm += c;
        else m_te_groot = true;
    }
    void open(char c) {
        if (m_haken.empty()) {
            if (m_begonnen || c != '{') throw ongeldig("Dit bestand is geen GeoJSON: het begint niet met een object, of er staat iets achter.");
            m_begonnen = true;
        }
        if (m_haken.size() >= diepste) throw ongeldig("Dit bestand is dieper genest dan een kaart kan zijn.");
        if (m_haken.size() == 1) {
            m_in_crs = m_sleutel == "crs" && c == '{' && m_crs.size() < 1000;
            m_in_lijst = m_sleutel == "features" && c == '[';
            m_lijst = m_lijst || m_in_lijst;
        }
        m_haken += c;
        if (m_in_lijst && m_haken.size() == 3 && c == '{') {
            m_bewaart = true;
            m_te_groot = false;
            m_vorm.assign(1, c);
        }
    }
    void sluit(char c) {
        if (m_haken.empty() || (m_haken.back() == '{') != (c == '}')) throw ongeldig("In dit bestand horen haken niet bij elkaar.");
        m_haken.pop_back();
        if (m_bewaart && m_haken.size() == 2) {
            m_bewaart = false;
            geef();
        }
        if (m_haken.size() == 1) m_in_crs = m_in_lijst = false;
    }
    void geef() {
        const auto nummer = ++m_verslag.gelezen;
        const auto keur_af = [&](std::string reden) {
            ++m_verslag.afgekeurd;
            m_afnemer.ontvang(Afkeuring{nummer, std::move(reden)});
        };
        if (m_te_groot) {
            keur_af("groter dan 32 MB");
            return;
        }
        bj::error_code fout;
        auto gelezen = bj::parse(m_vorm, fout, {}, {.max_depth = diepste});
        if (fout || !gelezen.is_object()) {
            keur_af("geen geldige JSON");
            return;
        }
        auto& alles = gelezen.get_object();
        const auto* vorm = alles.if_contains("geometry");
        if (vorm == nullptr || !vorm->is_object()) {
            keur_af("zonder vorm (geometry)");
            return;
        }
        Vorm uit{.nummer = nummer, .eigenschappen = {}, .geometrie = bj::serialize(*vorm)};
        if (auto* eigen = alles.if_contains("properties"); eigen != nullptr && eigen->is_object()) uit.eigenschappen = std::move(eigen->get_object());
        m_afnemer.ontvang(uit);
    }

    Afnemer& m_afnemer;
    Leesverslag m_verslag;
    std::string m_haken, m_woord, m_sleutel, m_vorm, m_crs;
    bool m_tekst = false, m_ontsnapt = false, m_begonnen = false, m_lijst = false, m_in_lijst = false, m_in_crs = false, m_bewaart = false, m_te_groot = false;
};

}  // namespace

Leesverslag lees(std::istream& in, std::uint64_t bytes, Afnemer& afnemer, const Voortgang& voortgang) {
    Lezer lezer(afnemer);
    std::array<char, 65536> stuk{};
    std::uint64_t gedaan = 0;
    while (in.read(stuk.data(), stuk.size()), in.gcount() > 0) {
        const auto aantal = static_cast<std::size_t>(in.gcount());
        std::size_t begin = gedaan == 0 && std::string_view(stuk.data(), aantal).starts_with("\xEF\xBB\xBF") ? 3 : 0;
        for (std::size_t i = begin; i < aantal; ++i) lezer.neem(stuk[i]);
        gedaan += aantal;
        if (voortgang && !voortgang({gedaan, bytes})) throw Fout(FoutSoort::botsing, "afgebroken", "Afgebroken. Er is niets gewijzigd.");
    }
    return std::move(lezer).klaar();
}

}  // namespace damwand::geojson
