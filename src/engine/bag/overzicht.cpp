// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/overzicht.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace damwand::bag {

namespace {

constexpr std::size_t meeste_afkeuringen = 100;

/// Counts distinct numbers in eight bytes each: appends, and sorts and thins out when it has doubled.
class Verzameling {
  public:
    void voeg_toe(std::uint64_t id) {
        if (!m_ids.empty() && m_ids.back() == id) return;  // versions of one object mostly follow each other
        m_ids.push_back(id);
        if (m_ids.size() >= m_grens) {
            dun_uit();
            m_grens = std::max<std::size_t>(1U << 20U, 2 * m_ids.size());
        }
    }
    std::uint64_t aantal() {
        dun_uit();
        return m_ids.size();
    }

  private:
    void dun_uit() {
        std::sort(m_ids.begin(), m_ids.end());
        m_ids.erase(std::unique(m_ids.begin(), m_ids.end()), m_ids.end());
    }
    std::vector<std::uint64_t> m_ids;
    std::size_t m_grens = 1U << 20U;
};

class Teller final : public Afnemer {
  public:
    using Afnemer::ontvang;
    void ontvang(Woonplaats& o) override { tel(ObjectType::woonplaats, o); }
    void ontvang(OpenbareRuimte& o) override { tel(ObjectType::openbare_ruimte, o); }
    void ontvang(Nummeraanduiding& o) override { tel(ObjectType::nummeraanduiding, o); }
    void ontvang(Verblijfsobject& o) override { tel(ObjectType::verblijfsobject, o); }
    void ontvang(Ligplaats& o) override { tel(ObjectType::ligplaats, o); }
    void ontvang(Standplaats& o) override { tel(ObjectType::standplaats, o); }
    void ontvang(Pand& o) override { tel(ObjectType::pand, o); }
    void ontvang(const Afkeuring& afkeuring) override {
        if (afkeuringen.size() < meeste_afkeuringen) afkeuringen.push_back(afkeuring);
    }

    std::array<std::array<Verzameling, aantal_objecttypen>, aantal_bestandsoorten> ids;
    std::vector<Afkeuring> afkeuringen;

  private:
    template <class Object>
    void tel(ObjectType type, const Object& object) {
        ids[static_cast<std::size_t>(object.bestandsoort) - 1][static_cast<std::size_t>(type)].voeg_toe(
            object.identificatie.waarde);
    }
};

/// A JSON string. The texts are file and element names: UTF-8, checked by the reader.
std::string citaat(std::string_view tekst) {
    std::string uit = "\"";
    for (const char c : tekst) {
        if (c == '"' || c == '\\') uit += '\\';
        if (static_cast<unsigned char>(c) < 0x20)
            uit += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            uit += c;
    }
    return uit + '"';
}

std::string typen_json(const std::array<TypeTelling, aantal_objecttypen>& typen) {
    std::string uit = "{";
    for (const auto type : alle_objecttypen) {
        const auto& t = typen[static_cast<std::size_t>(type)];
        uit += fmt::format("{}\"{}\":{{\"voorkomens\":{},\"objecten\":{}}}", uit.size() == 1 ? "" : ",", code(type),
                           t.voorkomens, t.objecten);
    }
    return uit + '}';
}

std::string namen_json(const std::map<std::string, std::uint64_t>& namen) {
    std::string uit = "{";
    for (const auto& [naam, aantal] : namen)
        uit += fmt::format("{}{}:{}", uit.size() == 1 ? "" : ",", citaat(naam), aantal);
    return uit + '}';
}

}  // namespace

Overzicht overzicht(std::span<const std::filesystem::path> bronnen, const LeesOpties& opties) {
    Teller teller;
    Overzicht uit;
    uit.verslag = lees(bronnen, teller, opties);
    uit.bestand = bronnen.front().string();
    uit.afkeuringen = std::move(teller.afkeuringen);
    for (std::size_t soort = 0; soort < aantal_bestandsoorten; ++soort) {
        for (std::size_t type = 0; type < aantal_objecttypen; ++type) {
            uit.typen[soort][type] = {.voorkomens = uit.verslag.objecten[soort][type].aangeboden,
                                      .objecten = teller.ids[soort][type].aantal()};
        }
    }
    return uit;
}

std::string als_json(const Overzicht& o) {
    const auto& v = o.verslag;
    return fmt::format(
        "{{\"bestand\":{},\"standdatum\":\"{}\",\"typen\":{},\"afgekeurd\":{},\"inactief\":{},\"nietBag\":{},"
        "\"inOnderzoek\":{},\"gemeenteWoonplaats\":{},\"onbekend\":{},\"overgeslagen\":{}}}",
        citaat(o.bestand), tekst(v.levering.standdatum), typen_json(o.typen[0]), v.totaal().afgekeurd,
        typen_json(o.typen[1]), typen_json(o.typen[2]), v.in_onderzoek.aangeboden, v.gemeente_woonplaats.aangeboden,
        namen_json(v.onbekend), namen_json(v.overgeslagen));
}

}  // namespace damwand::bag
