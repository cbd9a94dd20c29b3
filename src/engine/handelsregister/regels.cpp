// SPDX-License-Identifier: EUPL-1.2
#include "engine/handelsregister/regels.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>

#include "engine/handelsregister/csv.hpp"
#include "engine/handelsregister/oogst.hpp"

namespace damwand::handelsregister {
namespace {

constexpr std::size_t langste_regel = 1024UL * 1024;
constexpr std::size_t schep = 64UL * 1024;

Fout onleesbaar(const std::string& bestand) {
    return {FoutSoort::ongeldig, "onleesbaar", bestand + ": dit bestand kan niet worden gelezen. Controleer de naam, de rechten en de schijf."};
}

/// The lines of a file, from pieces of it.
class Regellezer {
  public:
    explicit Regellezer(Oogst& oogst) : m_oogst(oogst) {}

    void neem(std::string_view stuk) {
        for (std::size_t einde; (einde = stuk.find('\n')) != std::string_view::npos; stuk.remove_prefix(einde + 1)) {
            voeg_toe(stuk.substr(0, einde));
            regel();
        }
        voeg_toe(stuk);
    }
    /// A last line without an end is a line too.
    void sluit() {
        if (!m_regel.empty() || m_te_lang) regel();
        if (!m_heel) return;
        if (m_geheel.size() > langste_regel) m_oogst.keur_af(1, {{"", "te-lang", "Dit profiel is langer dan 1 MiB."}});
        else m_oogst.lees(std::string_view(m_geheel), 1);
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
        } else if (m_te_lang) m_oogst.keur_af(m_nummer, {{"", "te-lang", "Deze regel is langer dan 1 MiB."}});
        else if (w.find_first_not_of(" \t") != std::string_view::npos) m_oogst.lees(w, m_nummer);
        m_regel.clear();
        m_te_lang = false;
    }

    Oogst& m_oogst;
    std::string m_regel;
    std::string m_geheel;  ///< one profile over several lines
    bool m_te_lang = false, m_heel = false;
    std::uint64_t m_nummer = 0;
};

/// Reads a file in pieces, with a say in between.
template <class Lezer>
Leesverslag lees_stukken(std::istream& in, const std::string& bestand, std::uint64_t bytes, Datum peildatum, Afnemer& afnemer, const Voortgang& voortgang) {
    Oogst oogst(bestand, peildatum, afnemer);
    Lezer lezer(oogst);
    std::array<char, schep> stuk{};
    for (std::uint64_t gelezen = 0; in;) {
        in.read(stuk.data(), stuk.size());
        const auto aantal = static_cast<std::size_t>(in.gcount());
        lezer.neem({stuk.data(), aantal});
        gelezen += aantal;
        if (voortgang && !voortgang({gelezen, bytes})) throw Fout(FoutSoort::botsing, "afgebroken", "Het lezen is op verzoek afgebroken.");
    }
    if (in.bad()) throw onleesbaar(bestand);
    lezer.sluit();
    return std::move(oogst.verslag());
}

}  // namespace

Leesverslag lees_regels(std::istream& in, const std::string& bestand, std::uint64_t bytes, Datum peildatum, Afnemer& afnemer, const Voortgang& voortgang) {
    return lees_stukken<Regellezer>(in, bestand, bytes, peildatum, afnemer, voortgang);
}

Leesverslag lees_csv(std::istream& in, const std::string& bestand, std::uint64_t bytes, Datum peildatum, Afnemer& afnemer, const Voortgang& voortgang) {
    return lees_stukken<Csvlezer>(in, bestand, bytes, peildatum, afnemer, voortgang);
}

Leesverslag lees_bestand(const std::filesystem::path& pad, Datum peildatum, Afnemer& afnemer, const Voortgang& voortgang) {
    std::ifstream in(pad, std::ios::binary);
    std::error_code geen;
    const auto bytes = std::filesystem::file_size(pad, geen);
    if (!in || geen) throw onleesbaar(pad.string());
    auto soort = pad.extension().string();
    std::transform(soort.begin(), soort.end(), soort.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return (soort == ".csv" ? lees_csv : lees_regels)(in, pad.filename().string(), bytes, peildatum, afnemer, voortgang);
}

}  // namespace damwand::handelsregister
