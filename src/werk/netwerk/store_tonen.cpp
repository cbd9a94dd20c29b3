// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "werk/casus/casus.hpp"
#include "werk/netwerk/store.hpp"
#include "werk/register/register.hpp"
#include "werk/signaal/signaal.hpp"

/// What is shown of the graph, read again as the asker.
namespace damwand::netwerk::store {
namespace {

/// The kinds of dossiers whose rows the asker may read.
std::vector<std::string> dossiersoorten(const poort::Gang& gang) {
    std::vector<std::string> uit;
    for (const auto* soort : {"signaal", "casus"}) {
        if (gang.wie().heeft(std::string(soort) + ".lezen")) uit.emplace_back(soort);
    }
    return uit;
}

template <class IdType>
std::vector<IdType> als(const std::vector<std::string>& ids) {
    std::vector<IdType> uit;
    for (const auto& id : ids) {
        if (const auto gelezen = IdType::lees(id)) uit.push_back(*gelezen);
    }
    return uit;
}

bool is_nummer(std::string_view id) { return id.find('-') == std::string_view::npos; }

using Namen = std::map<KnoopRef, Naam>;

void adressen(poort::Gang& gang, const std::vector<std::string>& ids, Namen& uit) {
    for (auto& [id, adres] : registers::zoek_adressen(gang.tx(), ids)) {
        gang.raakt_merken(logboek::merken_van_nummeraanduiding(id));
        uit.emplace(KnoopRef{"adres", id}, Naam{std::move(adres.weergave), std::nullopt});
    }
}

/// Where the addresses and buildings among them are.
void op_de_kaart(poort::Gang& gang, const std::vector<std::string>& adressen, const std::vector<std::string>& panden, Namen& uit) {
    if (!gang.wie().heeft("kaart.zien")) return;
    const auto zet = [&](const char* soort, const std::map<std::string, registers::KaartPunt>& punten) {
        for (const auto& [id, punt] : punten) {
            if (const auto naam = uit.find({soort, id}); naam != uit.end()) naam->second.punt = punt;
        }
    };
    if (!adressen.empty()) zet("adres", registers::punten_van_adressen(gang.tx(), adressen));
    if (!panden.empty()) zet("pand", registers::punten_van_panden(gang.tx(), panden));
}

void panden(poort::Gang& gang, const std::vector<std::string>& ids, Namen& uit) {
    for (const auto rij : gang.tx().doe("select distinct on (p.identificatie) lpad(p.identificatie::text, 16, '0') as id, p.bouwjaar from register.pand_voorkomen p"
                                        " where p.identificatie = any ($1::bigint[]) order by p.identificatie, p.actueel desc, p.begin_geldigheid desc, p.voorkomen desc", ids)) {
        uit.emplace(KnoopRef{"pand", rij.veld<std::string>("id")}, Naam{std::to_string(rij.veld<int>("bouwjaar")), rij.veld<std::string>("id")});
    }
}

/// Companies and establishments as they are called now. Of natural persons they are data subjects.
void bedrijven(poort::Gang& gang, const std::vector<std::string>& ondernemingen, const std::vector<std::string>& vestigingen, Namen& uit) {
    const auto neem = [&](const db::Resultaat& rijen, const char* soort) {
        for (const auto rij : rijen) {
            auto naam = rij.veld<std::string>("naam");
            gang.raakt_merken(logboek::merken_van_persoon(naam));
            if (rij.veld<bool>("natuurlijk")) {
                gang.raakt(rij.veld<Uuid>("bedrijf"));
                gang.raakt_persoon(rij.veld<Uuid>("bedrijf"));
            }
            uit.emplace(KnoopRef{soort, rij.veld<std::string>("id")}, Naam{std::move(naam), rij.veld<std::string>("kenmerk"), rij.veld<Uuid>("bedrijf")});
        }
    };
    neem(gang.tx().doe("select b.id::text as id, b.id as bedrijf, lpad(b.kvk_nummer::text, 8, '0') as kenmerk, coalesce(n.naam, '') as naam, coalesce(n.natuurlijk, true) as natuurlijk"
                       "  from register.bedrijf b left join lateral (select n.naam, n.natuurlijk from register.bedrijfsnaam n where n.kvk_nummer = b.kvk_nummer"
                       "       order by n.huidig desc, n.vestigingsnummer nulls first, n.van desc limit 1) n on true where b.id = any ($1::uuid[])", ondernemingen), "onderneming");
    neem(gang.tx().doe("select distinct on (v.vestigingsnummer) lpad(v.vestigingsnummer::text, 12, '0') as id, b.id as bedrijf, lpad(v.vestigingsnummer::text, 12, '0') as kenmerk, v.naam,"
                       "       coalesce(o.natuurlijk, true) as natuurlijk from register.vestiging v join register.bedrijf b on b.kvk_nummer = v.kvk_nummer"
                       "  left join register.onderneming o on o.kvk_nummer = v.kvk_nummer and o.tot is null"
                       " where v.vestigingsnummer = any ($1::bigint[]) order by v.vestigingsnummer, v.tot is null desc, v.van desc", vestigingen), "vestiging");
}

/// What dossiers name: by its last mention that the asker may see.
void genoemden(poort::Gang& gang, const std::vector<std::string>& ids, const std::map<std::string, std::string>& soorten, Namen& uit) {
    for (const auto rij : gang.tx().doe("select distinct on (coalesce(v.entiteit, v.id)) v.id, v.entiteit, coalesce(v.entiteit, v.id)::text as knoop, v.soort, v.tekst, v.sleutel, v.dossier_soort, v.dossier"
                                        "  from entiteit.vermelding v where v.organisatie = $1 and (v.entiteit = any ($2::uuid[]) or v.id = any ($2::uuid[]))"
                                        "   and v.zicht = any ($3::int[]) and v.dossier_soort = any ($4::text[]) order by coalesce(v.entiteit, v.id), v.op desc, v.id",
                                        gang.wie().organisatie, ids, gang.wie().zichten, dossiersoorten(gang))) {
        const auto knoop = rij.veld<std::string>("knoop");
        const auto soort = soorten.find(knoop);
        if (soort == soorten.end()) continue;
        entiteit::VermeldingKort v{.id = rij.veld<VermeldingId>("id"),
                                   .entiteit = rij.veld<std::optional<EntiteitId>>("entiteit"),
                                   .soort = rij.veld<std::string>("soort"),
                                   .tekst = rij.veld<std::string>("tekst"),
                                   .sleutel = rij.veld<std::optional<std::string>>("sleutel"),
                                   .rol = std::nullopt,
                                   .dossier_soort = rij.veld<std::string>("dossier_soort"),
                                   .dossier = rij.veld<Uuid>("dossier")};
        entiteit::log_getoond(gang, v);
        gang.raakt(v.dossier);
        uit.emplace(KnoopRef{soort->second, knoop}, Naam{std::move(v.tekst), std::move(v.sleutel)});
    }
}

/// An address that a dossier names by a key that the register does not hold.
void adressen_zonder_register(poort::Gang& gang, const std::vector<std::string>& ids, Namen& uit) {
    for (const auto rij : gang.tx().doe(
             "select distinct on (a.knoop) a.knoop, a.tekst, a.dossier from ("
             "   select e.sleutel as knoop, v.tekst, v.dossier, v.op from entiteit.vermelding v join entiteit.entiteit e on e.organisatie = v.organisatie and e.id = v.entiteit"
             "    where v.organisatie = $1 and e.soort = 'adres' and e.sleutel = any ($2::text[]) and v.zicht = any ($3::int[]) and v.dossier_soort = any ($4::text[])"
             "   union all"
             "   select s.nummeraanduiding, coalesce(s.adres_tekst, s.nummeraanduiding), s.id, s.ontvangen_op from signaal.signaal s"
             "    where s.organisatie = $1 and s.nummeraanduiding = any ($2::text[]) and s.zicht = any ($3::int[]) and 'signaal' = any ($4::text[])) a order by a.knoop, a.op desc",
             gang.wie().organisatie, ids, gang.wie().zichten, dossiersoorten(gang))) {
        gang.raakt(rij.veld<Uuid>("dossier"));
        auto tekst = rij.veld<std::string>("tekst");
        gang.raakt_merken(logboek::merken_van_tekst(tekst));
        uit.emplace(KnoopRef{"adres", rij.veld<std::string>("knoop")}, Naam{std::move(tekst), std::nullopt});
    }
}

}  // namespace

std::map<KnoopRef, Naam> namen(poort::Gang& gang, const std::set<KnoopRef>& knopen) {
    std::map<std::string, std::vector<std::string>> van;  // ids by where they are read
    std::map<std::string, std::string> genoemd;
    for (const auto& k : knopen) {
        static const std::set<std::string> eigen{"signaal", "casus", "pand", "onderneming", "vestiging"};
        if (eigen.contains(k.soort) || (k.soort == "adres" && is_nummer(k.id))) {
            van[k.soort].push_back(k.id);
        } else {
            van["genoemd"].push_back(k.id);
            genoemd.emplace(k.id, k.soort);
        }
    }
    std::map<KnoopRef, Naam> uit;
    for (auto& s : signaal::lees_kort(gang, als<SignaalId>(van["signaal"]))) {
        gang.raakt(s.id.waarde);
        uit.emplace(KnoopRef{"signaal", s.id.tekst()}, Naam{std::move(s.titel), std::move(s.kenmerk)});
    }
    for (auto& c : casus::lees_kort(gang, als<CasusId>(van["casus"]))) {
        gang.raakt(c.id.waarde);
        uit.emplace(KnoopRef{"casus", c.id.tekst()}, Naam{std::move(c.werknaam), std::move(c.kenmerk)});
    }
    if (!van["pand"].empty()) panden(gang, van["pand"], uit);
    if (!van["onderneming"].empty() || !van["vestiging"].empty()) bedrijven(gang, van["onderneming"], van["vestiging"], uit);
    if (!genoemd.empty()) genoemden(gang, van["genoemd"], genoemd, uit);
    adressen(gang, van["adres"], uit);
    op_de_kaart(gang, van["adres"], van["pand"], uit);
    std::erase_if(van["adres"], [&](const auto& id) { return uit.contains({"adres", id}); });
    if (!van["adres"].empty()) adressen_zonder_register(gang, van["adres"], uit);
    return uit;
}

int onzichtbaar(poort::Gang& gang, const std::set<Uuid>& rijen) {
    if (rijen.empty()) return 0;
    const std::vector<Uuid> ids(rijen.begin(), rijen.end());
    return gang.tx().een("select cardinality($2::uuid[])"
                         "  - (select count(*) from entiteit.vermelding v where v.organisatie = $1 and v.id = any ($2::uuid[]) and v.zicht = any ($3::int[]) and v.dossier_soort = any ($4::text[]))"
                         "  - (select count(*) from entiteit.verband w where w.organisatie = $1 and w.id = any ($2::uuid[]) and w.zicht = any ($3::int[]) and 'casus' = any ($4::text[]))"
                         "  - (select count(*) from signaal.signaal s where s.organisatie = $1 and s.id = any ($2::uuid[]) and s.zicht = any ($3::int[]) and 'signaal' = any ($4::text[])) as mist",
                         gang.wie().organisatie, ids, gang.wie().zichten, dossiersoorten(gang))[0].veld<int>("mist");
}

std::map<Uuid, Bewijs> bewijzen(poort::Gang& gang, const std::set<Uuid>& rijen) {
    const std::vector<Uuid> ids(rijen.begin(), rijen.end());
    std::map<Uuid, Bewijs> uit;
    std::map<Uuid, std::vector<Uuid>> van_dossier;  // dossier → rows
    for (const auto rij : gang.tx().doe(
             "select 'vermelding' as herkomst, v.id, v.dossier_soort, v.dossier, v.bron, null::date as begin, null::date as eind, v.peildatum, v.bron_betrouwbaarheid,"
             "       v.informatie_waarde, v.regime, v.doorgifte, v.rol, v.toelichting"
             "  from entiteit.vermelding v where v.organisatie = $1 and v.id = any ($2::uuid[]) and v.zicht = any ($3::int[]) and v.dossier_soort = any ($4::text[])"
             " union all "
             "select 'verband', w.id, 'casus', w.dossier, w.bron, w.geldig_van, w.geldig_tot, w.peildatum, w.bron_betrouwbaarheid, w.informatie_waarde, w.regime, w.doorgifte, null, w.toelichting"
             "  from entiteit.verband w where w.organisatie = $1 and w.id = any ($2::uuid[]) and w.zicht = any ($3::int[]) and 'casus' = any ($4::text[])"
             " union all "
             "select 'signaal', s.id, 'signaal', s.id, '', null, null, s.peildatum, s.bron_betrouwbaarheid, s.informatie_waarde, s.regime, s.doorgifte, null, null"
             "  from signaal.signaal s where s.organisatie = $1 and s.id = any ($2::uuid[]) and s.zicht = any ($3::int[]) and 'signaal' = any ($4::text[])",
             gang.wie().organisatie, ids, gang.wie().zichten, dossiersoorten(gang))) {
        const auto id = rij.veld<Uuid>("id"), dossier = rij.veld<Uuid>("dossier");
        gang.raakt(dossier);
        van_dossier[dossier].push_back(id);
        uit.emplace(id, Bewijs{.herkomst = rij.veld<std::string>("herkomst"),
                               .dossier = Vindplaats{.soort = rij.veld<std::string>("dossier_soort"), .id = dossier, .kenmerk = {}, .naam = {}},
                               .bron = rij.veld<std::string>("bron"),
                               .begin = rij.veld<std::optional<Datum>>("begin"),
                               .eind = rij.veld<std::optional<Datum>>("eind"),
                               .peildatum = rij.veld<Datum>("peildatum"),
                               .bron_betrouwbaarheid = rij.veld<std::string>("bron_betrouwbaarheid"),
                               .informatie_waarde = rij.veld<int>("informatie_waarde"),
                               .regime = rij.veld<std::string>("regime"),
                               .doorgifte = rij.veld<std::string>("doorgifte"),
                               .rol = rij.veld<std::optional<std::string>>("rol"),
                               .toelichting = rij.veld<std::optional<std::string>>("toelichting")});
    }
    std::vector<SignaalId> signalen;
    std::vector<CasusId> casussen;
    for (const auto& [dossier, welke] : van_dossier) {
        if (uit.at(welke.front()).dossier->soort == "signaal") signalen.push_back(SignaalId{dossier});
        else casussen.push_back(CasusId{dossier});
    }
    const auto noem = [&](const Uuid& dossier, const std::string& kenmerk, const std::string& naam) {
        for (const auto& rij : van_dossier[dossier]) {
            uit.at(rij).dossier->kenmerk = kenmerk;
            uit.at(rij).dossier->naam = naam;
        }
    };
    for (const auto& s : signaal::lees_kort(gang, signalen)) noem(s.id.waarde, s.kenmerk, s.titel);
    for (const auto& c : casus::lees_kort(gang, casussen)) noem(c.id.waarde, c.kenmerk, c.werknaam);
    std::erase_if(uit, [](const auto& r) { return r.second.dossier->kenmerk.empty(); });  // of a dossier that is not his to see
    return uit;
}

}  // namespace damwand::netwerk::store
