// SPDX-License-Identifier: EUPL-1.2
#include "werk/archief/boek.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "base/duurzaam.hpp"
#include "base/fout.hpp"

namespace damwand::archief {
namespace {

namespace bj = boost::json;

Uuid uuid_van(const bj::object& o, std::string_view naam) {
    if (auto id = Uuid::lees(std::string_view(o.at(naam).as_string()))) return *id;
    throw std::runtime_error("no id");
}

void lees_regel(std::string_view tekst, Vernietigingsboek::Alles& uit) {
    const auto o = bj::parse({tekst.data(), tekst.size()}).as_object();
    const OrganisatieId organisatie{static_cast<std::int16_t>(o.at("organisatie").to_number<int>())};
    if (const auto* verklaring = o.if_contains("verklaring")) {
        uit.verklaringen.push_back({organisatie, *verklaring});
        return;
    }
    const auto dag = lees_datum(std::string_view(o.at("dag").as_string()));
    if (!dag) throw std::runtime_error("no day");
    uit.regels.push_back({.dossier = {organisatie, std::string(o.at("soort").as_string()), uuid_van(o, "object")},
                          .bij = uuid_van(o, "bij"),
                          .lijst = uuid_van(o, "lijst"),
                          .dag = *dag});
}

std::string inhoud_van(const std::filesystem::path& bestand) {
    std::ifstream in(bestand, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

void Vernietigingsboek::schrijf(const std::vector<Regel>& regels) {
    std::string tekst;
    for (const auto& r : regels) {
        tekst += bj::serialize(bj::object{{"organisatie", r.dossier.organisatie.waarde}, {"soort", r.dossier.soort}, {"object", r.dossier.id.tekst()},
                                          {"bij", r.bij.tekst()}, {"lijst", r.lijst.tekst()}, {"dag", damwand::tekst(r.dag)}}) + "\n";
    }
    if (!tekst.empty()) voeg_toe(tekst);
}

void Vernietigingsboek::schrijf(const Verklaard& verklaard) {
    voeg_toe(bj::serialize(bj::object{{"organisatie", verklaard.organisatie.waarde}, {"verklaring", verklaard.verklaring}}) + "\n");
}

void Vernietigingsboek::voeg_toe(const std::string& regels) {
    const std::lock_guard houd(m_slot);
    maak_map(m_bestand.parent_path(), 0700);
    const bool nieuw = !std::filesystem::exists(m_bestand);
    const Handvat uit(open(m_bestand.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    if (!uit) throw Fout(FoutSoort::niet_beschikbaar, "schijf", "Het vernietigingsboek neemt niets aan. Er is niets vernietigd.");
    // What a power cut left half of a line never happened.
    const auto staat = inhoud_van(m_bestand);
    const auto heel = staat.rfind('\n') == std::string::npos ? 0 : staat.rfind('\n') + 1;
    if (heel != staat.size() && ftruncate(uit.fd(), static_cast<off_t>(heel)) != 0) {
        throw Fout(FoutSoort::niet_beschikbaar, "schijf", "Het vernietigingsboek neemt niets aan. Er is niets vernietigd.");
    }
    schrijf_alles(uit.fd(), regels);
    maak_vast(uit.fd());
    if (nieuw) maak_map_vast(m_bestand.parent_path());
}

Vernietigingsboek::Alles Vernietigingsboek::lees() const {
    Alles uit;
    const auto staat = inhoud_van(m_bestand);
    std::size_t nummer = 0;
    for (std::size_t i = 0; i < staat.size();) {
        ++nummer;
        const auto einde = staat.find('\n', i);
        if (einde == std::string::npos) break;
        try {
            lees_regel(std::string_view(staat).substr(i, einde - i), uit);
        } catch (const std::exception& fout) {
            throw Fout(FoutSoort::intern, "vernietigingsboek-kapot",
                       fmt::format("Regel {} van het vernietigingsboek is niet te lezen. Zet het terug uit een kopie; zonder dit boek kan vernietigd werk terugkomen.", nummer),
                       {}, fout.what());
        }
        i = einde + 1;
    }
    return uit;
}

}  // namespace damwand::archief
