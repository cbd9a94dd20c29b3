// SPDX-License-Identifier: EUPL-1.2
#include <map>

#include "werk/overleg/store.hpp"

namespace damwand::overleg::store {
namespace {

/// The parts that somebody sees: of his dossiers, and what an approved check gave him.
constexpr std::string_view zichtbaar_deel =
    "(d.zicht = any ($3::integer[]) or exists (select from overleg.deeltoegang t where t.organisatie = d.organisatie and t.punt = d.punt and t.soort = d.soort and t.gebruiker = $4 "
    "and t.toegang_tot > basis.nu()))";

std::optional<toegang::Collega> misschien(const db::Rij& rij, std::string_view kolom) {
    const auto id = rij.veld<std::optional<GebruikerId>>(kolom);
    if (!id) return std::nullopt;
    return toegang::Collega{*id, rij.veld<std::string>(std::string(kolom) + "_naam")};
}

/// What only who leads is told of the items.
void lees_leiding(poort::Gang& gang, const Zitting& z, std::map<PuntId, Agendapunt*>& op_id) {
    const auto& wie = gang.wie();
    for (auto& [id, punt] : op_id) {
        if (punt->soort == "vrij") continue;
        punt->waarschuwing.emplace();
        if (!punt->dossier) continue;
        punt->toetsen.emplace();
        punt->verdeling.emplace();
    }
    for (const auto rij : gang.tx().doe("select t.id, t.punt, t.verdeling, t.grondslag, t.verenigbaarheid, t.noodzaak, t.proportionaliteit, t.staat, t.reden, t.door, g.naam as door_naam, t.op, "
                                        "t.besloten_door, b.naam as besloten_door_naam, t.besloten_op, t.versie from overleg.toets t join overleg.punt p on p.organisatie = t.organisatie and p.id = t.punt "
                                        "join toegang.gebruiker g on g.organisatie = t.organisatie and g.id = t.door left join toegang.gebruiker b on b.organisatie = t.organisatie and b.id = t.besloten_door "
                                        "where t.organisatie = $1 and p.overleg = $2 and t.zicht = any ($3::integer[]) order by t.op desc, t.id desc",
                                        wie.organisatie, z.id, wie.zichten)) {
        const auto plek = op_id.find(rij.veld<PuntId>("punt"));
        if (plek == op_id.end() || !plek->second->toetsen) continue;
        plek->second->toetsen->push_back({.id = rij.veld<PunttoetsId>("id"),
                                          .leden = json::lees<std::vector<PuntverdelingNieuw>>(rij.veld<boost::json::value>("verdeling")),
                                          .grondslag = rij.veld<std::string>("grondslag"),
                                          .verenigbaarheid = rij.veld<std::string>("verenigbaarheid"),
                                          .noodzaak = rij.veld<std::string>("noodzaak"),
                                          .proportionaliteit = rij.veld<std::string>("proportionaliteit"),
                                          .staat = rij.veld<std::string>("staat"),
                                          .reden = rij.veld<std::optional<std::string>>("reden"),
                                          .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
                                          .op = rij.veld<Tijdstip>("op"),
                                          .besloten_door = misschien(rij, "besloten_door"),
                                          .besloten_op = rij.veld<std::optional<Tijdstip>>("besloten_op"),
                                          .versie = rij.veld<int>("versie")});
    }
    for (const auto rij : gang.tx().doe("select v.punt, v.gebruiker, g.naam, v.van_dossier, v.delen from overleg.verdeling($2) v join toegang.gebruiker g on g.organisatie = $1 and g.id = v.gebruiker order by g.naam, g.id",
                                        wie.organisatie, z.id)) {
        const auto plek = op_id.find(rij.veld<PuntId>("punt"));
        if (plek == op_id.end() || !plek->second->verdeling) continue;
        plek->second->verdeling->push_back({{rij.veld<GebruikerId>("gebruiker"), rij.veld<std::string>("naam")}, rij.veld<bool>("van_dossier"), rij.veld<std::vector<std::string>>("delen")});
    }
    for (const auto rij : gang.tx().doe("select v.punt, v.gebruiker, g.naam from overleg.zonder_2a($2) v join toegang.gebruiker g on g.organisatie = $1 and g.id = v.gebruiker order by g.naam, g.id",
                                        wie.organisatie, z.id)) {
        const auto plek = op_id.find(rij.veld<PuntId>("punt"));
        if (plek != op_id.end() && plek->second->waarschuwing) plek->second->waarschuwing->push_back({rij.veld<GebruikerId>("gebruiker"), rij.veld<std::string>("naam")});
    }
}

/// What can be decided on the items, by who leads while the meeting is on.
void lees_keuzes(poort::Gang& gang, std::vector<Agendapunt>& punten) {
    const auto& wie = gang.wie();
    std::vector<Uuid> ids;
    for (auto& p : punten) {
        if (p.dossier) ids.push_back(p.dossier->id);
        else if (p.soort == "vrij" || p.herkomst) p.keuzes = keuzes(p.soort, "", 0, false, wie.rechten);
    }
    for (const auto rij : gang.tx().doe("select id, status as staat, weging_stap from signaal.signaal where organisatie = $1 and id = any ($2::uuid[]) and zicht = any ($3::integer[]) "
                                        "union all select id, fase, 0 from casus.casus where organisatie = $1 and id = any ($2::uuid[]) and zicht = any ($3::integer[])",
                                        wie.organisatie, ids, wie.zichten)) {
        for (auto& p : punten) {
            if (p.dossier && p.dossier->id == rij.veld<Uuid>("id")) p.keuzes = keuzes(p.soort, rij.veld<std::string>("staat"), rij.veld<int>("weging_stap"), true, wie.rechten);
        }
    }
}

/// What the dossiers are called, for whom they are; those that were looked at go into the logs.
void lees_dossiers(poort::Gang& gang, std::map<Uuid, Agendapunt*>& op_dossier) {
    std::vector<SignaalId> signalen;
    std::vector<CasusId> casussen;
    for (const auto& [id, punt] : op_dossier) {
        if (punt->soort == "signaal") signalen.emplace_back(id);
        if (punt->soort == "casus") casussen.emplace_back(id);
    }
    const auto zet = [&](const std::string& soort, const Uuid& id, std::string kenmerk, std::string naam) {
        op_dossier.at(id)->dossier = {soort, id, std::move(kenmerk), std::move(naam)};
        gang.raakt(id);
    };
    if (gang.wie().heeft("signaal.lezen") || gang.wie().heeft("casus.lezen")) {
        for (auto& s : signaal::lees_kort(gang, signalen)) zet("signaal", s.id.waarde, std::move(s.kenmerk), std::move(s.titel));
    }
    if (gang.wie().heeft("casus.lezen")) {
        for (auto& c : casus::lees_kort(gang, casussen)) zet("casus", c.id.waarde, std::move(c.kenmerk), std::move(c.werknaam));
    }
}

/// What was written and decided at the table, and the actions that came of it.
void lees_geschreven(poort::Gang& gang, const Zitting& z, std::map<PuntId, Agendapunt*>& op_id, const std::optional<PuntId>& een) {
    const auto& wie = gang.wie();
    std::map<PuntId, std::map<std::string, Puntveld>> velden;
    for (const auto rij : gang.tx().doe("select v.punt, v.veld, v.waarde, v.versie, v.door, g.naam as door_naam, v.op from overleg.veld v join toegang.gebruiker g on g.organisatie = v.organisatie and g.id = v.door "
                                        "where v.organisatie = $1 and v.overleg = $2",
                                        wie.organisatie, z.id)) {
        auto naam = rij.veld<std::string>("veld");
        velden[rij.veld<PuntId>("punt")][naam] = {naam, rij.veld<std::string>("waarde"), rij.veld<int>("versie"), misschien(rij, "door"), rij.veld<std::optional<Tijdstip>>("op")};
    }
    std::map<Uuid, std::vector<Agendapunt*>> plannen;
    std::vector<Uuid> casussen;
    for (auto& [id, punt] : op_id) {
        for (const std::string veld : {"aantekening", "besluittekst"}) {
            const auto& hier = velden[id];
            const auto plek = hier.find(veld);
            punt->velden.push_back(plek != hier.end() ? plek->second : Puntveld{.veld = veld, .waarde = {}, .versie = 0, .door = {}, .op = {}});
        }
        if (punt->soort == "casus" && punt->dossier) {
            plannen[punt->dossier->id].push_back(punt);
            casussen.push_back(punt->dossier->id);
        }
    }
    if (!casussen.empty()) {
        for (const auto rij : gang.tx().doe("select casus, hypothese, doel, strategie, versie from casus.plan where organisatie = $1 and casus = any ($2::uuid[]) and zicht = any ($3::integer[])", wie.organisatie,
                                            casussen, wie.zichten)) {
            for (auto* punt : plannen[rij.veld<Uuid>("casus")]) {
                for (const std::string veld : {"hypothese", "doel", "strategie"}) punt->velden.push_back({.veld = veld, .waarde = rij.veld<std::string>(veld), .versie = rij.veld<int>("versie"), .door = {}, .op = {}});
            }
        }
    }
    std::map<Uuid, Overlegbesluit*> besluiten;
    const auto rijen = gang.tx().doe("select b.id, b.punt, b.soort, b.tekst, b.tot, b.door, g.naam as door_naam, b.op from overleg.besluit b join toegang.gebruiker g on g.organisatie = b.organisatie and g.id = b.door "
                                     "where b.organisatie = $1 and b.overleg = $2 order by b.op, b.id",
                                     wie.organisatie, z.id);
    for (const auto rij : rijen) {  // room for all of them first: the addresses below stay
        const auto plek = op_id.find(rij.veld<PuntId>("punt"));
        if (plek != op_id.end()) plek->second->besluiten.reserve(static_cast<std::size_t>(rijen.aantal()));
    }
    for (const auto rij : rijen) {
        const auto plek = op_id.find(rij.veld<PuntId>("punt"));
        if (plek == op_id.end()) continue;
        auto& lijst = plek->second->besluiten;
        lijst.push_back({.id = rij.veld<Uuid>("id"), .soort = rij.veld<std::string>("soort"), .tekst = rij.veld<std::string>("tekst"), .tot = rij.veld<std::optional<Datum>>("tot"), .standpunten = {},
                         .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")}, .op = rij.veld<Tijdstip>("op")});
        besluiten[lijst.back().id] = &lijst.back();
    }
    if (!besluiten.empty()) {
        for (const auto rij : gang.tx().doe("select s.besluit, s.gebruiker, g.naam, s.eens, s.reden from overleg.standpunt s join toegang.gebruiker g on g.organisatie = s.organisatie and g.id = s.gebruiker "
                                            "where s.organisatie = $1 and s.overleg = $2 order by g.naam, g.id",
                                            wie.organisatie, z.id)) {
            const auto plek = besluiten.find(rij.veld<Uuid>("besluit"));
            if (plek != besluiten.end()) plek->second->standpunten.push_back({{rij.veld<GebruikerId>("gebruiker"), rij.veld<std::string>("naam")}, rij.veld<bool>("eens"), rij.veld<std::optional<std::string>>("reden")});
        }
    }
    if (!wie.heeft("actie.zien")) return;
    std::map<actie::ActieId, PuntId> waar;
    for (const auto rij : gang.tx().doe("select id, punt from actie.actie where organisatie = $1 and overleg = $2 and punt is not null"
                                        " union all select id, punt from actie.eigen() where overleg = $2 and punt is not null", wie.organisatie, z.id)) waar[rij.veld<actie::ActieId>("id")] = rij.veld<PuntId>("punt");
    if (waar.empty()) return;
    for (auto& a : actie::van_overleg(gang, z.id.waarde, een ? std::optional(een->waarde) : std::nullopt)) {
        const auto punt = waar.find(a.id);
        if (punt == waar.end()) continue;
        const auto plek = op_id.find(punt->second);
        if (plek != op_id.end()) plek->second->acties.push_back(std::move(a));
    }
}

}  // namespace

std::optional<Puntstand> punt(poort::Gang& gang, const Zitting& z, const PuntId& id, Slot slot) {
    constexpr std::string_view lezen =
        "select zicht, zicht = any ($4::integer[]) as van_dossier, dossier_soort, dossier, staat, titel, versie, (select h.naam from overleg.herkomsten($2) h where h.punt = id) as herkomst from overleg.punt "
        "where organisatie = $1 and overleg = $2 and id = $3 and (zicht = any ($4::integer[]) or tafel = any ($4::integer[]))";
    static const std::string wijzigen = std::string(lezen) + " for update";
    const auto rijen = gang.tx().doe(slot == Slot::wijzigen ? std::string_view(wijzigen) : lezen, gang.wie().organisatie, z.id, id, gang.wie().zichten);
    if (rijen.leeg()) return std::nullopt;
    const auto rij = rijen[0];
    return Puntstand{.id = id,
                     .zicht = rij.veld<int>("zicht"),
                     .van_dossier = rij.veld<bool>("van_dossier"),
                     .dossier_soort = rij.veld<std::optional<std::string>>("dossier_soort"),
                     .dossier = rij.veld<std::optional<Uuid>>("dossier"),
                     .staat = rij.veld<std::string>("staat"),
                     .titel = rij.veld<std::string>("titel"),
                     .versie = rij.veld<int>("versie"),
                     .herkomst = rij.veld<std::optional<std::string>>("herkomst")};
}

std::vector<Agendapunt> punten(poort::Gang& gang, const Zitting& z, const std::optional<PuntId>& id) {
    const auto& wie = gang.wie();
    const auto rijen = gang.tx().doe("select id, zicht = any ($3::integer[]) as van_dossier, coalesce(dossier_soort, 'vrij') as soort, dossier, titel, doel, minuten, voorbereiding, reden, staat, begonnen_op, versie "
                                     "from overleg.punt where organisatie = $1 and overleg = $2 and (zicht = any ($3::integer[]) or tafel = any ($3::integer[])) and ($4::uuid is null or id = $4) "
                                     "order by volgorde, op, id",
                                     wie.organisatie, z.id, wie.zichten, id);
    std::vector<Agendapunt> uit;
    uit.reserve(static_cast<std::size_t>(rijen.aantal()));
    std::map<PuntId, Agendapunt*> op_id;
    std::map<Uuid, Agendapunt*> op_dossier;
    for (const auto rij : rijen) {
        const bool eigen = rij.veld<bool>("van_dossier");
        uit.push_back({.id = rij.veld<PuntId>("id"),
                       .nummer = id ? 0 : static_cast<int>(uit.size()) + 1,
                       .soort = rij.veld<std::string>("soort"),
                       .dossier = {},
                       .titel = rij.veld<std::string>("titel"),
                       .doel = rij.veld<std::string>("doel"),
                       .minuten = rij.veld<int>("minuten"),
                       .voorbereiding = rij.veld<std::string>("voorbereiding"),  // of a free item; of a dossier below
                       .reden = eigen ? rij.veld<std::optional<std::string>>("reden") : std::nullopt,
                       .staat = rij.veld<std::string>("staat"),
                       .begonnen_op = rij.veld<std::optional<Tijdstip>>("begonnen_op"),
                       .delen = {},
                       .velden = {},
                       .besluiten = {},
                       .acties = {},
                       .toetsen = {},
                       .verdeling = {},
                       .waarschuwing = {},
                       .keuzes = {},
                       .herkomst = {},
                       .ingebracht = {},
                       .versie = rij.veld<int>("versie")});
        op_id[uit.back().id] = &uit.back();
        gang.raakt(uit.back().id.waarde);  // who is not of the dossier is shown something of it under this id
        if (const auto dossier = rij.veld<std::optional<Uuid>>("dossier"); dossier && eigen) op_dossier[*dossier] = &uit.back();
    }
    static const std::string delen =
        std::string("select d.punt, d.soort, d.tekst, d.regime, d.versie from overleg.deel d join overleg.punt p on p.organisatie = d.organisatie and p.id = d.punt where d.organisatie = $1 and p.overleg = $2 and ") +
        std::string(zichtbaar_deel) + " order by array_position(array['kern', 'toelichting', 'personen', 'adressen', 'bronnen', 'voorgenomen'], d.soort)";
    for (const auto rij : gang.tx().doe(delen, wie.organisatie, z.id, wie.zichten, wie.gebruiker)) {
        const auto plek = op_id.find(rij.veld<PuntId>("punt"));
        if (plek == op_id.end()) continue;
        if (rij.veld<std::string>("soort") == "voorbereiding") plek->second->voorbereiding = rij.veld<std::string>("tekst");
        else plek->second->delen.push_back({rij.veld<std::string>("soort"), rij.veld<std::string>("tekst"), rij.veld<std::string>("regime"), rij.veld<int>("versie")});
    }
    lees_dossiers(gang, op_dossier);
    lees_geschreven(gang, z, op_id, id);
    lees_inbreng(gang, z, uit);
    if (z.leidt) lees_leiding(gang, z, op_id);
    if (z.leidt && z.staat == "bezig") lees_keuzes(gang, uit);
    return uit;
}

std::optional<Dossierstand> dossier(poort::Gang& gang, std::string_view soort, const Uuid& id) {
    const auto& wie = gang.wie();
    if (!wie.heeft(soort == "casus" ? "casus.lezen" : "signaal.lezen")) return std::nullopt;
    const auto rijen = gang.tx().doe(soort == "casus" ? "select c.zicht, coalesce(s.naam_nl, c.thema) as titel, c.fase in ('archief', 'vernietigd') as gesloten, basis.strengste('regime', 'avg'::text || array("
                                                        "select b.regime from casus.bron b where b.organisatie = c.organisatie and b.casus = c.id and b.zicht = c.zicht union all "
                                                        "select v.regime from entiteit.vermelding v where v.organisatie = c.organisatie and v.zicht = c.zicht and v.dossier in ("
                                                        "select c.id union all select n.id from signaal.signaal n where n.organisatie = c.organisatie and n.casus = c.id))) as regime "
                                                        "from casus.casus c left join basis.stamcode s on s.lijst = 'thema' and s.code = c.thema where c.organisatie = $1 and c.id = $2 and c.zicht = any ($3::integer[])"
                                                      : "select c.zicht, coalesce(s.naam_nl, 'Signaal') as titel, c.status in ('niet_opgepakt', 'doorgestuurd', 'duplicaat', 'afgehandeld', 'vernietigd', 'casus') as gesloten, "
                                                        "basis.strengste('regime', c.regime || array(select v.regime from entiteit.vermelding v where v.organisatie = c.organisatie and v.dossier = c.id and v.zicht = c.zicht)) as regime "
                                                        "from signaal.signaal c left join basis.stamcode s on s.lijst = 'thema' and s.code = c.thema where c.organisatie = $1 and c.id = $2 and c.zicht = any ($3::integer[])",
                                     wie.organisatie, id, wie.zichten);
    if (rijen.leeg()) return std::nullopt;
    return Dossierstand{rijen[0].veld<int>("zicht"), rijen[0].veld<std::string>("titel"), rijen[0].veld<std::string>("regime"), rijen[0].veld<bool>("gesloten")};
}

std::optional<OverlegId> overleg_van(poort::Gang& gang, const PuntId& id, const Uuid& dossier) {
    const auto rijen = gang.tx().doe("select overleg from overleg.punt where organisatie = $1 and id = $2 and dossier = $3 and zicht = any ($4::integer[])", gang.wie().organisatie, id, dossier, gang.wie().zichten);
    if (rijen.leeg()) return std::nullopt;
    return rijen[0].veld<OverlegId>("overleg");
}

bool staat_al(poort::Gang& gang, const Zitting& z, const Uuid& dossier) {
    return !gang.tx().doe("select from overleg.punt where organisatie = $1 and overleg = $2 and dossier = $3", gang.wie().organisatie, z.id, dossier).leeg();
}

namespace {
/// What to read before, of a dossier: a part that no check can give, so that the wall keeps it with the dossier as it does the others.
void zet_voorbereiding(poort::Gang& gang, const Puntstand& p, const std::string& tekst) {
    const auto stand = dossier(gang, *p.dossier_soort, *p.dossier);
    zet_deel(gang, p, "voorbereiding", p.zicht, tekst, stand ? stand->regime : "avg");
}
}  // namespace

PuntId voeg_punt_toe(poort::Gang& gang, const Zitting& z, int zicht, const std::optional<PuntDossierNieuw>& dossier, const std::string& titel, std::string_view doel, int minuten,
                     const std::string& voorbereiding, const std::optional<std::string>& reden) {
    const auto id = PuntId::nieuw();
    // After what the asker sees; what he does not see may stand behind it as well.
    gang.tx().doe("insert into overleg.punt (organisatie, id, overleg, zicht, dossier_soort, dossier, volgorde, titel, doel, minuten, voorbereiding, reden, door, op, van, operatie) "
                  "select $1::smallint, $2, $3, $4, $5, $6, coalesce((select max(volgorde) from overleg.punt where organisatie = $1 and overleg = $3), 0) + 1, $7, $8, $9, $10, $11, $12, basis.tik(), basis.nu(), "
                  "basis.operatie()",
                  gang.wie().organisatie, id, z.id, zicht, dossier ? std::optional(dossier->soort) : std::nullopt, dossier ? std::optional(dossier->id) : std::nullopt, titel, doel, minuten, dossier ? std::string{} : voorbereiding,
                  reden, gang.wie().gebruiker);
    if (dossier) zet_voorbereiding(gang, {.id = id, .zicht = zicht, .van_dossier = true, .dossier_soort = *dossier->soort, .dossier = dossier->id, .staat = {}, .titel = {}, .versie = 1, .herkomst = {}}, voorbereiding);
    return id;
}

void wijzig_punt(poort::Gang& gang, const Puntstand& p, const PuntWijziging& w) {
    gang.tx().doe("update overleg.punt set titel = coalesce($3, titel), doel = coalesce($4, doel), minuten = coalesce($5::integer, minuten), voorbereiding = coalesce($6, voorbereiding), versie = versie + 1 "
                  "where organisatie = $1 and id = $2",
                  gang.wie().organisatie, p.id, w.titel.waarde, w.doel.waarde, w.minuten.waarde, p.dossier ? std::optional<Tekst<0, 4000>>{} : w.voorbereiding.waarde);
    if (p.dossier && w.voorbereiding.waarde) zet_voorbereiding(gang, p, **w.voorbereiding.waarde);
}

void zet_puntstaat(poort::Gang& gang, const Puntstand& p, std::string_view staat) {
    gang.tx().doe("update overleg.punt set staat = $3, besproken_op = basis.tik(), versie = versie + 1 where organisatie = $1 and id = $2", gang.wie().organisatie, p.id, staat);
}

bool verwijder_punt(poort::Gang& gang, const Puntstand& p) {
    if (!gang.tx().doe("select from overleg.toets where organisatie = $1 and punt = $2 limit 1", gang.wie().organisatie, p.id).leeg()) return false;
    if (!gang.tx().doe("select from overleg.inbreng where organisatie = $1 and herkomst = $2 limit 1", gang.wie().organisatie, p.id).leeg()) return false;
    gang.tx().doe("delete from overleg.deel where organisatie = $1 and punt = $2", gang.wie().organisatie, p.id);
    gang.tx().doe("delete from overleg.punt where organisatie = $1 and id = $2", gang.wie().organisatie, p.id);
    return true;
}

void zet_volgorde(poort::Gang& gang, const std::vector<PuntId>& punten) {
    // The places these had among all are shared out anew: what the asker does not see keeps its own.
    gang.tx().doe("update overleg.punt p set volgorde = n.volgorde from (select a.id, v.volgorde from unnest($2::uuid[]) with ordinality a(id, nr) join ("
                  "select volgorde, row_number() over (order by volgorde, op, id) as nr from overleg.punt where organisatie = $1 and id = any ($2::uuid[])) v using (nr)) n "
                  "where p.organisatie = $1 and p.id = n.id",
                  gang.wie().organisatie, punten);
}

bool deel_is_gegeven(poort::Gang& gang, const Puntstand& p, std::string_view soort) {
    return !gang.tx().doe("select from overleg.deeltoegang where organisatie = $1 and punt = $2 and soort = $3 limit 1", gang.wie().organisatie, p.id, soort).leeg();
}

void zet_deel(poort::Gang& gang, const Puntstand& p, std::string_view soort, int zicht, const std::string& tekst, const std::string& regime) {
    if (tekst.empty()) {
        gang.tx().doe("delete from overleg.deel where organisatie = $1 and punt = $2 and soort = $3", gang.wie().organisatie, p.id, soort);
        return;
    }
    gang.tx().doe("insert into overleg.deel (organisatie, punt, soort, id, dossier_soort, dossier, zicht, tekst, regime, door, van, operatie) "
                  "values ($1, $2, $3, gen_random_uuid(), $4, $5, $6, $7, $8, $9, basis.nu(), basis.operatie()) on conflict (organisatie, punt, soort) do update "
                  "set tekst = excluded.tekst, regime = excluded.regime, zicht = excluded.zicht, door = excluded.door, versie = deel.versie + 1",
                  gang.wie().organisatie, p.id, soort, p.dossier_soort, p.dossier, zicht, tekst, regime, gang.wie().gebruiker);
}

std::set<std::string> deelsoorten_van(poort::Gang& gang, const Puntstand& p) {
    std::set<std::string> uit;
    for (const auto rij : gang.tx().doe("select soort from overleg.deel where organisatie = $1 and punt = $2 and soort <> 'voorbereiding' and zicht = any ($3::integer[])", gang.wie().organisatie, p.id, gang.wie().zichten))
        uit.insert(rij.veld<std::string>("soort"));
    return uit;
}

PunttoetsId maak_toets(poort::Gang& gang, const Puntstand& p, const PunttoetsNieuw& n) {
    const auto id = PunttoetsId::nieuw();
    gang.tx().doe("insert into overleg.toets (organisatie, id, punt, dossier_soort, dossier, zicht, verdeling, grondslag, verenigbaarheid, noodzaak, proportionaliteit, staat, reden, door, op, besloten_door, "
                  "besloten_op, van, operatie) select $1::smallint, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11, coalesce($12, 'voorgelegd'), nullif($13, ''), $14::uuid, m.op, "
                  "case when $12::text is not null then $14::uuid end, case when $12::text is not null then m.op end, basis.nu(), basis.operatie() from (select basis.tik() as op offset 0) m",
                  gang.wie().organisatie, id, p.id, p.dossier_soort, p.dossier, p.zicht, json::schrijf(n.leden), n.grondslag, n.verenigbaarheid, n.noodzaak, n.proportionaliteit, n.besluit, n.reden,
                  gang.wie().gebruiker);
    return id;
}

std::optional<Toetsstand> toets(poort::Gang& gang, const Puntstand& p, const PunttoetsId& id) {
    const auto rijen = gang.tx().doe("select staat, versie from overleg.toets where organisatie = $1 and punt = $2 and id = $3 and zicht = any ($4::integer[]) for update", gang.wie().organisatie, p.id, id,
                                     gang.wie().zichten);
    if (rijen.leeg()) return std::nullopt;
    return Toetsstand{id, rijen[0].veld<std::string>("staat"), rijen[0].veld<int>("versie")};
}

void besluit_toets(poort::Gang& gang, const Puntstand& p, const PunttoetsId& id, std::string_view staat, const std::optional<std::string>& reden) {
    gang.tx().doe("update overleg.toets set staat = $4, reden = $5, besloten_door = $6, besloten_op = basis.tik(), versie = versie + 1 where organisatie = $1 and punt = $2 and id = $3",
                  gang.wie().organisatie, p.id, id, staat, reden, gang.wie().gebruiker);
}

void verdeel(poort::Gang& gang, const Puntstand& p) { gang.tx().doe("select overleg.verdeel($1)", p.id); }

void begin_punt(poort::Gang& gang, const Zitting& z, const PuntId& id) { gang.tx().doe("select overleg.begin_punt($1, $2)", z.id, id); }
void sluit(poort::Gang& gang, const Zitting& z) { gang.tx().doe("select overleg.sluit($1)", z.id); }
void gelast_af(poort::Gang& gang, const Zitting& z) { gang.tx().doe("select overleg.gelast_af($1)", z.id); }
void werk_gehoord_bij(poort::Gang& gang, const Zitting& z) { gang.tx().doe("select overleg.werk_gehoord_bij($1)", z.id); }

std::set<std::string> gedeeld(poort::Gang& gang, const Zitting& z) {
    std::set<std::string> uit;
    for (const auto rij : gang.tx().doe("select soort from overleg.gedeeld($1)", z.id)) uit.insert(rij.veld<std::string>("soort"));
    return uit;
}

std::vector<toegang::Collega> zonder_2a(poort::Gang& gang, const Zitting& z, const PuntId& id) {
    std::vector<toegang::Collega> uit;
    for (const auto rij : gang.tx().doe("select v.gebruiker, g.naam from overleg.zonder_2a($2, $3) v join toegang.gebruiker g on g.organisatie = $1 and g.id = v.gebruiker order by g.naam, g.id",
                                        gang.wie().organisatie, z.id, id)) {
        uit.push_back({rij.veld<GebruikerId>("gebruiker"), rij.veld<std::string>("naam")});
    }
    return uit;
}

void meld_punt(poort::Gang& gang, const PuntId& id, int versie) { gang.tx().doe("select overleg.meld_punt($1, $2)", id, versie); }

}  // namespace damwand::overleg::store
