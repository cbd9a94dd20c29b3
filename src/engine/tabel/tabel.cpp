// SPDX-License-Identifier: EUPL-1.2
#include "engine/tabel/tabel.hpp"

#include <array>
#include <fstream>

#include "engine/tabel/blad.hpp"
#include "engine/tabel/csv.hpp"

namespace damwand::tabel {
namespace {

constexpr std::string_view zip_begin = "PK\x03\x04", ole_begin = "\xD0\xCF\x11\xE0";

Leesverslag lees_pakket(const Pakket& pakket, const Opties& opties, Afnemer& afnemer, const Voortgang& voortgang) {
    Rijenteller rijen(opties, afnemer);
    if (pakket.heeft("xl/workbook.xml")) {
        lees_xlsx(pakket, opties, rijen, voortgang);
        return std::move(rijen).klaar(Soort::xlsx);
    }
    if (pakket.heeft("content.xml")) {
        lees_ods(pakket, opties, rijen, voortgang);
        return std::move(rijen).klaar(Soort::ods);
    }
    throw ongeldig("In dit zipbestand zit geen rekenblad (XLSX of ODS).");
}

void weiger_oud(std::string_view begin) {
    if (begin.starts_with(ole_begin)) throw ongeldig("Dit is een oud rekenblad (XLS). Sla het op als XLSX, ODS of CSV en probeer het opnieuw.");
}

Leesverslag met_csv(Csvlezer& lezer, Rijenteller& rijen) {
    lezer.sluit();
    auto uit = std::move(rijen).klaar(Soort::csv);
    uit.tekenset = lezer.tekenset();
    uit.scheiding = lezer.scheiding();
    return uit;
}

}  // namespace

Leesverslag lees(const std::filesystem::path& pad, const Opties& opties, Afnemer& afnemer, const Voortgang& voortgang) {
    std::ifstream in(pad, std::ios::binary);
    std::error_code weg;
    const auto bytes = std::filesystem::file_size(pad, weg);
    if (!in || weg) throw Fout(FoutSoort::ongeldig, "onleesbaar", pad.string() + ": dit bestand kan niet worden gelezen. Controleer de naam en de rechten.");
    std::array<char, std::size_t{64} * 1024> buffer{};
    in.read(buffer.data(), buffer.size());
    auto gelezen = static_cast<std::size_t>(in.gcount());
    const std::string_view begin(buffer.data(), gelezen);
    weiger_oud(begin);
    if (begin.starts_with(zip_begin)) return lees_pakket(Pakket::open(pad), opties, afnemer, voortgang);
    Rijenteller rijen(opties, afnemer);
    Csvlezer lezer(opties, rijen);
    for (std::uint64_t gedaan = 0; gelezen > 0;) {
        lezer.neem({buffer.data(), gelezen});
        gedaan += gelezen;
        if (voortgang && !voortgang({gedaan, bytes})) throw Fout(FoutSoort::ongeldig, "afgebroken", "Afgebroken.");
        in.read(buffer.data(), buffer.size());
        gelezen = static_cast<std::size_t>(in.gcount());
    }
    return met_csv(lezer, rijen);
}

Leesverslag lees_inhoud(std::string_view inhoud, const Opties& opties, Afnemer& afnemer) {
    weiger_oud(inhoud);
    if (inhoud.starts_with(zip_begin)) return lees_pakket(Pakket::open_inhoud(inhoud), opties, afnemer, {});
    Rijenteller rijen(opties, afnemer);
    Csvlezer lezer(opties, rijen);
    lezer.neem(inhoud);
    return met_csv(lezer, rijen);
}

}  // namespace damwand::tabel
