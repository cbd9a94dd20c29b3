// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>

#include "engine/handelsregister/regels.hpp"

/// What a bulk file yields, whatever its form: each record is read, counted and handed over once. Internal to the library.
namespace damwand::handelsregister {

class Oogst {
  public:
    Oogst(const std::string& bestand, Datum peildatum, Afnemer& afnemer) : m_bestand(bestand), m_peildatum(peildatum), m_afnemer(afnemer) {}

    /// `json`: text or a value, as lees_profiel takes it. `vertaal` may give the faults other paths.
    template <class Json>
    void lees(const Json& json, std::uint64_t regel, void (*vertaal)(VeldFout&) = nullptr) {
        try {
            auto profiel = lees_profiel(json, m_peildatum, m_verslag.onbekend);
            if (auto* onderneming = std::get_if<Onderneming>(&profiel)) {
                ++m_verslag.ondernemingen;
                const auto& hoofd = onderneming->hoofdvestiging;
                if (heeft_afgeschermd(onderneming->adressen) || (hoofd && heeft_afgeschermd(hoofd->adressen))) ++m_verslag.afgeschermd;
                ++m_verslag.regels;
                m_afnemer.ontvang(*onderneming);
            } else {
                auto& vestiging = std::get<Vestiging>(profiel);
                ++m_verslag.vestigingen;
                if (heeft_afgeschermd(vestiging.adressen)) ++m_verslag.afgeschermd;
                ++m_verslag.regels;
                m_afnemer.ontvang(vestiging);
            }
        } catch (const Fout& fout) {
            if (fout.code() != "profiel-ongeldig" && fout.code() != "json-ongeldig") throw;
            auto fouten = fout.velden().empty() ? std::vector<VeldFout>{{"", fout.code(), fout.uitleg()}} : fout.velden();
            if (vertaal != nullptr) std::for_each(fouten.begin(), fouten.end(), vertaal);
            keur_af(regel, std::move(fouten));
        }
    }
    void keur_af(std::uint64_t regel, std::vector<VeldFout> fouten) {
        ++m_verslag.regels;
        ++m_verslag.afgekeurd;
        m_afnemer.ontvang(Afkeuring{.bestand = m_bestand, .regel = regel, .fouten = std::move(fouten)});
    }
    [[nodiscard]] Leesverslag& verslag() noexcept { return m_verslag; }

  private:
    static bool heeft_afgeschermd(const std::vector<Adres>& adressen) {
        return std::any_of(adressen.begin(), adressen.end(), [](const Adres& a) { return a.afgeschermd; });
    }
    const std::string& m_bestand;
    Datum m_peildatum;
    Afnemer& m_afnemer;
    Leesverslag m_verslag;
};

}  // namespace damwand::handelsregister
