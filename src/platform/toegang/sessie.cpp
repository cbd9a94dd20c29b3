// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "base/tekst.hpp"
#include "platform/toegang/mag.hpp"

namespace damwand::toegang {

std::optional<Subject> wie_is(db::Transactie& tx, const Teken& teken, std::string_view doel, Aanleiding aanleiding) {
    const auto r = tx.doe("select * from toegang.wie_is($1::bytea, $2)", teken.hash(), doel);
    if (r.leeg()) return std::nullopt;
    const auto rij = r[0];
    using Lijst = std::vector<std::string>;
    Subject wie;
    wie.organisatie = teken.organisatie;
    wie.organisatie_code = rij.veld<std::string>("organisatie_code");
    wie.organisatie_naam = rij.veld<std::string>("organisatie_naam");
    wie.gebruiker = rij.veld<GebruikerId>("gebruiker");
    wie.gebruikersnaam = rij.veld<std::string>("gebruikersnaam");
    wie.naam = rij.veld<std::string>("naam");
    wie.rollen = rij.veld<Lijst>("rollen");
    for (auto& recht : rij.veld<Lijst>("rechten")) wie.rechten.insert(std::move(recht));
    const auto codes = rij.veld<Lijst>("activiteiten");
    const auto ids = rij.veld<Lijst>("activiteit_ids");
    const auto naast = rij.veld<Lijst>("activiteit_naast");
    for (std::size_t i = 0; i < codes.size(); ++i) {
        wie.activiteiten.emplace(codes[i], Activiteit{static_cast<std::int16_t>(db::lees_geheel(ids.at(i))), splits(naast.at(i), ',')});
    }
    for (const auto& zicht : rij.veld<Lijst>("zichten")) wie.zichten.push_back(static_cast<int>(db::lees_geheel(zicht)));
    wie.sessie = rij.veld<SessieId>("sessie");
    wie.csrf = rij.veld<std::string>("csrf");
    wie.acr = rij.veld<std::string>("acr");
    wie.verloopt_op = rij.veld<Tijdstip>("verloopt_op");
    wie.noodtoegang_tot = rij.veld<std::optional<Tijdstip>>("noodtoegang_tot");
    wie.niveau = rij.veld<int>("niveau");
    wie.vers = rij.veld<bool>("vers");
    tx.word(*wie.gebruiker, wie.niveau, doel == elk_doel ? std::optional<std::int16_t>(std::int16_t{0}) : activiteit_van(wie, doel, doel));
    if (aanleiding == Aanleiding::iemand && rij.veld<bool>("bijwerken")) {
        tx.doe("update toegang.sessie set laatst_op = basis.nu() where organisatie = $1 and id = $2", wie.organisatie, wie.sessie);
    }
    return wie;
}

std::optional<Mag> mag_nu(db::Pool& pool, const Teken& teken, std::string_view doel, const std::vector<std::string>& rechten, std::string_view stand) {
    struct Geleend {  // given back whatever happens
        db::Pool& pool;
        std::unique_ptr<db::Verbinding> verbinding;
        ~Geleend() { pool.geef(std::move(verbinding)); }
    };
    const Geleend geleend{pool, pool.neem()};
    const auto r = geleend.verbinding->doe(fmt::format("select m.gebruiker, m.rechten, m.bijwerken, {} as stand from toegang.mag_nu($1::smallint, $2::bytea, $3, $4::text[]) m", stand),
                                           teken.organisatie, teken.hash(), doel, rechten);
    if (r.leeg()) return std::nullopt;
    Mag uit{.gebruiker = r[0].veld<GebruikerId>("gebruiker"), .rechten = {}, .bijwerken = r[0].veld<bool>("bijwerken"), .stand = r[0].veld<std::string>("stand")};
    for (auto& recht : r[0].veld<std::vector<std::string>>("rechten")) uit.rechten.insert(std::move(recht));
    return uit;
}

void beeindig_sessie(db::Transactie& tx, SessieId sessie) {
    tx.doe("update toegang.sessie set beeindigd = true where organisatie = $1 and id = $2", tx.wie().organisatie, sessie);
    tx.doe("select toegang.meld_ook_thuis_af($1)", sessie);
}

std::optional<std::int16_t> activiteit_van(const Subject& wie, std::string_view doel, std::string_view handeling) {
    const auto gevonden = wie.activiteiten.find(doel);
    if (gevonden == wie.activiteiten.end()) return std::nullopt;
    const auto& [id, naast] = gevonden->second;
    if (doel != handeling && std::find(naast.begin(), naast.end(), handeling) == naast.end()) return std::nullopt;
    return id;
}

}  // namespace damwand::toegang
