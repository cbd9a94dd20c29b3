// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <array>
#include <fstream>

#include "base/fout.hpp"
#include "engine/geojson/lezer.hpp"
#include "werk/register/store.hpp"

/// damwand gebied laad: GeoJSON → areas, in one transaction.
namespace damwand::registers {
namespace {


constexpr std::size_t meeste_afkeuringen = 1000, langste_code = 40, langste_naam = 200;
constexpr int graden = 4326;

/// What CBS and PDOK call them, by kind and in general.
std::optional<std::string> veld(const json::bj::object& eigenschappen, const std::string& gekozen, std::string_view soort, std::string_view staart) {
    std::vector<std::string> namen{gekozen};
    if (gekozen.empty()) namen = {"stat" + std::string(staart), std::string(soort) + std::string(staart), std::string(staart)};
    for (const auto& naam : namen) {
        const auto* waarde = eigenschappen.if_contains(naam);
        if (waarde == nullptr) continue;
        if (waarde->is_string()) return std::string(waarde->get_string());
        if (waarde->is_int64()) return std::to_string(waarde->get_int64());
    }
    return std::nullopt;
}

/// Reads without keeping: is it whole, and in which coordinates.
struct Vooraf : geojson::Afnemer {
    void ontvang(geojson::Vorm&) override {}
    void ontvang(const geojson::Afkeuring&) override {}
};

struct Opnemer : geojson::Afnemer {
    Opnemer(db::Transactie& t, const Gebiedbestand& b, Gebiedverslag& v, int s) : tx(t), bestand(b), verslag(v), stelsel(s) {}
    void ontvang(geojson::Vorm& vorm) override {
        const auto code = veld(vorm.eigenschappen, bestand.codeveld, bestand.soort, "code");
        const auto naam = veld(vorm.eigenschappen, bestand.naamveld, bestand.soort, "naam");
        std::optional<std::string> reden;
        if (!code || code->empty() || code->size() > langste_code) reden = "zonder code";
        else if (!naam || naam->empty() || naam->size() > langste_naam) reden = "zonder naam";
        else reden = neem_gebied(tx, verslag.lading, bestand, *code, *naam, vorm.geometrie, stelsel);
        if (reden) keur_af(vorm.nummer, code.value_or("").substr(0, langste_code), *reden);
        else ++verslag.opgeslagen;
    }
    void ontvang(const geojson::Afkeuring& a) override { keur_af(a.nummer, "", a.reden); }
    void keur_af(std::uint64_t nummer, std::string code, std::string reden) {
        ++verslag.afgekeurd;
        if (verslag.afkeuringen.size() < meeste_afkeuringen) verslag.afkeuringen.push_back({nummer, std::move(code), std::move(reden)});
    }
    db::Transactie& tx;
    const Gebiedbestand& bestand;
    Gebiedverslag& verslag;
    int stelsel;
};

}  // namespace

Gebiedverslag laad_gebieden(db::Pool& lader, const Gebiedbestand& bestand) {
    const std::array paden{bestand.bestand};
    const auto bron = lees_bronnen(paden, [] {}).front();
    const auto lees = [&](geojson::Afnemer& afnemer) {
        std::ifstream in(bestand.bestand, std::ios::binary);
        if (!in) throw Fout(FoutSoort::ongeldig, "onleesbaar", fmt::format("{}: dit bestand kan niet worden gelezen. Controleer de naam en de rechten.", bestand.bestand.string()));
        return geojson::lees(in, bron.bytes, afnemer, bestand.voortgang);
    };
    Vooraf vooraf;
    const int stelsel = bestand.stelsel.value_or(lees(vooraf).stelsel.value_or(graden));

    db::Transactie tx(lader, db::Identiteit{.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    Gebiedverslag verslag;
    verslag.lading = begin_gebieden(tx, bestand);
    Opnemer opnemer(tx, bestand, verslag, stelsel);
    verslag.gelezen = lees(opnemer).gelezen;
    if (verslag.opgeslagen == 0) {
        const auto waarom = verslag.afkeuringen.empty() ? std::string("het is leeg") : fmt::format("vorm {}: {}", verslag.afkeuringen.front().nummer, verslag.afkeuringen.front().reden);
        throw Fout(FoutSoort::ongeldig, "gebied-leeg", fmt::format("In dit bestand staat geen bruikbaar gebied ({}). Er is niets gewijzigd.", waarom));
    }
    leg_gebieden_vast(tx, verslag, bestand, bron, stelsel);
    tx.leg_vast();
    return verslag;
}

}  // namespace damwand::registers
