// SPDX-License-Identifier: EUPL-1.2
// Requests of a route: what stands in its path and in the fields of its body.
import { type Gegeven, type Route, vulPad } from "./contract.ts";
import { gezien } from "../reizen/steun/server.ts";
import { dag, organisaties, vasteUuid } from "./vast.ts";
import type { Ding, Nummer, Wereld } from "./wereld.ts";

/** Objects of a network: of his own house, of others, hidden ones; and last one that everybody may know of. */
function knopen(w: Wereld): { soort: string; id: string }[] {
    const alle: [string, Ding | undefined][] = [...w.huizen.values()].flatMap((h): [string, Ding | undefined][] => [["signaal", h.signaal], ["signaal", h.casussignaal], ["signaal", h.politie], ["casus", h.casus]]);
    alle.push(["signaal", w.embargo], ["casus", w.verborgen]);
    return [...alle.flatMap(([soort, ding]) => (ding ? [{ soort, id: ding.id }] : [])), { soort: "adres", id: w.adres || "0000000000000000" }];
}

/** What a code, a date or an id means: the one place to teach the proof a new field. */
export function gegeven(w: Wereld, n: Nummer, meer: Gegeven = {}): Gegeven {
    return {
        bron: "meldpunt", thema: "drugs", bronsoort: "handhaving", type: "sluiting-13b", soort: "persoon", vraag: undefined,
        ...Object.fromEntries(["SelectievraagInvoer", "ExportvraagInvoer", "VergelijkvraagInvoer"].flatMap((vraag) => [[`${vraag}.waar`, { gebied: { soort: "buurt", code: "BU90010105" } }], [`${vraag}.wat`, "objecten"]])),
        "KnoopkeuzeInvoer.soort": "adres", "KnoopkeuzeInvoer.id": w.adres, "ToonvraagInvoer.knopen": knopen(w), "BladvraagInvoer.knopen": knopen(w), "BestandvraagInvoer.knopen": knopen(w), "BestandvraagInvoer.vorm": "csv", "WeergaveWijzigingInvoer.knopen": undefined, "WeergaveWijzigingInvoer.filter": undefined, "UitbreidvraagInvoer.al": [],
        "PadvraagInvoer.naar": knopen(w).at(-1), "WeergaveNieuwInvoer.knopen": [{ soort: "adres", id: w.adres, x: 0, y: 0, vast: false }],
        ...Object.fromEntries(["Toonvraag.filter", "Bladvraag.filter", "Bestandvraag.filter", "Uitbreidvraag.filter", "Uitbreidvraag.soorten", "Uitbreidvraag.hoogstens", "Padvraag.filter", "Padvraag.vermijd", "Padvraag.stappen", "Padvraag.langs", "Padvraag.aantal", "WeergaveNieuw.filter"].map((veld) => [veld.replace(".", "Invoer."), undefined])),
        "ExportvraagInvoer.formaat": "csv", "VergelijkvraagInvoer.eerder": "2012-12-31", "GemeenteregistervraagInvoer.bedrijf": undefined, "GemeenteregistervraagInvoer.pand": w.pand?.id ?? "9001100000000001", "BedrijvenInPandInvoer.pand": w.pand?.id ?? "9001100000000001", "TelvraagInvoer.soort": "buurt",
        "GastNieuwInvoer.organisatie": organisaties[n === 3 ? 1 : 3], "GastNieuwInvoer.tot": dag(30), "GastcodeNieuwInvoer.code": "0123-4567-89ab-cdef-0123-4567-89ab-cdef",
        taal: "nl", regime: undefined, ontvangenOp: undefined, duplicaatVan: undefined, behandelaar: undefined, sleutel: undefined, wanneer: undefined, fase: undefined, na: undefined,
        "SignaalNieuwInvoer.alleen": undefined, "SignaalZoekvraagInvoer.status": undefined, "SignaalZoekvraagInvoer.adres": undefined, "BronNieuwInvoer.status": "te_vragen", "InterventieNieuwInvoer.status": "gepland",
        "VerklaringNieuwInvoer.regel": "nacht", "VerklaringNieuwInvoer.dag": dag(1), "AkkoordNieuwInvoer.inhoud": "0".repeat(64), "LijstNieuwInvoer.objecten": [crypto.randomUUID()],
        "BlokkadeNieuwInvoer.soort": "bezwaar", "BlokkadeNieuwInvoer.tot": undefined, "BewaarregelNieuwInvoer.soort": "casus", "BewaarregelNieuwInvoer.resultaat": "zonder_maatregel", "BewaarregelNieuwInvoer.geldigVan": dag(10),
        "PrivacytoetsNieuwInvoer.soort": "2a", "PrivacytoetsNieuwInvoer.bron": undefined, "PrivacytoetsNieuwInvoer.leden": [w.huis(n).hoederId], "PrivacytoetsNieuwInvoer.interventies": undefined,
        "PrivacytoetsNieuwInvoer.riec": undefined, "PrivacytoetsNieuwInvoer.besluit": undefined, "PrivacytoetsNieuwInvoer.reden": undefined, "PrivacytoetsBesluitInvoer.besluit": "akkoord",
        "SignaalAdresNieuwInvoer.tekst": undefined, nummeraanduiding: w.adres, termijn: dag(10), gevraagdOp: undefined, antwoordOp: undefined, resultaatOp: undefined,
        "BronNieuwInvoer.antwoord": undefined, "InterventieNieuwInvoer.resultaat": undefined, "BronWijzigingInvoer.status": undefined, "InterventieWijzigingInvoer.status": undefined,
        "VermeldingWijzigingInvoer.soort": undefined, "VermeldingWijzigingInvoer.rol": "huurder", "BronWijzigingInvoer.grondslag": "x", "BronWijzigingInvoer.antwoord": undefined, "BronWijzigingInvoer.bronsoort": undefined,
        peildatum: dag(-1), doorgifte: undefined, doorgifteReden: undefined, uitBron: undefined, uitDocument: undefined,
        ...einden({}), "VerbandNieuwInvoer.soort": "bestuurder", "VerbandNieuwInvoer.geldigVan": dag(-400), "VerbandNieuwInvoer.geldigTot": undefined, "VerbandWijzigingInvoer.geldigVan": dag(-300), "VerbandWijzigingInvoer.geldigTot": dag(-30),
        geborenOp: dag(-4000), "BronNieuwInvoer.vraag": w.woord({ organisatie: n, soort: "eigen", van: "niemand" }), "BronWijzigingInvoer.vraag": undefined,
        trekker: w.huis(n).hoederId, eigenaar: undefined, gebruiker: w.huis(n).gast, leden: undefined, aantal: 10,
        "VerzoekNieuwInvoer.soort": "inzage", "VerzoekNieuwInvoer.ontvangenOp": dag(-1), "VerzoekWijzigingInvoer.behandelaar": undefined, "VerzoekOvergangInvoer.naar": "onderzoek", "VerzoekOvergangInvoer.verzondenOp": undefined,
        "ZoektermInvoer.soort": "woorden", "AanwijzingInvoer.soort": "signaal", rij: vasteUuid("nergens", "rij"), moment: undefined, beslissing: "toewijzen", grond: undefined, herzienOp: undefined, "GegevenBesluitInvoer.tekst": undefined,
        "InformatiebesluitNieuwInvoer.besluit": "geinformeerd", "InformatiebesluitNieuwInvoer.verzondenOp": dag(-1), "InformatiebesluitNieuwInvoer.wijze": "brief", "InformatiebesluitNieuwInvoer.weging": undefined, "InformatiebesluitNieuwInvoer.tot": undefined,
        "VerstrekkingNieuwInvoer.ontvanger": "politie", "VerstrekkingNieuwInvoer.grondslag": "gemeentewet-172", "VerstrekkingNieuwInvoer.tot": undefined,
        "VerstrekkingNieuwInvoer.feiten": [{ soort: "vermelding", rij: w.huis(n).casus?.delen.vermelding ?? vasteUuid("nergens", "vermelding") }],
        "VerstrekkingNieuwInvoer.riec": undefined, "RiecBerichtNieuwInvoer.soort": "terugkoppeling", "RiecBerichtNieuwInvoer.dag": dag(0),
        "KennisgevingBesluitInvoer.kennisgevingen": [vasteUuid("nergens", "kennisgeving")], "KennisgevingBesluitInvoer.staat": "niet_verstuurd", "KennisgevingBesluitInvoer.gedaanOp": undefined,
        "VraagNieuwInvoer.bron": vasteUuid("nergens", "bron"), "VraagNieuwInvoer.partner": vasteUuid("nergens", "partner"), "VraagNieuwInvoer.ontvanger": "omgevingsdienst", "VraagNieuwInvoer.regime": "avg", "VraagNieuwInvoer.tot": dag(30),
        "VraagWijzigingInvoer.intrekken": undefined,
        "ActieNieuwInvoer.eigenaar": w.huis(n).hoederId, "ActieNieuwInvoer.datum": dag(30), "ActieWijzigingInvoer.eigenaar": undefined, "ActieWijzigingInvoer.datum": dag(31), "ActieWijzigingInvoer.staat": "open", "ActieWijzigingInvoer.resultaat": undefined,
        "EtiketNieuwInvoer.soort": "betekenisvol", criterium: "c0000000-0000-4000-8000-000000000001", stand: "bevestigd", partij: "politie", gemeldOp: dag(-1), keuze: "oppakken", bewarenTot: undefined, les: vasteUuid("nergens", "les"),
        "EvaluatieNieuwInvoer.effecten": [], "LesvoorstelNieuwInvoer.instrumenten": ["stopgesprek"], "LesvoorstelBesluitInvoer.besluit": "teruggegeven", "LesvoorstelBesluitInvoer.reden": "Voor de proef.",
        "WachterNieuwInvoer.vorm": "adres-in-signalen", "WachterNieuwInvoer.casus": undefined, "WachterNieuwInvoer.grond": undefined, "WachterNieuwInvoer.betrouwbaarheid": undefined, "WachterNieuwInvoer.patroon": undefined, "WachterNieuwInvoer.aan": undefined,
        "PatroonVraagInvoer.patroon": { onderdelen: ["adres", "signaal"], banden: [{ van: 1, naar: 0, soort: null, begin: null, eind: null, venster: false }], opVolgorde: false }, "PatroonVraagInvoer.betrouwbaarheid": undefined,
        "SuggestieWegingInvoer.besluit": "weg", "SuggestieWegingInvoer.casus": undefined,
        "AntwoordNieuwInvoer.staat": "beantwoord", "ReeksNieuwInvoer.begin": "09:30", "ReeksNieuwInvoer.vanaf": dag(1), "ReeksNieuwInvoer.tot": undefined, "OverlegNieuwInvoer.reeks": vasteUuid("nergens", "reeks"), "AgendavolgordeInvoer.punten": [vasteUuid("nergens", "punt")],
        "AanwezigheidInvoer.stand": "aanwezig", "DeelnemerNieuwInvoer.geheimhouding": "ambtelijk", "ReeksLidNieuwInvoer.geheimhouding": "ambtelijk", "PunttoetsBesluitInvoer.staat": "akkoord", "InbrengNieuwInvoer.naar": vasteUuid("nergens", "overleg"),
        "VraagNieuwInvoer.punt": undefined, "VraagNieuwInvoer.teNoemen": undefined, "CasusLidNieuwInvoer.rol": undefined,
        "BewerkingNieuwInvoer.punt": vasteUuid("nergens", "punt"), "BewerkingNieuwInvoer.sleutel": vasteUuid("nergens", "sleutel"), "BewerkingNieuwInvoer.veld": "aantekening",
        "WerklijstNieuwInvoer.vraag": { waar: { gebied: { soort: "buurt", code: "BU90010105" } }, wat: "panden" }, "WerkregelWijzigingInvoer.stand": "niemand",
        "EigenGebiedNieuwInvoer.ringen": [[[0, 0], [10, 0], [10, 10]].map(([x, y]) => ({ x: 575000 + x!, y: 6855000 + y! }))],
        "EigenKenmerkNieuwInvoer.adressen": [w.adres], vastgesteldOp: dag(-1), oordeel: "terecht", kenmerk: "S-2026-7K4QP9", document: w.huis(n).casussignaal?.delen.document ?? vasteUuid("nergens", "document"),
        ...meer,
    };
}

/** Who and what a tie in this casus is between: a man its signaal names, and a company of its own. */
export const einden = (delen: Record<string, string>): Gegeven => ({ "VerbandNieuwInvoer.wie": delen.wie ?? vasteUuid("nergens", "wie"), "VerbandNieuwInvoer.wat": delen.vermelding ?? vasteUuid("nergens", "wat") });

/** A tile with the invented municipality in it. */
export const tegel = { laag: "panden", z: "9", x: "263", y: "167" };

/** Ids that are nowhere, for the path of a route. */
export const nergensDelen = (route: Route): Record<string, string> => Object.fromEntries(route.delen.filter((d) => !(d in tegel) && d !== "code").map((d) => [d, vasteUuid("nergens", d)]));

/** A request of this route on this thing: path, body and headers. */
export type Verzoek = { pad: string; lijf: unknown; koppen: Record<string, string> };
export function verzoek(w: Wereld, route: Route, n: Nummer, delen: Record<string, string>, versie: number, meer: Gegeven = {}, woord: () => string = () => "kanaaaaaaaaaaaa"): Verzoek {
    const eigen: Gegeven = {
        naar: route.naam === "casusOvergaan" ? "plan" : route.naam === "verzoekOverzetten" ? "onderzoek" : "in_weging", uitkomst: "ja", vraag: "verwevenheid", antwoord: "ja", signaal: w.huis(n)?.signaal?.id ?? crypto.randomUUID(),
        signalen: [w.huis(n)?.signaal?.id ?? crypto.randomUUID()], tot: undefined, einddatum: undefined, naarWie: undefined, "BronNieuwInvoer.vraag": woord(), kenmerk: (w.huis(n)?.signaal ?? w.huis(1).signaal).kenmerk, voor: undefined, oordeel: "terecht",
        document: w.huis(n)?.casussignaal?.delen.document ?? crypto.randomUUID(), "DocumentOvernemingInvoer.signaal": w.huis(n)?.casussignaal?.id ?? crypto.randomUUID(), ...einden(delen),
        "WeergaveNieuwInvoer.dossier": { soort: "casus", id: delen.id ?? crypto.randomUUID() },
        ...meer,
    };
    // what is asked about a person needs one: a refusal about a company would prove nothing
    const over = /^casusBsn|^informatie/.test(route.naam) && delen.persoon ? { ...delen, vermelding: delen.persoon } : delen;
    return {
        // an item of a request: never one that is there, its own test has those
        pad: vulPad(route, { ...nergensDelen(route), code: "casus-behandelen", ...tegel, ...over }),
        lijf: w.contract.lijf(route, { ...gegeven(w, n), ...eigen }, woord),
        koppen: { ...(route.ifMatch ? gezien(versie) : {}), ...(route.bestand ? { bestandsnaam: "proef.txt" } : {}) },
    };
}
