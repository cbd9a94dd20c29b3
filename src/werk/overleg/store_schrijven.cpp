// SPDX-License-Identifier: EUPL-1.2
#include "werk/overleg/store.hpp"

namespace damwand::overleg::store {

Puntveld houd_veld(poort::Gang& gang, const Zitting& z, const Puntstand& p, std::string_view veld) {
    gang.tx().doe("insert into overleg.veld (organisatie, punt, veld, id, overleg, dossier_soort, dossier, zicht, waarde, versie, door, op, operatie) "
                  "values ($1, $2, $3, gen_random_uuid(), $4, $5, $6, $7, '', 0, $8, basis.tik(), basis.operatie()) on conflict do nothing",
                  gang.wie().organisatie, p.id, veld, z.id, p.dossier_soort, p.dossier, p.zicht, gang.wie().gebruiker);
    // Held by itself first: whoever waited for a row that got another `door` meanwhile would find no name to join it with.
    gang.tx().een("select from overleg.veld where organisatie = $1 and punt = $2 and veld = $3 for update", gang.wie().organisatie, p.id, veld);
    const auto rijen = gang.tx().een("select v.waarde, v.versie, v.door, g.naam, v.op from overleg.veld v join toegang.gebruiker g on g.organisatie = v.organisatie and g.id = v.door "
                                     "where v.organisatie = $1 and v.punt = $2 and v.veld = $3",
                                     gang.wie().organisatie, p.id, veld);
    const auto rij = rijen[0];
    return {std::string(veld), rij.veld<std::string>("waarde"), rij.veld<int>("versie"), toegang::Collega{rij.veld<GebruikerId>("door"), rij.veld<std::string>("naam")}, rij.veld<Tijdstip>("op")};
}

std::optional<std::string> veld_toen(poort::Gang& gang, const Puntstand& p, std::string_view veld, int versie) {
    if (versie == 0) return std::string{};
    const auto rijen = gang.tx().doe("select staat from overleg.bewerking where organisatie = $1 and punt = $2 and veld = $3 and versie = $4 and staat is not null", gang.wie().organisatie, p.id, veld, versie);
    if (rijen.leeg()) return std::nullopt;
    return rijen[0].veld<std::string>("staat");
}

void zet_veld(poort::Gang& gang, const Puntstand& p, std::string_view veld, const std::string& waarde, int versie) {
    gang.tx().doe("update overleg.veld set waarde = $4, versie = $5, door = $6, op = basis.tik(), operatie = basis.operatie() where organisatie = $1 and punt = $2 and veld = $3", gang.wie().organisatie, p.id,
                  veld, waarde, versie, gang.wie().gebruiker);
}

std::optional<Bewaard> bewijs(poort::Gang& gang, const Uuid& sleutel) {
    const auto rijen = gang.tx().doe("select b.punt, b.veld, b.waarde, b.gezien, b.uitkomst, b.versie, b.staat, b.ander, b.ander_door, g.naam as ander_naam from overleg.bewerking b "
                                     "left join toegang.gebruiker g on g.organisatie = b.organisatie and g.id = b.ander_door where b.organisatie = $1 and b.door = $2 and b.sleutel = $3",
                                     gang.wie().organisatie, gang.wie().gebruiker, sleutel);
    if (rijen.leeg()) return std::nullopt;
    const auto rij = rijen[0];
    Bewaard uit{.wat = {rij.veld<PuntId>("punt"), rij.veld<std::string>("veld"), rij.veld<std::string>("waarde"), rij.veld<int>("gezien")},
                .bewijs = {.uitkomst = rij.veld<std::string>("uitkomst"), .versie = rij.veld<int>("versie"), .waarde = {}, .anders = {}}};
    uit.bewijs.waarde = rij.veld<std::optional<std::string>>("staat").value_or(uit.wat.waarde);
    if (uit.bewijs.uitkomst == "botsing") {
        uit.bewijs.anders = {rij.veld<std::string>("ander"), {rij.veld<GebruikerId>("ander_door"), rij.veld<std::string>("ander_naam")}, uit.bewijs.versie};
    }
    return uit;
}

void bewaar_bewijs(poort::Gang& gang, const Zitting& z, const Puntstand& p, const Uuid& sleutel, const Bewerking& wat, const Ontvangstbewijs& b, const std::optional<std::string>& staat) {
    gang.tx().doe("insert into overleg.bewerking (organisatie, door, sleutel, id, overleg, punt, dossier_soort, dossier, zicht, veld, gezien, waarde, uitkomst, versie, staat, ander, ander_door, op, operatie) "
                  "values ($1, $2, $3, gen_random_uuid(), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, basis.tik(), basis.operatie())",
                  gang.wie().organisatie, gang.wie().gebruiker, sleutel, z.id, p.id, p.dossier_soort, p.dossier, p.zicht, wat.veld, wat.gezien, wat.waarde, b.uitkomst, b.versie, staat,
                  b.anders ? std::optional(b.anders->waarde) : std::nullopt, b.anders ? std::optional(b.anders->door.id) : std::nullopt);
}

bool is_geschreven(poort::Gang& gang, const Puntstand& p, std::string_view veld) {
    return !gang.tx().doe("select from overleg.bewerking where organisatie = $1 and punt = $2 and veld = $3 and staat is not null limit 1", gang.wie().organisatie, p.id, veld).leeg();
}

toegang::Collega planschrijver(poort::Gang& gang, const CasusId& casus) {
    // The audit line of the operation that wrote it says who; where that is out of reach, the casus is what stands there.
    const auto rijen = gang.tx().doe("select g.id, g.naam from overleg.bewerking b join toegang.gebruiker g on g.organisatie = b.organisatie and g.id = b.door "
                                     "join casus.plan p on p.organisatie = b.organisatie and p.casus = b.dossier and p.versie = b.versie "
                                     "where b.organisatie = $1 and b.dossier = $2 and b.veld in ('hypothese', 'doel', 'strategie') and b.staat is not null order by b.op desc limit 1",
                                     gang.wie().organisatie, casus);
    if (!rijen.leeg()) return {rijen[0].veld<GebruikerId>("id"), rijen[0].veld<std::string>("naam")};
    const auto trekker = gang.tx().een("select g.id, g.naam from casus.casus c join toegang.gebruiker g on g.organisatie = c.organisatie and g.id = c.trekker where c.organisatie = $1 and c.id = $2",
                                       gang.wie().organisatie, casus);
    return {trekker[0].veld<GebruikerId>("id"), trekker[0].veld<std::string>("naam")};
}

void leg_besluit_vast(poort::Gang& gang, const Zitting& z, const Puntstand& p, const Uuid& id, std::string_view soort, const std::string& tekst, const std::optional<Datum>& tot,
                      const std::vector<StandpuntNieuw>& standpunten) {
    // Where the item stands now: a decision may have moved its dossier to another audience.
    gang.tx().doe("insert into overleg.besluit (organisatie, id, overleg, punt, dossier_soort, dossier, zicht, soort, tekst, tot, door, op, operatie) "
                  "select p.organisatie, $3, p.overleg, p.id, p.dossier_soort, p.dossier, p.zicht, $4, $5, $6, $7, basis.tik(), basis.operatie() from overleg.punt p where p.organisatie = $1 and p.id = $2",
                  gang.wie().organisatie, p.id, id, soort, tekst, tot, gang.wie().gebruiker);
    for (const auto& s : standpunten) {
        gang.tx().doe("insert into overleg.standpunt (organisatie, besluit, gebruiker, overleg, punt, dossier_soort, dossier, zicht, id, eens, reden) "
                      "select p.organisatie, $3, $4, $5, p.id, p.dossier_soort, p.dossier, p.zicht, gen_random_uuid(), $6, nullif($7, '') from overleg.punt p where p.organisatie = $1 and p.id = $2",
                      gang.wie().organisatie, p.id, id, s.gebruiker, z.id, s.eens, s.reden);
    }
}

std::vector<Uuid> voorgaande(poort::Gang& gang, const Zitting& z) {
    std::vector<Uuid> uit;
    for (const auto rij : gang.tx().doe("select id from overleg.overleg where organisatie = $1 and reeks = $2 and datum < $3 and zicht = any ($4::integer[]) order by datum desc limit 12", gang.wie().organisatie,
                                        z.reeks, z.datum, gang.wie().zichten))
        uit.push_back(rij.veld<Uuid>("id"));
    return uit;
}

namespace {
std::vector<PuntDossierNieuw> dossiers_uit(const db::Resultaat& rijen) {
    std::vector<PuntDossierNieuw> uit;
    for (const auto rij : rijen) uit.push_back({{rij.veld<std::string>("dossier_soort")}, rij.veld<Uuid>("dossier")});
    return uit;
}
}  // namespace

std::vector<PuntDossierNieuw> doorgeschoven(poort::Gang& gang, const Zitting& z) {
    // Not one that was on a later agenda and was discussed there.
    return dossiers_uit(gang.tx().doe("select p.dossier_soort, p.dossier from (select distinct on (p.dossier) p.dossier_soort, p.dossier, p.staat from overleg.punt p join overleg.overleg o on o.organisatie = p.organisatie and o.id = p.overleg "
                                      "where p.organisatie = $1 and o.reeks = $2 and (o.datum < $3 and o.staat = 'gesloten' or o.datum <= $3 and o.staat = 'afgelast') and o.zicht = any ($4::integer[]) and p.zicht = any ($4::integer[]) and p.dossier is not null "
                                      "order by p.dossier, o.datum desc, o.staat = 'gesloten' desc) p where p.staat = 'doorgeschoven' order by p.dossier limit 50",
                                      gang.wie().organisatie, z.reeks, z.datum, gang.wie().zichten));
}

std::vector<PuntDossierNieuw> met_late_actie(poort::Gang& gang) {
    return dossiers_uit(gang.tx().doe("select a.dossier_soort, a.dossier from actie.actie a where a.organisatie = $1 and a.zicht = any ($2::integer[]) and a.dossier is not null and a.staat = 'open' and a.datum < basis.vandaag() "
                                      "group by a.dossier_soort, a.dossier order by min(a.datum), a.dossier limit 50",
                                      gang.wie().organisatie, gang.wie().zichten));
}

std::set<Uuid> op_agenda(poort::Gang& gang, const Zitting& z) {
    std::set<Uuid> uit;
    for (const auto rij : gang.tx().doe("select dossier from overleg.punt where organisatie = $1 and overleg = $2 and dossier is not null and zicht = any ($3::integer[])", gang.wie().organisatie, z.id, gang.wie().zichten))
        uit.insert(rij.veld<Uuid>("dossier"));
    return uit;
}

Tijden tijden(poort::Gang& gang, const Zitting& z) {
    const auto rijen = gang.tx().een("select (extract(epoch from begin) / 60)::integer as begin, duur_minuten from overleg.overleg where organisatie = $1 and id = $2", gang.wie().organisatie, z.id);
    const auto begin = rijen[0].veld<int>("begin");
    return {begin, (begin + rijen[0].veld<int>("duur_minuten")) % (24 * 60)};
}

std::optional<std::string> codenaam(poort::Gang& gang, std::string_view lijst, std::string_view code) {
    const auto rijen = gang.tx().doe("select naam_nl from basis.stamcode where lijst = $1 and code = $2", lijst, code);
    if (rijen.leeg()) return std::nullopt;
    return rijen[0].veld<std::string>("naam_nl");
}

}  // namespace damwand::overleg::store
