// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "base/fout.hpp"
#include "base/json.hpp"
#include "werk/register/herhalen.hpp"
#include "werk/register/register.hpp"

namespace damwand::registers {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

bool is_nummer(const std::string& w) { return (w.size() == 8 || w.size() == 12) && w.find_first_not_of("0123456789") == std::string::npos; }

/// A file of lines that is added to. What was half written is taken off first.
class Lijst {
  public:
    explicit Lijst(const fs::path& pad) : m_pad(pad) {
        std::ifstream in(pad, std::ios::binary);
        std::string regel;
        std::uint64_t heel = 0;
        while (std::getline(in, regel) && !in.eof()) {
            heel += regel.size() + 1;
            m_regels.push_back(std::move(regel));
        }
        in.close();
        if (fs::exists(pad)) fs::resize_file(pad, heel);
        m_uit.open(pad, std::ios::binary | std::ios::app);
        if (!m_uit) throw Fout(FoutSoort::ongeldig, "onleesbaar", pad.string() + ": dit bestand kan niet worden geschreven. Controleer de map en de rechten.");
    }
    void schrijf(const std::string& regel) {
        m_uit << regel << '\n' << std::flush;
        if (!m_uit) throw Fout(FoutSoort::ongeldig, "onleesbaar", m_pad.string() + ": er kan niet verder worden geschreven. Is de schijf vol?");
    }
    [[nodiscard]] std::vector<std::string> neem_regels() { return std::move(m_regels); }

  private:
    fs::path m_pad;
    std::ofstream m_uit;
    std::vector<std::string> m_regels;
};

/// The number of a profile, as it was asked for; empty when this is none.
std::string nummer_van(const std::string& regel) {
    try {
        const auto waarde = json::ontleed(regel);
        const auto* o = waarde.if_object();
        for (const auto* lid : {"vestigingsnummer", "kvkNummer"}) {
            const auto* w = o != nullptr ? o->if_contains(lid) : nullptr;
            if (w != nullptr && w->is_string()) return std::string(w->get_string());
        }
    } catch (const Fout&) {  // no JSON: no profile
    }
    return {};
}

class Haler {
  public:
    Haler(const OphaalOpties& opties, Ophaalverslag& verslag) : m_opties(opties), m_verslag(verslag) {}

    /// The profile as one line; nothing when KVK does not know the number.
    std::optional<std::string> haal(const std::string& nummer) {
        auto lijf = vraag(fmt::format("/v1/{}/{}", nummer.size() == 8 ? "basisprofielen" : "vestigingsprofielen", nummer));
        if (!lijf) return std::nullopt;
        return regel(nummer, std::move(*lijf));
    }

    /// The establishments that KVK names of a company.
    std::vector<std::string> vestigingen(const std::string& kvk_nummer) {
        const auto lijf = vraag(fmt::format("/v1/basisprofielen/{}/vestigingen", kvk_nummer));
        std::vector<std::string> uit;
        if (!lijf) return uit;
        try {
            const auto waarde = json::ontleed(*lijf);
            const auto& antwoord = waarde.as_object();
            if (antwoord.at("kvkNummer").as_string() != kvk_nummer) throw iets_anders();
            for (const auto& v : antwoord.at("vestigingen").as_array()) {
                uit.emplace_back(v.at("vestigingsnummer").as_string());
                if (uit.back().size() != 12 || !is_nummer(uit.back())) throw iets_anders();
            }
        } catch (const std::exception&) {
            throw iets_anders();
        }
        return uit;
    }

  private:
    static Fout iets_anders() { return {FoutSoort::niet_beschikbaar, "kvk-antwoordt-niet", "De KVK antwoordt met iets anders dan het gevraagde profiel. Wat al gehaald is blijft staan."}; }

    /// The body of an answer with 200; nothing when KVK does not know what was asked.
    std::optional<std::string> vraag(const std::string& pad) {
        if (m_gevraagd) m_opties.wacht(milliseconds(1000 / std::max(1U, m_opties.per_seconde)));
        m_gevraagd = true;
        auto antwoord = vraag_tot_antwoord({.haal = m_opties.haal, .wacht = m_opties.wacht, .pogingen = m_opties.pogingen}, pad, m_verslag.herhaald);
        if (antwoord.status == 200) return std::move(antwoord.lijf);
        if (antwoord.status == 404 || antwoord.status == 400) return std::nullopt;
        if (antwoord.status == 401 || antwoord.status == 403)
            throw Fout(FoutSoort::ongeldig, "kvk-sleutel", fmt::format("De KVK weigert de sleutel ({}). Controleer het sleutelbestand.", antwoord.status));
        const auto waarom = antwoord.status == 0 ? "geen antwoord" : std::to_string(antwoord.status);
        throw Fout(FoutSoort::niet_beschikbaar, "kvk-antwoordt-niet",
                   fmt::format("De KVK geeft geen bruikbaar antwoord ({}). Wat al gehaald is blijft staan; dezelfde opdracht gaat daar verder.", waarom));
    }

    static std::string regel(const std::string& nummer, std::string lijf) {
        std::replace_if(lijf.begin(), lijf.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');  // JSON has them between its parts only
        if (nummer_van(lijf) != nummer) throw iets_anders();
        return lijf;
    }
    const OphaalOpties& m_opties;
    Ophaalverslag& m_verslag;
    bool m_gevraagd = false;
};

}  // namespace

void haal_bedrijven(const std::vector<std::string>& nummers, const fs::path& uit, const OphaalOpties& opties, Ophaalverslag& verslag) {
    std::vector<VeldFout> fouten;
    for (std::size_t nr = 0; nr < nummers.size(); ++nr) {
        if (!is_nummer(nummers[nr])) fouten.push_back({fmt::format("regel {}", nr + 1), "geen-nummer", "Hier hoort een KVK-nummer van 8 of een vestigingsnummer van 12 cijfers te staan."});
    }
    if (!fouten.empty()) throw Fout(FoutSoort::ongeldig, "nummers-ongeldig", "Er staan regels in die geen nummer zijn. Er is niets gehaald.", std::move(fouten));
    Lijst profielen(uit), niet(uit.string() + ".niet");
    std::set<std::string> klaar;
    for (const auto& regel : profielen.neem_regels()) klaar.insert(nummer_van(regel));
    for (auto& regel : niet.neem_regels()) klaar.insert(std::move(regel));
    std::optional<Lijst> volledig;
    std::set<std::string> met_vestigingen;
    if (opties.vestigingen) {
        volledig.emplace(uit.string() + ".vestigingen");
        for (auto& regel : volledig->neem_regels()) met_vestigingen.insert(std::move(regel));
    }
    Haler haler(opties, verslag);
    /// Fetches one; says whether KVK knew it.
    const auto haal = [&](const std::string& nummer) {
        if (const auto regel = haler.haal(nummer)) {
            profielen.schrijf(*regel);
            return true;
        }
        niet.schrijf(nummer);
        return false;
    };
    for (const auto& nummer : nummers) {
        ++verslag.nummers;
        if (!klaar.insert(nummer).second) ++verslag.eerder;
        else ++(haal(nummer) ? verslag.gehaald : verslag.niet_gevonden);
        if (volledig && nummer.size() == 8 && met_vestigingen.insert(nummer).second) {
            for (const auto& vestiging : haler.vestigingen(nummer)) {
                if (klaar.insert(vestiging).second && haal(vestiging)) ++verslag.vestigingen;
            }
            volledig->schrijf(nummer);
        }
        if (opties.voortgang && !opties.voortgang({verslag.nummers, nummers.size()}))
            throw Fout(FoutSoort::botsing, "afgebroken", "Het ophalen is op verzoek afgebroken. Wat al gehaald is blijft staan.");
    }
}

}  // namespace damwand::registers
