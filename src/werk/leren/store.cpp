// SPDX-License-Identifier: EUPL-1.2
#include "werk/leren/store.hpp"

namespace damwand::leren::store {

Evaluatie evaluatie(poort::Gang& gang, const casus::Greep& greep) {
    Evaluatie uit;
    const auto r = gang.tx().doe("select e.wat_werkte, e.wat_niet, e.anders, e.door, g.naam, e.op, e.versie from leren.evaluatie e join toegang.gebruiker g on g.organisatie = e.organisatie and g.id = e.door"
                                 " where e.organisatie = $1 and e.casus = $2 and e.zicht = $3",
                                 gang.wie().organisatie, greep.id, greep.zicht);
    if (r.leeg()) return uit;
    uit.wat_werkte = r[0].veld<std::string>("wat_werkte");
    uit.wat_niet = r[0].veld<std::string>("wat_niet");
    uit.anders = r[0].veld<std::string>("anders");
    uit.door = {r[0].veld<GebruikerId>("door"), r[0].veld<std::string>("naam")};
    uit.op = r[0].veld<Tijdstip>("op");
    uit.versie = r[0].veld<int>("versie");
    return uit;
}

std::vector<Effect> effecten(poort::Gang& gang, const casus::Greep& greep) {
    std::vector<Effect> uit;
    for (const auto rij : gang.tx().doe("select interventie, effect, toelichting from leren.effect where organisatie = $1 and casus = $2 and zicht = any ($3::integer[]) order by interventie", gang.wie().organisatie,
                                        greep.id, gang.wie().zichten)) {
        uit.push_back({rij.veld<InterventieId>("interventie"), rij.veld<std::string>("effect"), rij.veld<std::string>("toelichting")});
    }
    return uit;
}

void zet_evaluatie(poort::Gang& gang, const casus::Greep& greep, const EvaluatieNieuw& nieuw) {
    gang.tx().doe("insert into leren.evaluatie (organisatie, casus, zicht, wat_werkte, wat_niet, anders, door, op) values ($1, $2, $3, $4, $5, $6, $7, basis.tik())"
                  " on conflict (organisatie, casus) do update set wat_werkte = excluded.wat_werkte, wat_niet = excluded.wat_niet, anders = excluded.anders, door = excluded.door, op = excluded.op,"
                  " versie = evaluatie.versie + 1",
                  gang.wie().organisatie, greep.id, greep.zicht, nieuw.wat_werkte, nieuw.wat_niet, nieuw.anders, gang.wie().gebruiker);
}

bool zet_effect(poort::Gang& gang, const casus::Greep& greep, const EffectNieuw& nieuw) {
    return gang.tx()
               .doe("insert into leren.effect (organisatie, interventie, casus, zicht, effect, toelichting)"
                    " select i.organisatie, i.id, i.casus, i.zicht, $4, $5 from interventie.interventie i where i.organisatie = $1 and i.casus = $2 and i.id = $3 and i.zicht = any ($6::integer[])"
                    " on conflict (organisatie, interventie) do update set effect = excluded.effect, toelichting = excluded.toelichting",
                    gang.wie().organisatie, greep.id, nieuw.interventie, nieuw.effect, nieuw.toelichting, gang.wie().zichten)
               .geraakt() == 1;
}

std::vector<Lesvoorstel> voorstellen(poort::Gang& gang, const casus::Greep& greep, const std::optional<LesvoorstelId>& id) {
    std::vector<Lesvoorstel> uit;
    for (const auto rij : gang.tx().doe("select v.*, g.naam as door_naam, b.naam as besluit_naam from leren.lesvoorstel v join toegang.gebruiker g on g.organisatie = v.organisatie and g.id = v.door"
                                        "  left join toegang.gebruiker b on b.organisatie = v.organisatie and b.id = v.besloten_door"
                                        " where v.organisatie = $1 and v.casus = $2 and v.zicht = $3 and ($4::uuid is null or v.id = $4) order by v.op, v.id",
                                        gang.wie().organisatie, greep.id, greep.zicht, id)) {
        Lesvoorstel v;
        v.id = rij.veld<LesvoorstelId>("id");
        v.thema = rij.veld<std::string>("thema");
        v.titel = rij.veld<std::string>("titel");
        v.tekst = rij.veld<std::string>("tekst");
        v.instrumenten = rij.veld<std::vector<std::string>>("instrumenten");
        v.staat = rij.veld<std::string>("staat");
        v.reden = rij.veld<std::optional<std::string>>("reden");
        v.door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")};
        v.op = rij.veld<Tijdstip>("op");
        if (const auto wie = rij.veld<std::optional<GebruikerId>>("besloten_door")) v.besloten_door = toegang::Collega{*wie, rij.veld<std::string>("besluit_naam")};
        v.besloten_op = rij.veld<std::optional<Tijdstip>>("besloten_op");
        v.versie = rij.veld<int>("versie");
        if (v.staat != "gedeeld") v.herkenbaar = casus::herkenbaar(gang, greep.id, v.titel + "\n" + v.tekst);
        uit.push_back(std::move(v));
    }
    return uit;
}

void maak_voorstel(poort::Gang& gang, const casus::Greep& greep, const LesvoorstelId& id, const LesvoorstelNieuw& nieuw) {
    gang.tx().doe("insert into leren.lesvoorstel (organisatie, id, casus, zicht, thema, titel, tekst, instrumenten, door, op) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, basis.tik())", gang.wie().organisatie, id,
                  greep.id, greep.zicht, nieuw.thema, nieuw.titel, nieuw.tekst, nieuw.instrumenten, gang.wie().gebruiker);
}

void wijzig_voorstel(poort::Gang& gang, const LesvoorstelId& id, const LesvoorstelNieuw& nieuw) {
    gang.tx().doe("update leren.lesvoorstel set thema = $3, titel = $4, tekst = $5, instrumenten = $6, door = $7, op = basis.tik(), staat = 'voorgelegd', reden = null, besloten_door = null, besloten_op = null,"
                  " versie = versie + 1 where organisatie = $1 and id = $2",
                  gang.wie().organisatie, id, nieuw.thema, nieuw.titel, nieuw.tekst, nieuw.instrumenten, gang.wie().gebruiker);
}

void besluit(poort::Gang& gang, const LesvoorstelId& id, const LesvoorstelBesluit& besluit) {
    gang.tx().doe("update leren.lesvoorstel set staat = $3, reden = $4, besloten_door = $5, besloten_op = basis.tik(), versie = versie + 1 where organisatie = $1 and id = $2", gang.wie().organisatie, id,
                  besluit.besluit, besluit.reden, gang.wie().gebruiker);
}

std::vector<Les> lessen(poort::Gang& gang) {
    std::vector<Les> uit;
    for (const auto rij : gang.tx().doe("select id, thema, titel, tekst, instrumenten, maand from leren.les where organisatie = $1 order by maand desc, titel collate pg_catalog.\"C\", id limit 500",
                                        gang.wie().organisatie)) {
        uit.push_back({rij.veld<LesId>("id"), rij.veld<std::string>("thema"), rij.veld<std::string>("titel"), rij.veld<std::string>("tekst"), rij.veld<std::vector<std::string>>("instrumenten"),
                       rij.veld<Datum>("maand")});
    }
    return uit;
}

void maak_les(poort::Gang& gang, const Lesvoorstel& van) {
    gang.tx().doe("insert into leren.les (organisatie, id, thema, titel, tekst, instrumenten, maand) values ($1, $2, $3, $4, $5, $6, date_trunc('month', basis.vandaag())::date)", gang.wie().organisatie,
                  LesId::nieuw(), van.thema, van.titel, van.tekst, van.instrumenten);
}

bool wis_les(poort::Gang& gang, const LesId& id) {
    return gang.tx().doe("delete from leren.les where organisatie = $1 and id = $2", gang.wie().organisatie, id).geraakt() == 1;
}

}  // namespace damwand::leren::store
