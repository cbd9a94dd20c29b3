// SPDX-License-Identifier: EUPL-1.2
#include "werk/overleg/handelingen.hpp"

namespace damwand::overleg {
namespace {

using http::Methode;
using poort::Niets;

constexpr std::string_view zien = "overleg.zien";
constexpr std::string_view leiden = "overleg.leiden";

poort::Kop kop(Methode methode, std::string_view pad, std::string_view naam, std::string_view recht, std::string_view samenvatting, bool if_match = false) {
    return poort::gewone_kop(methode, pad, naam, recht, "overleg-voeren", samenvatting, if_match);
}

/// An answer that is a file.
poort::Route bestand(poort::Kop kop, std::string_view mediatype, http::Antwoord (*maak_het)(poort::Gang&)) {
    auto r = poort::route<Niets, Niets>(std::move(kop), [](poort::Gang&) {});
    r.mediatype = mediatype;
    r.stroom = maak_het;
    return r;
}

}  // namespace

std::vector<poort::Route> routes() {
    using poort::maakt;
    using poort::route;
    auto lijst = kop(Methode::get, "/v1/overleggen", "overleggenTonen", zien, "De overleggen waaraan u deelneemt.");
    lijst.vragen = {{"wanneer", "komend (vanzelf) of geweest"}};
    auto verslag = kop(Methode::get, "/v1/overleggen/{overleg}/verslag", "verslagOpenen", zien, "Het verslag van een gesloten overleg, met wat u ervan mag zien, als PDF of ODT.");
    verslag.vragen = {{"vorm", "pdf (vanzelf) of odt"}};
    verslag.tarief = poort::Tarief::zwaar;
    verslag.export_klasse = poort::Export::dossier;
    constexpr std::string_view een = "/v1/overleggen/{overleg}";
    constexpr std::string_view punt = "/v1/overleggen/{overleg}/punten/{punt}";
    return {
        route<Niets, poort::Lijst<Overlegreeks>>(kop(Methode::get, "/v1/overlegreeksen", "overlegreeksenTonen", zien, "De reeksen van overleggen waar u bij hoort."), toon_reeksen),
        route<ReeksNieuw, Overlegreeks>(maakt(kop(Methode::post, "/v1/overlegreeksen", "overlegreeksMaken", leiden, "Maakt een reeks overleggen met een ritme.")), maak_reeks),
        route<Niets, Overlegreeks>(kop(Methode::get, "/v1/overlegreeksen/{reeks}", "overlegreeksTonen", zien, "Eén reeks, met wie erbij hoort."), toon_reeks),
        route<ReeksWijziging, Overlegreeks>(kop(Methode::patch, "/v1/overlegreeksen/{reeks}", "overlegreeksWijzigen", leiden, "Wijzigt een reeks.", true), wijzig_reeks),
        route<ReeksLidNieuw, Overlegreeks>(kop(Methode::put, "/v1/overlegreeksen/{reeks}/leden/{gebruiker}", "overlegreeksLidZetten", leiden, "Zet iemand in een reeks, met mandaat en geheimhouding."),
                                           zet_reekslid),
        route<Niets, Niets>(kop(Methode::verwijder, "/v1/overlegreeksen/{reeks}/leden/{gebruiker}", "overlegreeksLidVerwijderen", leiden, "Haalt iemand uit een reeks en uit wat er gepland is."),
                            [](poort::Gang& gang) { haal_reekslid_weg(gang); }),
        route<Niets, Overlegreeks>(kop(Methode::put, "/v1/overlegreeksen/{reeks}/koppelingen/{andere}", "overlegreeksKoppelen", leiden, "Laat punten van deze reeks inbrengen in een andere reeks waar u bij hoort."), koppel_reeks),
        route<Niets, Niets>(kop(Methode::verwijder, "/v1/overlegreeksen/{reeks}/koppelingen/{andere}", "overlegreeksOntkoppelen", leiden, "Koppelt twee reeksen los; wat ingebracht is blijft."),
                            [](poort::Gang& gang) { ontkoppel_reeks(gang); }),
        route<Niets, poort::Lijst<OverlegRegel>>(lijst, toon_lijst),
        route<OverlegNieuw, Overleg>(maakt(kop(Methode::post, "/v1/overleggen", "overlegPlannen", leiden, "Plant het volgende overleg van een reeks.")), maak),
        route<Niets, Overleg>(kop(Methode::get, een, "overlegTonen", zien, "Eén overleg, met de agendapunten die van u zijn."), toon),
        route<OverlegWijziging, Overleg>(kop(Methode::patch, een, "overlegWijzigen", leiden, "Wijzigt dag, tijd, plaats of wie leidt.", true), wijzig),
        route<DeelnemerNieuw, Overleg>(kop(Methode::put, "/v1/overleggen/{overleg}/deelnemers/{gebruiker}", "deelnemerZetten", leiden, "Nodigt iemand uit voor dit ene overleg."), zet_deelnemer),
        route<Niets, Niets>(kop(Methode::verwijder, "/v1/overleggen/{overleg}/deelnemers/{gebruiker}", "deelnemerVerwijderen", leiden, "Haalt iemand uit dit overleg; hij ziet er niets meer van."),
                            [](poort::Gang& gang) { haal_deelnemer_weg(gang); }),
        route<Niets, poort::Lijst<Voorstel>>(kop(Methode::get, "/v1/overleggen/{overleg}/voorstellen", "voorstellenTonen", leiden, "Wat op de agenda zou komen, en waarom."), toon_voorstellen),
        route<Niets, Gevuld>(kop(Methode::post, "/v1/overleggen/{overleg}/_vul", "agendaVullen", leiden, "Zet op de agenda wat om deze tafel vraagt, en zegt wat dat is."), vul),
        bestand(verslag, "application/pdf", open_verslag),
        bestand(kop(Methode::get, "/v1/overleggen/{overleg}/uitnodiging", "uitnodigingOpenen", zien, "Het overleg voor in een agenda (iCalendar), zonder onderwerpen."), "text/calendar", open_uitnodiging),
        route<PuntNieuw, Agendapunt>(maakt(kop(Methode::post, "/v1/overleggen/{overleg}/punten", "agendapuntToevoegen", leiden, "Zet een signaal, een casus of een vrij punt op de agenda.")), voeg_punt_toe),
        route<Agendavolgorde, Overleg>(kop(Methode::put, "/v1/overleggen/{overleg}/volgorde", "agendaOrdenen", leiden, "Zet de punten die u ziet in een volgorde."), zet_volgorde),
        route<Niets, Agendapunt>(kop(Methode::get, punt, "agendapuntTonen", zien, "Eén agendapunt, zoals u het mag zien."), toon_punt),
        route<PuntWijziging, Agendapunt>(kop(Methode::patch, punt, "agendapuntWijzigen", leiden, "Wijzigt titel, doel, tijd of wat er vooraf te lezen is.", true), wijzig_punt),
        route<Niets, Niets>(kop(Methode::verwijder, punt, "agendapuntVerwijderen", leiden, "Haalt een punt van de agenda.", true), [](poort::Gang& gang) { verwijder_punt(gang); }),
        route<DeelTekst, Agendapunt>(kop(Methode::put, "/v1/overleggen/{overleg}/punten/{punt}/delen/{soort}", "agendadeelSchrijven", leiden, "Schrijft een onderdeel voor deze tafel."), zet_deel),
        route<PunttoetsNieuw, Agendapunt>(maakt(kop(Methode::post, "/v1/overleggen/{overleg}/punten/{punt}/toetsen", "agendatoetsVoorleggen", leiden,
                                                    "Legt privacytoets 2A van een agendapunt voor: wie van de tafel welk onderdeel ziet, en waarom.")),
                                          leg_toets_voor),
        route<PunttoetsBesluit, Agendapunt>(kop(Methode::post, "/v1/overleggen/{overleg}/punten/{punt}/toetsen/{toets}/besluit", "agendatoetsBesluiten", "toets.besluiten",
                                                "Besluit over privacytoets 2A van een agendapunt, of trekt hem in.", true),
                                            besluit_toets),
        route<Niets, poort::Lijst<Inbrengkeuze>>(kop(Methode::get, "/v1/overleggen/{overleg}/punten/{punt}/inbreng", "inbrengTonen", leiden, "In welke overleggen van gekoppelde reeksen dit punt ingebracht kan worden, en wie daar is."),
                                                 toon_inbreng),
        route<InbrengNieuw, Agendapunt>(maakt(kop(Methode::post, "/v1/overleggen/{overleg}/punten/{punt}/inbreng", "agendapuntInbrengen", leiden,
                                                  "Brengt een punt in een gekoppeld overleg in, met de onderdelen die privacytoets 2A daar toestaat.")),
                                        breng_in),
        route<PunttoetsBesluit, Agendapunt>(kop(Methode::post, "/v1/overleggen/{overleg}/punten/{punt}/inbreng/{inbreng}/besluit", "inbrengBesluiten", "toets.besluiten",
                                                "Besluit over privacytoets 2A van wat is ingebracht, of trekt die in; dan ziet niemand daar het nog.", true),
                                            besluit_inbreng),
        route<Niets, Overleg>(kop(Methode::post, "/v1/overleggen/{overleg}/_begin", "overlegBeginnen", leiden, "Begint het overleg."), begin),
        route<Niets, Overleg>(kop(Methode::post, "/v1/overleggen/{overleg}/_sluit", "overlegSluiten", leiden, "Sluit het overleg; wat niet besproken is schuift door."), sluit),
        route<Niets, Overleg>(kop(Methode::post, "/v1/overleggen/{overleg}/_gelastaf", "overlegAfgelasten", leiden, "Gelast een gepland overleg af; wat op de agenda stond schuift door."), gelast_af),
        route<Aanwezigheid, Overleg>(kop(Methode::put, "/v1/overleggen/{overleg}/aanwezigheid/{gebruiker}", "aanwezigheidVastleggen", leiden, "Legt vast wie er is, laat is, niet komt of vertrok."), zet_aanwezig),
        route<Niets, Agendapunt>(kop(Methode::post, "/v1/overleggen/{overleg}/punten/{punt}/_begin", "agendapuntBeginnen", leiden, "Begint een agendapunt; wat aan de orde was is besproken."), begin_punt),
        route<Besproken, Agendapunt>(kop(Methode::post, "/v1/overleggen/{overleg}/punten/{punt}/_besproken", "agendapuntBespreken", leiden, "Sluit een agendapunt af, of schuift het door."), besproken),
        route<BewerkingNieuw, Ontvangstbewijs>(kop(Methode::post, "/v1/overleggen/{overleg}/_bewerk", "overlegBewerken", zien,
                                                   "Eén bewerking van één veld van een punt, met de versie die u zag; dezelfde sleutel geeft hetzelfde ontvangstbewijs."),
                                               bewerk),
        route<OverlegwegingNieuw, Agendapunt>(maakt(kop(Methode::post, "/v1/overleggen/{overleg}/punten/{punt}/weging", "overlegWegen", leiden, "Weegt een signaal samen, met wie er anders over dacht.")), weeg),
        route<OverlegbesluitNieuw, Agendapunt>(maakt(kop(Methode::post, "/v1/overleggen/{overleg}/punten/{punt}/besluiten", "overlegBesluiten", leiden,
                                                         "Neemt een besluit; het staat meteen in het signaal of de casus, met het overleg als bron.")),
                                               besluit),
        route<OverleginformatieNieuw, Agendapunt>(maakt(kop(Methode::post, "/v1/overleggen/{overleg}/punten/{punt}/informatie", "overlegInformatieVastleggen", leiden,
                                                            "Zet wat iemand aan tafel weet in het dossier, met zijn bron.")),
                                                  leg_informatie_vast),
        route<interventie::InterventieNieuw, Agendapunt>(maakt(kop(Methode::post, "/v1/overleggen/{overleg}/punten/{punt}/interventies", "overlegInterventieToevoegen", leiden,
                                                                   "Zet een interventie in het plan van de casus.")),
                                                         voeg_interventie_toe),
        route<actie::ActieNieuw, Agendapunt>(maakt(kop(Methode::post, "/v1/overleggen/{overleg}/punten/{punt}/acties", "overlegActieToevoegen", leiden, "Geeft iemand een actie, met een dag.")),
                                             voeg_actie_toe),
        route<Niets, Beeld>(kop(Methode::get, "/v1/overleggen/{overleg}/beeld", "beeldTonen", leiden, "Wat het gedeelde scherm van het lopende punt mag tonen: wat ieder die er is mag zien."), toon_beeld),
        route<BeeldStand, Beeld>(kop(Methode::put, "/v1/overleggen/{overleg}/beeld", "beeldZetten", leiden, "Zet het gedeelde scherm op zwart, of weer aan."), zet_beeld),
    };
}

}  // namespace damwand::overleg
