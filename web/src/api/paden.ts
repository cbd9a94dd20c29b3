// SPDX-License-Identifier: EUPL-1.2
// The routes this client calls, in the shape openapi-fetch reads. `npm run api` makes the same from the server's
// OpenAPI document (schema.d.ts); the names and values below are checked against it by the browser tests.
import type * as T from './typen';

interface Antwoord<Lichaam> {
  headers: Record<string, unknown>;
  content: { 'application/json': Lichaam };
}
interface Leeg {
  headers: Record<string, unknown>;
  content?: never;
}
interface Fout {
  headers: Record<string, unknown>;
  content: { 'application/problem+json': T.Probleem };
}
type Delen<Pad, Vraag> = { query?: Vraag; header?: never; cookie?: never } & (Pad extends undefined
  ? { path?: never }
  : { path: Pad });
type Werking<Uit, In, Pad, Vraag> = {
  parameters: Delen<Pad, Vraag>;
  responses: { 200: Uit extends undefined ? Leeg : Antwoord<Uit>; default: Fout };
} & (In extends undefined ? { requestBody?: never } : { requestBody: { content: { 'application/json': In } } });
type Lees<Uit, Pad = undefined, Vraag = undefined> = { get: Werking<Uit, undefined, Pad, Vraag> };
type Stuur<Uit, In, Pad = undefined> = { post: Werking<Uit, In, Pad, undefined> };
type Wijzig<Uit, In, Pad> = { patch: Werking<Uit, In, Pad, undefined> };
type Vervang<Uit, In, Pad> = { put: Werking<Uit, In, Pad, undefined> };
type Wis<Uit, Pad = undefined> = { delete: Werking<Uit, undefined, Pad, undefined> };
type Pad<Methoden> = Methoden;

type OpId = { id: T.Id };
type OpOverleg = { overleg: T.Id };
type OpPunt = { overleg: T.Id; punt: T.Id };
interface Bladeren {
  aantal?: number;
  na?: string;
}
export interface SignaalFilter extends Bladeren {
  status?: string;
  thema?: string;
  bron?: string;
  behandelaar?: string;
  wachtOp?: string;
  ontvangenVanaf?: string;
  ontvangenTotEnMet?: string;
  sorteer?: string;
}
export interface CasusFilter extends Bladeren {
  fase?: string;
  thema?: string;
  trekker?: string;
  etiket?: T.Etiketsoort;
  sorteer?: string;
}
export interface ActieFilter {
  wie?: 'ik' | 'alle';
  staat?: T.ActieStaat | 'alle';
  casus?: T.Id;
  signaal?: T.Id;
  na?: string;
}

export interface paths {
  '/v1/sessie': Pad<Lees<T.Sessie> & Stuur<T.Sessie, T.Aanmelding> & Wis<undefined>>;
  '/v1/sessie/_opnieuw': Pad<Stuur<T.Sessie, T.Herbewijs>>;
  '/v1/sessie/taal': Pad<Vervang<T.Sessie, { taal: 'nl' | 'en' }, undefined>>;
  '/v1/aanmeldwijzen': Pad<Lees<T.Aanmeldwijzen>>;
  '/v1/demo': Pad<Lees<{ gebruikers: T.DemoGebruiker[] }>>;
  '/v1/demo/sessie': Pad<Stuur<T.Sessie, { gebruikersnaam: string }>>;
  '/v1/collegas': Pad<Lees<{ resultaten: (T.Collega & { rollen: string[] })[] }>>;
  '/v1/stamgegevens': Pad<Lees<T.Stamgegevens>>;
  '/v1/verwerkingsactiviteiten': Pad<Lees<{ resultaten: T.Verwerkingsactiviteit[] }>>;
  '/v1/mijn-werk': Pad<Lees<T.MijnWerk>>;

  '/v1/_zoek': Pad<Stuur<T.AllesGevonden, { tekst: string; aantal?: number }>>;
  '/v1/adressen/_zoek': Pad<Stuur<{ resultaten: T.Adres[] }, { tekst: string; aantal?: number }>>;
  '/v1/adressen/_toon': Pad<Stuur<T.AdresKaart, { nummeraanduiding: string }>>;

  '/v1/bedrijven/{id}': Pad<Lees<T.Bedrijf, OpId>>;
  '/v1/bedrijven/_bij-adres': Pad<Stuur<T.BedrijvenLijst, { nummeraanduiding: string }>>;
  '/v1/bedrijven/_in-pand': Pad<Stuur<T.BedrijvenLijst, { pand: string }>>;
  '/v1/gemeenteregisters/_zoek': Pad<Stuur<T.Gemeenteregels, { pand: string } | { bedrijf: T.Id }>>;
  '/v1/panden/{id}': Pad<Lees<T.Pand, OpId>>;
  '/v1/bedrijven/_ongekoppeld': Pad<Stuur<T.BedrijvenLijst, { na?: string; aantal?: number }>>;
  '/v1/kaart': Pad<Lees<T.Kaartstand>>;
  '/v1/kaart/eigen-gebieden': Pad<Lees<T.Lijst<T.EigenGebied>> & Stuur<T.EigenGebied, T.EigenGebiedNieuw>>;
  '/v1/kaart/eigen-gebieden/{gebied}': Pad<Wis<undefined, { gebied: T.Id }>>;
  '/v1/werklijsten': Pad<Lees<T.Lijst<T.WerklijstKort>> & Stuur<T.Werklijst, T.WerklijstNieuw>>;
  '/v1/werklijsten/{werklijst}': Pad<Lees<T.Werklijst, { werklijst: T.Id }> & Wis<undefined, { werklijst: T.Id }>>;
  '/v1/werklijsten/{werklijst}/regels/{regel}': Pad<
    Wijzig<T.Werkregel, T.WerkregelWijziging, { werklijst: T.Id; regel: T.Id }>
  >;
  '/v1/werklijsten/{werklijst}/leden/{gebruiker}': Pad<
    Vervang<T.Werklijst, undefined, { werklijst: T.Id; gebruiker: T.Id }> &
      Wis<T.Werklijst, { werklijst: T.Id; gebruiker: T.Id }>
  >;
  '/v1/kaart/gebieden/_tel': Pad<Stuur<{ peildatum: T.Datum; resultaten: T.Gebiedstelling[] }, T.Telvraag>>;
  '/v1/kaart/selectie/_toon': Pad<Stuur<T.Selectie, T.Selectievraag>>;
  '/v1/kaart/selectie/_vergelijk': Pad<Stuur<T.Vergelijking, T.Selectievraag & { eerder: T.Datum }>>;
  '/v1/kaart/selectie/_exporteer': Pad<Stuur<undefined, T.Selectievraag & { formaat: 'csv' | 'xlsx' | 'geojson' }>>;
  '/v1/kaart/signalen/_zoek': Pad<
    Stuur<{ afgekapt: boolean; resultaten: T.SignaalOpKaart[] }, { waar: T.Gebiedskeuze | null }>
  >;
  '/v1/kaart/casussen/_zoek': Pad<
    Stuur<{ afgekapt: boolean; resultaten: T.CasusOpKaart[] }, { waar: T.Gebiedskeuze | null }>
  >;
  '/v1/kaart/signalen/_tel': Pad<Stuur<{ resultaten: { code: string; aantal: number | null }[] }, T.Telvraag>>;

  '/v1/signalen': Pad<Lees<T.Lijst<T.SignaalRegel>, undefined, SignaalFilter> & Stuur<T.Signaal, T.SignaalNieuw>>;
  '/v1/signalen/_zoek': Pad<
    Stuur<T.Lijst<T.SignaalRegel>, { tekst?: string; adres?: string; status?: string[]; aantal?: number; na?: string }>
  >;
  '/v1/signalen/tellingen': Pad<Lees<T.SignaalTellingen>>;
  '/v1/signalen/{id}': Pad<Lees<T.Signaal, OpId> & Wijzig<T.Signaal, T.SignaalWijziging, OpId>>;
  '/v1/signalen/{id}/vermeldingen': Pad<Stuur<T.Vermelding, T.VermeldingNieuw, OpId>>;
  '/v1/signalen/{id}/vermeldingen/{vermelding}': Pad<
    Wijzig<T.Vermelding, Partial<Omit<T.VermeldingNieuw, 'uitBron' | 'uitDocument'>>, OpId & { vermelding: T.Id }> &
      Wis<undefined, OpId & { vermelding: T.Id }>
  >;
  '/v1/signalen/{id}/melder/_toon': Pad<Stuur<{ naam: string; contact: string }, { reden: string }, OpId>>;
  '/v1/signalen/{id}/wegingen': Pad<Stuur<T.Signaal, T.WegingNieuw, OpId>>;
  '/v1/signalen/{id}/overgangen': Pad<Stuur<T.Signaal, T.SignaalOvergang, OpId>>;
  '/v1/signalen/{id}/vermeldingen/{vermelding}/bsn/_toon': Pad<
    Stuur<{ bsn: string }, { reden: string }, { id: T.Id; vermelding: T.Id }>
  >;
  '/v1/casussen/{id}/vermeldingen/{vermelding}/bsn/_toon': Pad<
    Stuur<{ bsn: string }, { reden: string }, { id: T.Id; vermelding: T.Id }>
  >;
  '/v1/signalen/{id}/vrijgaven': Pad<Stuur<T.Signaal, undefined, OpId>>;
  '/v1/wegingsprofiel': Pad<Lees<T.Wegingsprofiel>>;

  '/v1/casussen': Pad<Lees<T.Lijst<T.CasusRegel>, undefined, CasusFilter> & Stuur<T.Casus, T.CasusNieuw>>;
  '/v1/casussen/_zoek': Pad<
    Stuur<T.Lijst<T.CasusRegel>, { tekst?: string; fase?: string[]; aantal?: number; na?: string }>
  >;
  '/v1/casussen/tellingen': Pad<Lees<T.CasusTellingen>>;
  '/v1/casussen/{id}': Pad<Lees<T.Casus, OpId> & Wijzig<T.Casus, T.CasusWijziging, OpId>>;
  '/v1/casussen/{id}/plan': Pad<Wijzig<T.Casus, Partial<Omit<T.CasusPlan, 'versie'>>, OpId>>;
  '/v1/casussen/{id}/dossier': Pad<Lees<T.Dossier, OpId, { bekendOp?: T.Tijdstip }>>;
  '/v1/casussen/{id}/bronnen': Pad<Stuur<T.Bron, T.BronNieuw, OpId>>;
  '/v1/casussen/{id}/bronnen/{bron}': Pad<
    Wijzig<T.Bron, Partial<T.BronNieuw>, OpId & { bron: T.Id }> & Wis<undefined, OpId & { bron: T.Id }>
  >;
  '/v1/casussen/{id}/bronnen/{bron}/inhoud': Pad<Stuur<T.Bron, { motivering: string }, OpId & { bron: T.Id }>>;
  '/v1/casussen/{id}/privacytoetsen': Pad<Stuur<T.Privacytoets, T.PrivacytoetsNieuw, OpId>>;
  '/v1/casussen/{id}/privacytoetsen/{toets}/besluiten': Pad<
    Stuur<
      T.Privacytoets,
      { besluit: 'akkoord' | 'niet_akkoord' | 'ingetrokken'; reden: string | null },
      OpId & { toets: T.Id }
    >
  >;
  '/v1/casussen/{id}/documenten': Pad<Lees<T.Lijst<T.Document>, OpId, { bekendOp?: T.Tijdstip }>>;
  '/v1/casussen/{id}/documenten/{document}': Pad<Wis<undefined, OpId & { document: T.Id }>>;
  '/v1/casussen/{id}/vermeldingen': Pad<Stuur<T.Vermelding, T.VermeldingNieuw, OpId>>;
  '/v1/casussen/{id}/vermeldingen/{vermelding}': Pad<
    Wijzig<T.Vermelding, Partial<Omit<T.VermeldingNieuw, 'uitBron' | 'uitDocument'>>, OpId & { vermelding: T.Id }> &
      Wis<undefined, OpId & { vermelding: T.Id }>
  >;
  '/v1/casussen/{id}/verbanden': Pad<Stuur<T.VerbandBron, T.VerbandNieuw, OpId>>;
  '/v1/casussen/{id}/verbanden/{verband}': Pad<
    Wijzig<T.VerbandBron, T.VerbandWijziging, OpId & { verband: T.Id }> & Wis<undefined, OpId & { verband: T.Id }>
  >;
  '/v1/casussen/{id}/notities': Pad<Stuur<T.Gebeurtenis, { tekst: string; wanneer: T.Tijdstip | null }, OpId>>;
  '/v1/casussen/{id}/signalen': Pad<Stuur<T.Casus, { signaal: T.Id }, OpId>>;
  '/v1/casussen/{id}/leden': Pad<Stuur<T.Casus, { gebruiker: T.Id; tot: T.Datum | null; rol?: string | null }, OpId>>;
  '/v1/casussen/{id}/leden/{gebruiker}': Pad<Wis<undefined, OpId & { gebruiker: T.Id }>>;
  '/v1/casussen/{id}/gasten': Pad<
    Lees<T.Gasten, OpId> & Stuur<T.Gast, { naam: string; organisatie: string; tot: T.Datum }, OpId>
  >;
  '/v1/casussen/{id}/gasten/{gast}': Pad<Wis<undefined, OpId & { gast: T.Id }>>;
  '/v1/gastplekken': Pad<Lees<{ resultaten: T.Gastplek[] }>>;
  '/v1/gastplekken/_opnemen': Pad<Stuur<{ resultaten: T.Gastplek[] }, { code: string }>>;
  '/v1/gastplekken/{plek}/_open': Pad<Stuur<undefined, undefined, { plek: T.Id }>>;
  '/v1/sessie/_naar-huis': Pad<Stuur<undefined, undefined>>;
  '/v1/casussen/{id}/overgangen': Pad<Stuur<T.Casus, T.CasusOvergang, OpId>>;
  '/v1/casussen/{id}/interventies': Pad<Stuur<T.Interventie, T.InterventieNieuw, OpId>>;
  '/v1/casussen/{id}/interventies/{interventie}': Pad<
    Wijzig<T.Interventie, T.InterventieWijziging, OpId & { interventie: T.Id }> &
      Wis<undefined, OpId & { interventie: T.Id }>
  >;
  '/v1/sjablonen': Pad<Lees<T.Lijst<T.Sjabloon>> & Stuur<T.Sjabloon, T.SjabloonNieuw>>;
  '/v1/sjablonen/_zet-terug': Pad<Stuur<T.Sjabloon, { thema: string }>>;
  '/v1/casussen/{id}/gelijkende': Pad<Lees<T.Lijst<T.Gelijkende>, OpId>>;
  '/v1/casussen/{id}/gelijkende/{ander}': Pad<
    Stuur<T.Lijst<T.Gelijkende>, { stand: T.SamenhangStand; reden: string }, OpId & { ander: T.Id }> &
      Wis<undefined, OpId & { ander: T.Id }>
  >;
  '/v1/criteria': Pad<Lees<T.Criterialijst> & Stuur<T.Criterialijst, { criteria: T.CriteriumNieuw[] }>>;
  '/v1/casussen/prioritering': Pad<Lees<T.Prioritering, undefined, { criterium?: T.Id }>>;
  '/v1/casussen/{id}/beoordelingen': Pad<
    Lees<T.Lijst<T.Beoordeling>, OpId> & Stuur<T.Lijst<T.Beoordeling>, T.BeoordelingNieuw, OpId>
  >;
  '/v1/casussen/{id}/etiketten': Pad<Stuur<T.Casus, { soort: T.Etiketsoort; reden: string }, OpId>>;
  '/v1/casussen/{id}/etiketten/{soort}': Pad<Wis<undefined, OpId & { soort: T.Etiketsoort }>>;
  '/v1/weegtafel': Pad<Lees<T.Lijst<T.WeegtafelRegel>>>;
  '/v1/signalen/{id}/weegtafel': Pad<
    Lees<T.WeegtafelVanSignaal, OpId> & Stuur<T.WeegtafelRegel, T.WeegtafelNieuw, OpId>
  >;
  '/v1/signalen/{id}/weegtafel/besluiten': Pad<Stuur<T.WeegtafelRegel, T.WeegtafelBesluit, OpId>>;
  '/v1/casussen/{id}/evaluatie': Pad<Lees<T.Evaluatie, OpId> & Stuur<T.Evaluatie, T.EvaluatieNieuw, OpId>>;
  '/v1/casussen/{id}/lessen': Pad<Stuur<T.Lesvoorstel, T.LesvoorstelNieuw, OpId>>;
  '/v1/casussen/{id}/lessen/{les}': Pad<Vervang<T.Lesvoorstel, T.LesvoorstelNieuw, OpId & { les: T.Id }>>;
  '/v1/casussen/{id}/lessen/{les}/besluiten': Pad<
    Stuur<T.Lesvoorstel, { besluit: 'gedeeld' | 'teruggegeven'; reden?: string }, OpId & { les: T.Id }>
  >;
  '/v1/lessen': Pad<Lees<T.Lijst<T.Les>>>;
  '/v1/lessen/_trek-in': Pad<Stuur<undefined, { les: T.Id }>>;
  '/v1/vragen': Pad<Lees<T.Lijst<T.PartnerVraag>>>;
  '/v1/vragen/{vraag}/antwoorden': Pad<Stuur<T.PartnerVraag, T.AntwoordNieuw, { vraag: T.Id }>>;
  '/v1/casussen/{id}/vragen': Pad<Lees<T.Lijst<T.CasusVraag>, OpId> & Stuur<T.CasusVraag, T.VraagNieuw, OpId>>;
  '/v1/casussen/{id}/vragen/{vraag}': Pad<
    Wijzig<T.CasusVraag, { intrekken?: string; terugkoppeling?: string }, OpId & { vraag: T.Id }>
  >;
  '/v1/acties': Pad<Lees<T.Lijst<T.ActieRegel>, undefined, ActieFilter>>;
  '/v1/casussen/{id}/acties': Pad<Stuur<T.ActieRegel, T.ActieNieuw, OpId>>;
  '/v1/signalen/{id}/acties': Pad<Stuur<T.ActieRegel, T.ActieNieuw, OpId>>;
  '/v1/acties/{actie}': Pad<Wijzig<T.ActieRegel, T.ActieWijziging, { actie: T.Id }>>;

  '/v1/overlegreeksen': Pad<Lees<T.Lijst<T.Overlegreeks>> & Stuur<T.Overlegreeks, T.OverlegreeksNieuw>>;
  '/v1/overlegreeksen/{reeks}': Pad<
    Lees<T.Overlegreeks, { reeks: T.Id }> & Wijzig<T.Overlegreeks, T.OverlegreeksWijziging, { reeks: T.Id }>
  >;
  '/v1/overlegreeksen/{reeks}/leden/{gebruiker}': Pad<
    Vervang<T.Overlegreeks, T.ReekslidNieuw, { reeks: T.Id; gebruiker: T.Id }> &
      Wis<undefined, { reeks: T.Id; gebruiker: T.Id }>
  >;
  '/v1/overlegreeksen/{reeks}/koppelingen/{andere}': Pad<
    Vervang<T.Overlegreeks, undefined, { reeks: T.Id; andere: T.Id }> & Wis<undefined, { reeks: T.Id; andere: T.Id }>
  >;
  '/v1/overleggen': Pad<
    Lees<T.Lijst<T.OverlegRegel>, undefined, { wanneer?: string }> &
      Stuur<T.Overleg, { reeks: T.Id; datum: T.Datum | null }>
  >;
  '/v1/overleggen/{overleg}': Pad<Lees<T.Overleg, OpOverleg> & Wijzig<T.Overleg, T.OverlegWijziging, OpOverleg>>;
  '/v1/overleggen/{overleg}/deelnemers/{gebruiker}': Pad<
    Vervang<T.Overleg, T.DeelnemerNieuw, { overleg: T.Id; gebruiker: T.Id }> &
      Wis<undefined, { overleg: T.Id; gebruiker: T.Id }>
  >;
  '/v1/overleggen/{overleg}/voorstellen': Pad<Lees<T.Lijst<T.Agendavoorstel>, OpOverleg>>;
  '/v1/overleggen/{overleg}/_vul': Pad<
    Stuur<{ toegevoegd: T.Agendavoorstel[]; overleg: T.Overleg }, undefined, OpOverleg>
  >;
  '/v1/overleggen/{overleg}/_begin': Pad<Stuur<T.Overleg, undefined, OpOverleg>>;
  '/v1/overleggen/{overleg}/_sluit': Pad<Stuur<T.Overleg, undefined, OpOverleg>>;
  '/v1/overleggen/{overleg}/_gelastaf': Pad<Stuur<T.Overleg, undefined, OpOverleg>>;
  '/v1/overleggen/{overleg}/_bewerk': Pad<Stuur<T.Ontvangst, T.Bewerking, OpOverleg>>;
  '/v1/overleggen/{overleg}/volgorde': Pad<Vervang<T.Overleg, { punten: T.Id[] }, OpOverleg>>;
  '/v1/overleggen/{overleg}/aanwezigheid/{gebruiker}': Pad<
    Vervang<T.Overleg, { stand: T.Aanwezigheid }, { overleg: T.Id; gebruiker: T.Id }>
  >;
  '/v1/overleggen/{overleg}/beeld': Pad<
    Lees<T.Overlegbeeld, OpOverleg> & Vervang<T.Overlegbeeld, { zwart: boolean }, OpOverleg>
  >;
  '/v1/overleggen/{overleg}/verslag': Pad<Lees<undefined, OpOverleg, { vorm?: string }>>;
  '/v1/overleggen/{overleg}/uitnodiging': Pad<Lees<undefined, OpOverleg>>;
  '/v1/overleggen/{overleg}/punten': Pad<Stuur<T.Agendapunt, T.AgendapuntNieuw, OpOverleg>>;
  '/v1/overleggen/{overleg}/punten/{punt}': Pad<
    Lees<T.Agendapunt, OpPunt> & Wijzig<T.Agendapunt, T.AgendapuntWijziging, OpPunt> & Wis<undefined, OpPunt>
  >;
  '/v1/overleggen/{overleg}/punten/{punt}/delen/{soort}': Pad<
    Vervang<T.Agendapunt, { tekst: string; regime: string | null }, OpPunt & { soort: string }>
  >;
  '/v1/overleggen/{overleg}/punten/{punt}/toetsen': Pad<Stuur<T.Agendapunt, T.AgendatoetsNieuw, OpPunt>>;
  '/v1/overleggen/{overleg}/punten/{punt}/toetsen/{toets}/besluit': Pad<
    Stuur<
      T.Agendapunt,
      { staat: 'akkoord' | 'niet_akkoord' | 'ingetrokken'; reden: string | null },
      OpPunt & { toets: T.Id }
    >
  >;
  '/v1/overleggen/{overleg}/punten/{punt}/inbreng': Pad<
    Lees<T.Lijst<T.Inbrengkeuze>, OpPunt> & Stuur<T.Agendapunt, T.InbrengNieuw, OpPunt>
  >;
  '/v1/overleggen/{overleg}/punten/{punt}/inbreng/{inbreng}/besluit': Pad<
    Stuur<
      T.Agendapunt,
      { staat: 'akkoord' | 'niet_akkoord' | 'ingetrokken'; reden: string | null },
      OpPunt & { inbreng: T.Id }
    >
  >;
  '/v1/overleggen/{overleg}/punten/{punt}/_begin': Pad<Stuur<T.Agendapunt, undefined, OpPunt>>;
  '/v1/overleggen/{overleg}/punten/{punt}/_besproken': Pad<Stuur<T.Agendapunt, { doorschuiven: boolean }, OpPunt>>;
  '/v1/overleggen/{overleg}/punten/{punt}/weging': Pad<Stuur<T.Agendapunt, T.OverlegWeging, OpPunt>>;
  '/v1/overleggen/{overleg}/punten/{punt}/informatie': Pad<Stuur<T.Agendapunt, T.OverlegInformatie, OpPunt>>;
  '/v1/overleggen/{overleg}/punten/{punt}/interventies': Pad<Stuur<T.Agendapunt, T.InterventieNieuw, OpPunt>>;
  '/v1/overleggen/{overleg}/punten/{punt}/besluiten': Pad<Stuur<T.Agendapunt, T.OverlegbesluitNieuw, OpPunt>>;
  '/v1/overleggen/{overleg}/punten/{punt}/acties': Pad<Stuur<T.Agendapunt, T.OverlegActieNieuw, OpPunt>>;

  '/v1/netwerk/_toon': Pad<Stuur<T.Netwerkbeeld, { knopen: T.KnoopRef[]; filter: T.Netwerkfilter | null }>>;
  '/v1/netwerk/buren/_zoek': Pad<
    Stuur<
      T.Netwerkbeeld,
      {
        knoop: T.KnoopRef;
        al: T.KnoopRef[];
        soorten: string[] | null;
        hoogstens: number | null;
        filter: T.Netwerkfilter | null;
      }
    >
  >;
  '/v1/netwerk/maten/_tel': Pad<
    Stuur<{ knopen: T.Knoopmaat[] }, { knopen: T.KnoopRef[]; filter: T.Netwerkfilter | null }>
  >;
  '/v1/netwerk/paden/_zoek': Pad<
    Stuur<
      T.Netwerkpad,
      {
        van: T.KnoopRef;
        naar: T.KnoopRef;
        vermijd: T.KnoopRef[] | null;
        langs: T.KnoopRef[] | null;
        stappen: number | null;
        aantal: number | null;
        filter: T.Netwerkfilter | null;
      }
    >
  >;
  '/v1/netwerk/weergaven': Pad<Lees<T.Lijst<T.WeergaveKort>> & Stuur<T.WeergaveKort, T.WeergaveNieuw>>;
  '/v1/netwerk/weergaven/{weergave}': Pad<
    Lees<T.Weergave, { weergave: T.Id }> &
      Wijzig<T.Weergave, T.WeergaveWijziging, { weergave: T.Id }> &
      Wis<T.WeergaveKort, { weergave: T.Id }>
  >;
  '/v1/netwerk/_exporteer': Pad<
    Stuur<T.Netwerkblad, { knopen: T.KnoopRef[]; filter: T.Netwerkfilter | null; reden: string }>
  >;
  '/v1/netwerk/_bestand': Pad<
    Stuur<
      T.Netwerkbestand,
      {
        knopen: T.KnoopRef[];
        filter: T.Netwerkfilter | null;
        vorm: 'graphml' | 'csv';
        reden: string;
        overleg: string | null;
      }
    >
  >;
  '/v1/netwerk/wachters': Pad<Lees<T.Lijst<T.WachterKort>> & Stuur<T.Wachterbeeld, T.WachterNieuw>>;
  '/v1/netwerk/wachters/{wachter}': Pad<Lees<T.Wachterbeeld, { wachter: T.Id }> & Wis<undefined, { wachter: T.Id }>>;
  '/v1/netwerk/patronen/_zoek': Pad<Stuur<T.PatroonPlekken, T.PatroonVraag>>;
  '/v1/netwerk/wachters/{wachter}/_zoek': Pad<Stuur<T.PatroonPlekken, undefined, { wachter: T.Id }>>;
  '/v1/netwerk/wachters/{wachter}/aan': Pad<
    Vervang<T.Wachterbeeld, undefined, { wachter: T.Id }> & Wis<T.Wachterbeeld, { wachter: T.Id }>
  >;
  '/v1/netwerk/suggesties/{suggestie}': Pad<Lees<T.Suggestie, { suggestie: T.Id }>>;
  '/v1/netwerk/suggesties/{suggestie}/weging': Pad<Vervang<T.Suggestie, T.SuggestieWeging, { suggestie: T.Id }>>;
  '/v1/noodtoegangen': Pad<Lees<T.Lijst<T.Noodtoegang>> & Stuur<T.Noodtoegang, T.NoodtoegangNieuw>>;
  '/v1/noodtoegangen/{id}': Pad<Wis<T.Noodtoegang, OpId>>;
  '/v1/noodtoegangen/{id}/beoordelingen': Pad<Stuur<T.Noodtoegang, T.NoodtoegangOordeel, OpId>>;
  '/v1/casussen/{id}/inzagen': Pad<Lees<T.Lijst<T.Inzage>, OpId, { voor?: T.Tijdstip }>>;
  '/v1/signalen/{id}/inzagen': Pad<Lees<T.Lijst<T.Inzage>, OpId, { voor?: T.Tijdstip }>>;
  '/v1/inzagen/_zoek': Pad<Stuur<T.Lijst<T.Inzage>, { kenmerk: string; voor?: T.Tijdstip }>>;
  '/v1/toezicht/informatietaken': Pad<Lees<T.Lijst<T.TeInformeren>>>;
  '/v1/toezicht/verstrekkingen': Pad<Lees<T.Lijst<T.Verstrekt>, undefined, { van?: T.Datum; totEnMet?: T.Datum }>>;
  '/v1/signaleringen': Pad<Lees<T.Lijst<T.Signalering>, undefined, { van?: T.Datum; totEnMet?: T.Datum }>>;
  '/v1/signaleringen/verklaringen': Pad<Stuur<T.Signalering, T.VerklaringNieuw>>;
  '/v1/incidenten': Pad<Lees<T.Lijst<T.Incident>>>;
  '/v1/eigen-kenmerken': Pad<Lees<T.Lijst<T.EigenKenmerk>> & Stuur<T.EigenKenmerk, T.EigenKenmerkNieuw>>;
  '/v1/eigen-kenmerken/{id}': Pad<Wis<undefined, OpId>>;
  '/v1/vernietiging/bewaarregels': Pad<
    Lees<T.Lijst<T.Bewaarregel>> & Stuur<T.Lijst<T.Bewaarregel>, T.BewaarregelNieuw>
  >;
  '/v1/vernietiging/kandidaten': Pad<Lees<T.Lijst<T.Kandidaat>>>;
  '/v1/vernietiging/blokkades': Pad<
    Stuur<T.Blokkade, { kenmerk: string; soort: T.BlokkadeSoort; reden: string; tot: T.Datum | null }>
  >;
  '/v1/vernietiging/blokkades/{id}': Pad<Wis<undefined, OpId>>;
  '/v1/vernietiging/lijsten': Pad<
    Lees<T.Lijst<T.Vernietigingslijst>> & Stuur<T.Vernietigingslijst, { objecten: T.Id[] }>
  >;
  '/v1/vernietiging/lijsten/{id}': Pad<Wis<undefined, OpId>>;
  '/v1/vernietiging/lijsten/{id}/akkoorden': Pad<Stuur<T.Vernietigingslijst, { inhoud: string }, OpId>>;
  '/v1/vernietiging/lijsten/{id}/_voer-uit': Pad<Stuur<T.Vernietigingslijst, undefined, OpId>>;
  '/v1/vernietiging/verklaringen': Pad<Lees<T.Lijst<T.Verklaring>>>;
  '/v1/verwerkingsactiviteiten/{code}/dpia': Pad<Stuur<T.Dpiaverwijzing, T.Dpiaverwijzing, { code: string }>>;
  '/v1/casussen/{id}/informeren': Pad<Lees<{ resultaten: T.Informatietaak[]; gronden: T.Grond[] }, OpId>>;
  '/v1/casussen/{id}/informeren/{vermelding}/besluiten': Pad<
    Stuur<T.Informatietaak, T.InformatiebesluitNieuw, OpId & { vermelding: T.Id }>
  >;
  '/v1/casussen/{id}/informeren/{vermelding}/brief': Pad<Lees<undefined, OpId & { vermelding: T.Id }>>;
  '/v1/casussen/{id}/verstrekkingen': Pad<
    Lees<T.Lijst<T.Verstrekking>, OpId> & Stuur<T.Verstrekking, T.VerstrekkingNieuw, OpId>
  >;
  '/v1/casussen/{id}/verstrekbaar': Pad<Lees<T.Verstrekbaar, OpId>>;
  '/v1/casussen/{id}/verstrekkingen/{verstrekking}/afschrift': Pad<Lees<undefined, OpId & { verstrekking: T.Id }>>;
  '/v1/casussen/{id}/verstrekkingen/{verstrekking}/kennisgeving': Pad<Lees<undefined, OpId & { verstrekking: T.Id }>>;
  '/v1/casussen/{id}/verstrekkingen/{verstrekking}/kennisgevingen': Pad<
    Stuur<T.Verstrekking, T.KennisgevingBesluit, OpId & { verstrekking: T.Id }>
  >;
  '/v1/casussen/{id}/verstrekkingen/{verstrekking}/riec-berichten': Pad<
    Stuur<T.Verstrekking, T.RiecBerichtNieuw, OpId & { verstrekking: T.Id }>
  >;
  '/v1/verzoeken': Pad<Lees<T.Lijst<T.VerzoekRegel>> & Stuur<T.Verzoek, T.VerzoekNieuw>>;
  '/v1/verzoeken/{id}': Pad<Lees<T.Verzoek, OpId> & Wijzig<T.Verzoek, T.VerzoekWijziging, OpId>>;
  '/v1/verzoeken/{id}/overgangen': Pad<
    Stuur<T.Verzoek, { naar: string; reden?: string; verzondenOp?: T.Datum; metOpenBerichten?: boolean }, OpId>
  >;
  '/v1/verzoeken/{id}/verlengingen': Pad<Stuur<T.Verzoek, { reden: string }, OpId>>;
  '/v1/verzoeken/{id}/_zoek': Pad<Stuur<{ resultaten: T.Vondst[]; meer: boolean }, { termen: T.Zoekterm[] }, OpId>>;
  '/v1/verzoeken/{id}/gegevens': Pad<
    Stuur<T.Verzoek, { gegevens: { soort: string; rij: T.Id; moment: T.Tijdstip | null; hoort: boolean }[] }, OpId>
  >;
  '/v1/verzoeken/{id}/gegevens/{gegeven}': Pad<Wijzig<T.Verzoek, T.GegevenBesluit, { id: T.Id; gegeven: T.Id }>>;
  '/v1/verzoeken/{id}/inzagen': Pad<Lees<T.Lijst<T.DossierInzagen>, OpId>>;
  '/v1/verzoeken/{id}/brief': Pad<Lees<undefined, OpId>>;
  '/v1/verwerkingen/register': Pad<Lees<undefined>>;
  '/v1/verwerkingen/dpia': Pad<Lees<undefined>>;
}
