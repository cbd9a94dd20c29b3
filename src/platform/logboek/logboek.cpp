// SPDX-License-Identifier: EUPL-1.2
#include "platform/logboek/logboek.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <unistd.h>

#include <cstring>

#include "base/duurzaam.hpp"
#include "base/tekst.hpp"

namespace damwand::logboek {
std::array<unsigned char, 32> lees_sleutel(const std::filesystem::path& bestand) {
    if (sodium_init() < 0) throw Fout(FoutSoort::intern, "sodium", "De versleuteling start niet.");
    std::array<unsigned char, 32> sleutel{};
    const int in = open(bestand.c_str(), O_RDONLY | O_CLOEXEC);
    if (in >= 0) {
        const auto gelezen = read(in, sleutel.data(), sleutel.size());
        close(in);
        if (gelezen != static_cast<ssize_t>(sleutel.size())) {
            throw Fout(FoutSoort::intern, "sleutel-kapot",
                       fmt::format("Het sleutelbestand {} is niet heel. Zet het terug uit de reservekopie.", bestand.string()));
        }
        return sleutel;
    }
    maak_map(bestand.parent_path(), 0755);
    randombytes_buf(sleutel.data(), sleutel.size());
    schrijf_duurzaam(bestand, {reinterpret_cast<const char*>(sleutel.data()), sleutel.size()}, 0400);
    return sleutel;
}

Pseudoniem::Pseudoniem(const std::filesystem::path& sleutelbestand) : m_sleutel(lees_sleutel(sleutelbestand)) {}

std::string Pseudoniem::hex(OrganisatieId organisatie, const Uuid& betrokkene) const {
    std::array<unsigned char, 18> invoer{};
    invoer[0] = static_cast<unsigned char>(organisatie.waarde >> 8);
    invoer[1] = static_cast<unsigned char>(organisatie.waarde & 0xFF);
    std::memcpy(invoer.data() + 2, betrokkene.bytes.data(), 16);
    std::array<unsigned char, 32> uit{};
    crypto_generichash(uit.data(), uit.size(), invoer.data(), invoer.size(), m_sleutel.data(), m_sleutel.size());
    return "\\x" + als_hex(uit);
}

std::string Pseudoniem::merk(OrganisatieId organisatie, const std::string& merk) const {
    const auto invoer = fmt::format("merk {} {}", organisatie.waarde, merk);
    std::array<unsigned char, 32> uit{};
    crypto_generichash(uit.data(), uit.size(), reinterpret_cast<const unsigned char*>(invoer.data()), invoer.size(), m_sleutel.data(), m_sleutel.size());
    return "\\x" + als_hex(uit);
}

std::string Pseudoniem::zoekterm(OrganisatieId organisatie, std::string_view gevouwen) const {
    return merk(organisatie, fmt::format("zoek {}", gevouwen)).substr(2, 32);  // without \\x
}

void schrijf(db::Transactie& tx, const Actie& actie, const Regels& regels, const Pseudoniem& pseudoniem) {
    std::vector<std::string> betrokkenen;
    std::vector<std::string> soorten;
    for (const auto& b : regels.betrokkenen) {
        betrokkenen.push_back(pseudoniem.hex(tx.wie().organisatie, b));
        soorten.emplace_back("persoon");
    }
    std::vector<std::string> merken;
    for (const auto& m : regels.merken) merken.push_back(pseudoniem.merk(tx.wie().organisatie, m));
    const std::vector<Uuid> objecten(regels.objecten.begin(), regels.objecten.end());
    std::optional<std::string> soort;
    if (!regels.object_soort.empty()) soort = regels.object_soort;
    std::optional<std::string> rol;
    if (!actie.rol.empty()) rol = actie.rol;
    auto toelichting = actie.toelichting;
    if (!regels.zoekterm.empty()) toelichting = fmt::format("{}{}zoek-{}", toelichting.value_or(""), toelichting ? " " : "", pseudoniem.zoekterm(tx.wie().organisatie, regels.zoekterm));
    std::optional<std::string> acr;
    if (!actie.acr.empty()) acr = actie.acr;
    tx.doe("select logboek.schrijf($1::uuid, $2, $3, $4::uuid, $5, $6::smallint, $7, $8::uuid, $9::uuid, $10, $11::smallint,"
           " $12, $13, $14::bytea, $15::uuid[], $16::bytea[], $17::text[], $18::boolean, $19::bytea[])",
           actie.actor, rol, acr, actie.sessie, actie.naam, actie.activiteit, soort, regels.object, regels.casus,
           actie.resultaat, actie.status, actie.oorsprong, toelichting, "\\x" + als_hex(actie.trace), objecten,
           betrokkenen, soorten, actie.verwerkt && actie.activiteit.has_value(), merken);
}

}  // namespace damwand::logboek
