// SPDX-License-Identifier: EUPL-1.2
#include "werk/vraag/store.hpp"

#include <boost/json.hpp>

namespace damwand::vraag::store {
namespace {

std::optional<Vraaginhoud> inhoud_van(const db::Rij& rij) {
    const auto tekst = rij.veld<std::optional<std::string>>("tekst");
    if (!tekst) return std::nullopt;
    return Vraaginhoud{.tekst = *tekst,
                       .gedeeld = rij.veld<std::string>("gedeeld"),
                       .regime = rij.veld<std::string>("regime"),
                       .antwoord = rij.veld<std::optional<std::string>>("antwoord"),
                       .reden = rij.veld<std::optional<std::string>>("reden"),
                       .terugkoppeling = rij.veld<std::optional<std::string>>("terugkoppeling")};
}

void teken_stap(poort::Gang& gang, const VraagId& id, const std::string& staat) {
    gang.tx().doe("insert into vraag.stap (organisatie, id, vraag, casus, zicht, partner, staat, door, op, operatie)"
                  " select v.organisatie, $3, v.id, v.casus, v.zicht, v.partner, $4, $5, basis.tik(), basis.operatie() from vraag.vraag v where v.organisatie = $1 and v.id = $2",
                  gang.wie().organisatie, id, Uuid::willekeurig(), staat, gang.wie().gebruiker);
}

}  // namespace

std::vector<PartnerVraag> van_partner(poort::Gang& gang, const std::optional<VraagId>& id) {
    std::vector<PartnerVraag> uit;
    for (const auto rij : gang.tx().doe("select * from vraag.mijn($1)", id)) {
        PartnerVraag v{.id = rij.veld<VraagId>("id"),
                       .organisatie = gang.wie().organisatie_naam,
                       .ontvanger = rij.veld<std::string>("ontvanger"),
                       .partner = gang.wie().als_collega(),
                       .staat = rij.veld<std::string>("staat"),
                       .op = rij.veld<Tijdstip>("op"),
                       .tot = rij.veld<Datum>("tot"),
                       .inhoud = inhoud_van(rij),
                       .naar_inhoud = rij.veld<bool>("naar_inhoud"),
                       .stappen = {},
                       .versie = rij.veld<int>("versie")};
        if (v.inhoud) v.stappen = stappen(v.staat, v.naar_inhoud);
        else v.naar_inhoud = false;
        uit.push_back(std::move(v));
    }
    return uit;
}

std::vector<CasusVraag> van_casus(poort::Gang& gang, const CasusId& casus, const std::optional<VraagId>& id) {
    std::vector<CasusVraag> uit;
    for (const auto rij : gang.tx().doe("select v.id, v.bron, coalesce(b.naam, '') as bronnaam, v.partner, g.naam as partner_naam, v.ontvanger, v.staat, v.tot, v.door, d.naam as door_naam, v.op, v.beantwoord_op, v.overleg, v.punt, v.overleg_naam, v.overleg_dag, v.te_noemen,"
                                        " v.versie, i.tekst, i.gedeeld, i.regime, i.antwoord, i.reden, i.terugkoppeling from vraag.vraag v"
                                        " join vraag.inhoud i on i.organisatie = v.organisatie and i.vraag = v.id"
                                        " join toegang.gebruiker g on g.organisatie = v.organisatie and g.id = v.partner join toegang.gebruiker d on d.organisatie = v.organisatie and d.id = v.door"
                                        " left join casus.bron b on b.organisatie = v.organisatie and b.id = v.bron"
                                        " where v.organisatie = $1 and v.casus = $2 and v.zicht = any ($3::integer[]) and ($4::uuid is null or v.id = $4) order by v.op desc, v.id",
                                        gang.wie().organisatie, casus, gang.wie().zichten, id)) {
        uit.push_back({.id = rij.veld<VraagId>("id"),
                       .bron = rij.veld<BronId>("bron"),
                       .bronnaam = rij.veld<std::string>("bronnaam"),
                       .partner = {rij.veld<GebruikerId>("partner"), rij.veld<std::string>("partner_naam")},
                       .ontvanger = rij.veld<std::string>("ontvanger"),
                       .staat = rij.veld<std::string>("staat"),
                       .tot = rij.veld<Datum>("tot"),
                       .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
                       .op = rij.veld<Tijdstip>("op"),
                       .beantwoord_op = rij.veld<std::optional<Tijdstip>>("beantwoord_op"),
                       .inhoud = inhoud_van(rij).value(),
                       .overleg = {},
                       .te_noemen = rij.veld<bool>("te_noemen"),
                       .versie = rij.veld<int>("versie")});
        if (const auto overleg = rij.veld<std::optional<overleg::OverlegId>>("overleg")) {
            uit.back().overleg = {*overleg, rij.veld<overleg::PuntId>("punt"), rij.veld<std::string>("overleg_naam"), rij.veld<Datum>("overleg_dag")};
            gang.raakt(overleg->waarde);
            gang.raakt(uit.back().overleg->punt.waarde);
        }
    }
    return uit;
}

bool is_partner(poort::Gang& gang, const GebruikerId& wie) {
    return !gang.tx()
                .doe("select from toegang.collega g join toegang.gebruiker_rol r on r.organisatie = g.organisatie and r.gebruiker = g.id join toegang.rol_recht t on t.rol = r.rol"
                     " where g.organisatie = $1 and g.id = $2 and t.recht = 'vraag.beantwoorden' and (r.tot is null or r.tot > basis.nu()) limit 1",
                     gang.wie().organisatie, wie)
                .leeg();
}

std::optional<verstrekking::Ontvanger> ontvanger(poort::Gang& gang, const std::string& code) {
    const auto rijen = gang.tx().doe("select code, naam_nl, naam_en, array(select jsonb_array_elements_text(extra -> 'regimes'))::text[] as regimes from basis.stamcode where lijst = 'partner' and code = $1", code);
    if (rijen.leeg()) return std::nullopt;
    return verstrekking::Ontvanger{rijen[0].veld<std::string>("code"), rijen[0].veld<std::string>("naam_nl"), rijen[0].veld<std::string>("naam_en"), rijen[0].veld<std::vector<std::string>>("regimes")};
}

std::string doorgifte_van(poort::Gang& gang, const std::string& regime) {
    const auto rijen = gang.tx().doe("select coalesce(extra ->> 'doorgifte', 'niet') as d from basis.stamcode where lijst = 'regime' and code = $1", regime);
    return rijen.leeg() ? "niet" : rijen[0].veld<std::string>("d");
}

bool mag_vragen(poort::Gang& gang, const CasusId& casus, const BronId& bron) {
    return gang.tx().een("select casus.toets_akkoord($1, '1', $2) or casus.is_van_voor_toets($2) as mag", casus, bron)[0].veld<bool>("mag");
}

int zicht_van_bron(poort::Gang& gang, const CasusId& casus, const BronId& bron) {
    return gang.tx().een("select zicht from casus.bron where organisatie = $1 and casus = $2 and id = $3 and zicht = any ($4::integer[])", gang.wie().organisatie, casus, bron, gang.wie().zichten)[0].veld<int>("zicht");
}

void maak(poort::Gang& gang, const CasusId& casus, int zicht, const VraagId& id, const VraagNieuw& nieuw, const std::string& regime, const std::optional<overleg::Gelegenheid>& bij, bool te_noemen) {
    try {
        gang.tx().doe("insert into vraag.vraag (organisatie, id, casus, bron, zicht, partner, ontvanger, tot, door, overleg, punt, overleg_naam, overleg_dag, te_noemen, op, operatie)"
                      " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, basis.tik(), basis.operatie())",
                      gang.wie().organisatie, id, casus, nieuw.bron, zicht, nieuw.partner, nieuw.ontvanger, nieuw.tot, gang.wie().gebruiker, bij ? std::optional(bij->overleg) : std::nullopt,
                      bij ? nieuw.punt : std::nullopt, bij ? std::optional(bij->naam) : std::nullopt, bij ? std::optional(bij->datum) : std::nullopt, te_noemen);
    } catch (const db::DbFout& fout) {
        if (fout.sqlstate() == "23505" && fout.beperking() == "vraag_loopt") throw Fout(FoutSoort::botsing, "vraag-loopt", "Bij deze bron loopt al een vraag aan een partner. Trek die eerst in.");
        throw;
    }
    gang.tx().doe("insert into vraag.inhoud (organisatie, vraag, casus, zicht, partner, tekst, gedeeld, regime, operatie) values ($1, $2, $3, $4, $5, $6, $7, $8, basis.operatie())",
                  gang.wie().organisatie, id, casus, zicht, nieuw.partner, nieuw.tekst, nieuw.gedeeld ? **nieuw.gedeeld : std::string{}, regime);
    teken_stap(gang, id, "gesteld");
}

void vraag_bron(poort::Gang& gang, const CasusId& casus, const BronId& bron) {
    gang.tx().doe("update casus.bron set status = 'gevraagd', gevraagd_op = coalesce(gevraagd_op, basis.nu()), versie = versie + 1 where organisatie = $1 and casus = $2 and id = $3 and status = 'te_vragen'",
                  gang.wie().organisatie, casus, bron);
}

void trek_in(poort::Gang& gang, const CasusVraag& v, int, const std::string& reden) {
    gang.tx().doe("update vraag.inhoud set reden = $3, operatie = basis.operatie() where organisatie = $1 and vraag = $2", gang.wie().organisatie, v.id, reden);
    gang.tx().doe("update vraag.vraag set staat = 'ingetrokken', versie = versie + 1, operatie = basis.operatie() where organisatie = $1 and id = $2", gang.wie().organisatie, v.id);
    teken_stap(gang, v.id, "ingetrokken");
}

void koppel_terug(poort::Gang& gang, const VraagId& id, const std::string& tekst) {
    gang.tx().doe("update vraag.inhoud set terugkoppeling = $3, operatie = basis.operatie() where organisatie = $1 and vraag = $2", gang.wie().organisatie, id, tekst);
    gang.tx().doe("update vraag.vraag set versie = versie + 1, operatie = basis.operatie() where organisatie = $1 and id = $2", gang.wie().organisatie, id);
}

bool houd_casus(poort::Gang& gang, const VraagId& id) {
    try {
        return gang.tx().een("select vraag.houd_casus($1) as mag", id)[0].veld<bool>("mag");
    } catch (const db::DbFout& fout) {
        if (fout.sqlstate() == "DW021") throw Fout(FoutSoort::botsing, "vraag-dicht", "Deze vraag is gesloten. Er kan niets meer op worden geantwoord.");
        throw;
    }
}

void antwoord(poort::Gang& gang, const VraagId& id, const AntwoordNieuw& a) {
    gang.tx().doe("select vraag.leg_antwoord_vast($1, $2, $3, $4)", id, *a.staat, a.antwoord, a.reden && !(**a.reden).empty() ? std::optional(**a.reden) : std::nullopt);
    gang.tx().doe("select vraag.verwerk($1, $2)", id, a.doorgifte);
}

}  // namespace damwand::vraag::store
