// SPDX-License-Identifier: EUPL-1.2
#include "engine/handelsregister/regels.hpp"

#include <algorithm>
#include <array>

namespace damwand::handelsregister {
namespace {

constexpr std::size_t langste_regel = 1024UL * 1024;
constexpr std::size_t schep = 64UL * 1024;

bool heeft_afgeschermd(const std::vector<Adres>& adressen) {
    return std::any_of(adressen.begin(), adressen.end(), [](const Adres& a) { return a.afgeschermd; });
}

/// The lines of a file, from pieces of it.
class Regellezer {
  public:
    Regellezer(const std::string& bestand, Datum peildatum, Afnemer& afnemer) : m_bestand(bestand), m_peildatum(peildatum), m_afnemer(afnemer) {}

    void neem(std::string_view stuk) {
        for (std::size_t einde; (einde = stuk.find('\n')) != std::string_view::npos; stuk.remove_prefix(einde + 1)) {
            voeg_toe(stuk.substr(0, einde));
            regel();
        }
        voeg_toe(stuk);
    }
    /// A last line without an end is a line too.
    Leesverslag sluit() {
        if (!m_regel.empty() || m_te_lang) regel();
        if (m_heel) {
            m_nummer = 1;
            if (m_geheel.size() > langste_regel) keur_af({{"", "te-lang", "Dit profiel is langer dan 1 MiB."}});
            else lees(m_geheel);
        }
        return std::move(m_verslag);
    }

  private:
    void voeg_toe(std::string_view deel) {
        if (m_regel.size() + deel.size() > langste_regel) m_te_lang = true;
        else m_regel += deel;
    }

    void regel() {
        ++m_nummer;
        std::string_view w = m_regel;
        if (m_nummer == 1 && w.starts_with("\xEF\xBB\xBF")) w.remove_prefix(3);
        if (w.ends_with('\r')) w.remove_suffix(1);
        if (m_nummer == 1 && w.starts_with('{') && w.find_first_not_of(" \t", 1) == std::string_view::npos) m_heel = true;
        if (m_heel) {
            if (m_te_lang || m_geheel.size() <= langste_regel) m_geheel.append(m_te_lang ? std::string(langste_regel + 1, ' ') : std::string(w) + '\n');
        } else if (m_te_lang) keur_af({{"", "te-lang", "Deze regel is langer dan 1 MiB."}});
        else if (w.find_first_not_of(" \t") != std::string_view::npos) lees(w);
        m_regel.clear();
        m_te_lang = false;
    }

    void lees(std::string_view w) {
        ++m_verslag.regels;
        try {
            auto profiel = lees_profiel(w, m_peildatum, m_verslag.onbekend);
            if (auto* onderneming = std::get_if<Onderneming>(&profiel)) {
                ++m_verslag.ondernemingen;
                const auto& hoofd = onderneming->hoofdvestiging;
                if (heeft_afgeschermd(onderneming->adressen) || (hoofd && heeft_afgeschermd(hoofd->adressen))) ++m_verslag.afgeschermd;
                m_afnemer.ontvang(*onderneming);
            } else {
                auto& vestiging = std::get<Vestiging>(profiel);
                ++m_verslag.vestigingen;
                if (heeft_afgeschermd(vestiging.adressen)) ++m_verslag.afgeschermd;
                m_afnemer.ontvang(vestiging);
            }
        } catch (const Fout& fout) {
            if (fout.code() != "profiel-ongeldig" && fout.code() != "json-ongeldig") throw;
            --m_verslag.regels;
            keur_af(fout.velden().empty() ? std::vector<VeldFout>{{"", fout.code(), fout.uitleg()}} : fout.velden());
        }
    }

    void keur_af(std::vector<VeldFout> fouten) {
        ++m_verslag.regels;
        ++m_verslag.afgekeurd;
        m_afnemer.ontvang(Afkeuring{.bestand = m_bestand, .regel = m_nummer, .fouten = std::move(fouten)});
    }

    const std::string& m_bestand;
    Datum m_peildatum;
    Afnemer& m_afnemer;
    Leesverslag m_verslag;
    std::string m_regel;
    std::string m_geheel;  ///< one profile over several lines
    bool m_te_lang = false, m_heel = false;
    std::uint64_t m_nummer = 0;
};

}  // namespace

Leesverslag lees_regels(std::istream& in, const std::string& bestand, std::uint64_t bytes, Datum peildatum, Afnemer& afnemer, const Voortgang& voortgang) {
    Regellezer lezer(bestand, peildatum, afnemer);
    std::array<char, schep> stuk{};
    for (std::uint64_t gelezen = 0; in;) {
        in.read(stuk.data(), stuk.size());
        const auto aantal = static_cast<std::size_t>(in.gcount());
        lezer.neem({stuk.data(), aantal});
        gelezen += aantal;
        if (voortgang && !voortgang({gelezen, bytes})) throw Fout(FoutSoort::botsing, "afgebroken", "Het lezen is op verzoek afgebroken.");
    }
    if (in.bad()) throw Fout(FoutSoort::ongeldig, "onleesbaar", bestand + ": dit bestand is niet verder te lezen. Controleer de schijf.");
    return lezer.sluit();
}

}  // namespace damwand::handelsregister
