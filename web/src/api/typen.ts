// SPDX-License-Identifier: EUPL-1.2
// The values the API exchanges. Times are ISO 8601 in UTC, dates `yyyy-mm-dd`, ids UUID v4.

export type Id = string;
export type Tijdstip = string;
export type Datum = string;

export interface Collega {
  id: Id;
  naam: string;
}

/** A value of a list that the organisation keeps; both names are data, not translations of ours. */
export interface Code {
  code: string;
  naamNl: string;
  naamEn: string;
}

export interface Lijst<T> {
  resultaten: T[];
  volgende: string | null;
}

export interface Tal {
  code: string;
  aantal: number;
}

export interface Maandtal {
  maand: string;
  aantal: number;
}

// --- session ---------------------------------------------------------------------------------------------------

export type Recht =
  | 'signaal.lezen'
  | 'signaal.schrijven'
  | 'signaal.wegen'
  | 'melder.zien'
  | 'bsn.zien'
  | 'casus.lezen'
  | 'casus.openen'
  | 'casus.schrijven'
  | 'casus.sluiten'
  | 'casus.verstrekken'
  | 'casus.heropenen'
  | 'toets.besluiten'
  | 'interventie.schrijven'
  | 'register.zoeken'
  | 'bedrijf.zien'
  | 'zoeken'
  | 'kaart.zien'
  | 'gemeenteregister.zien'
  | 'netwerk.zien'
  | 'cijfers.zien'
  | 'gebruikers.zien'
  | 'beheer.gebruikers'
  | 'noodtoegang.openen'
  | 'noodtoegang.beoordelen'
  | 'inzagen.zien'
  | 'inzagen.alle'
  | 'incidenten.zien'
  | 'kenmerken.beheren'
  | 'verzoek.behandelen'
  | 'verwerkingen.zien'
  | 'archief.lezen'
  | 'archief.regels'
  | 'archief.blokkeren'
  | 'archief.lijst'
  | 'archief.goedkeuren';

export interface Sessie {
  gebruiker: Collega;
  organisatie: { nummer: number; naam: string; code: string };
  rollen: string[];
  rechten: Recht[];
  csrf: string;
  verlooptOp: Tijdstip;
  /** Until then he sees something that is not his, and every act of his is marked. */
  noodtoegangTot: Tijdstip | null;
  demo: boolean;
  /** How he signed in, and proves himself again. */
  wijze: 'wachtwoord' | 'oidc' | 'demo';
  /** `kiesbaar`: a purpose that one chooses to work under; the others belong to the acts themselves. `zoekdoel`: one may
   *  search for people under it. */
  activiteiten: (Code & { kiesbaar: boolean; zoekdoel: boolean })[];
}

export interface Aanmeldwijzen {
  /** Name of the identity provider; null: local accounts only. */
  aanbieder: string | null;
}

export interface Herbewijs {
  wachtwoord: string;
  totp: string;
}

export interface Aanmelding {
  organisatie: string;
  gebruikersnaam: string;
  wachtwoord: string;
  totp: string;
}

export interface DemoGebruiker {
  gebruikersnaam: string;
  naam: string;
  rol: string;
  omschrijvingNl: string;
  omschrijvingEn: string;
}

export interface Stamgegevens {
  signaalbronnen: (Code & { regime: string })[];
  themas: Code[];
  bronsoorten: (Code & { intern: boolean; regime: string })[];
  partners: Code[];
  interventietypen: (Code & { categorie: InterventieCategorie; grondslag: string | null })[];
  vermeldingsoorten: Code[];
  /** `rollen`: who of a file may see what stands under it; null: everybody. `doelen`: only under one of these purposes. */
  regimes: (Code & { rollen: string[] | null; doelen: string[]; doorgifte: Doorgifte; doorgifteGrond: string })[];
  /** From the least strict on. */
  doorgiften: Code[];
  /** Between which kinds of mentions it can be. */
  verbandsoorten: (Code & { wie: VermeldingSoort[]; wat: VermeldingSoort[] })[];
  rollen: Code[];
  grondslagen: Code[];
}

export interface Verwerkingsactiviteit {
  code: string;
  versie: number;
  naamNl: string;
  naamEn: string;
  doel: string;
  grondslagAvg: string;
  grondslagWet: string;
  gegevens: string[];
  ontvangers: string[];
  rollen: string[];
  bewaarmaanden: number;
  geldigVan: Datum;
  geldigTot: Datum | null;
  dpia: Dpiaverwijzing | null;
}

/** Where the impact assessment of an activity is kept. */
export interface Dpiaverwijzing {
  verwijzing: string;
  vastgesteldOp: Datum;
}

export interface Werktermijn {
  casus: { id: Id; kenmerk: string; werknaam: string };
  soort: 'bron' | 'interventie' | 'monitoring' | 'informeren' | 'kennisgeving';
  object: Id;
  wat: string;
  datum: Datum;
  aantal: number;
}

/** A privacy check that this user may decide. */
export interface Werktoets {
  casus: { id: Id; kenmerk: string; werknaam: string };
  id: Id;
  soort: '1' | '2a' | '2b';
  door: Collega;
  op: Tijdstip;
}
export interface MijnWerk {
  termijnen: Werktermijn[];
  toetsen: Werktoets[];
  /** That end within fourteen days. */
  embargos: { id: Id; kenmerk: string; titel: string; tot: Datum }[];
  teWegen: number;
  uitgesteldVerlopen: number;
  mijnCasussen: number;
  casusTeOpenen: number;
}

// --- addresses -------------------------------------------------------------------------------------------------

export interface Adres {
  nummeraanduiding: string;
  weergave: string;
  straat: string;
  huisnummer: number;
  huisletter: string | null;
  toevoeging: string | null;
  postcode: string | null;
  woonplaats: string;
  actief: boolean;
}

export interface AdresObject {
  identificatie: string;
  soort: 'verblijfsobject' | 'ligplaats' | 'standplaats';
  status: string;
  gebruiksdoelen: string[];
  oppervlakte: number | null;
  panden: { identificatie: string; bouwjaar: number | null; status: string }[];
}

export interface AdresKaart extends Adres {
  objecten: AdresObject[];
  rd: { x: number; y: number } | null;
  standdatum: Datum;
}

/** A verblijfsobject in a building, as it is or last was. */
export interface PandObject {
  identificatie: string;
  status: string;
  gebruiksdoelen: string[];
  oppervlakte: number | null;
  /** The main one first. */
  adressen: Adres[];
  huidig: boolean;
}

export interface Pand {
  identificatie: string;
  bouwjaar: number;
  status: string;
  /** False: not built yet, pulled down, or gone from the last delivery. */
  huidig: boolean;
  objecten: PandObject[];
  /** The newest first. */
  versies: { van: Datum; tot: Datum | null; bouwjaar: number; status: string }[];
  uitsnede: Uitsnede | null;
  standdatum: Datum | null;
}

export interface Bedrijfsactiviteit {
  code: string;
  /** In the words of KVK; may be empty. */
  omschrijving: string;
  /** Of the SBI: 2008 or 2025. */
  uitgave: number;
}

/** A version of a company, or of an establishment of it, as the Handelsregister had it from `van` to `tot`. */
export interface Bedrijfsregel {
  bedrijf: Id;
  kvkNummer: string;
  vestigingsnummer: string | null;
  naam: string;
  handelsnamen: string[];
  /** 2009, 2009-01 or 2009-01-31: as much as is known. */
  aanvang: string | null;
  einde: string | null;
  werkzamePersonen: number | null;
  activiteiten: Bedrijfsactiviteit[];
  afgeschermd: boolean;
  adres: string | null;
  nummeraanduiding: string | null;
  koppeling:
    | 'nummeraanduiding'
    | 'object'
    | 'postcode'
    | 'straat'
    | 'postcode-ruim'
    | 'straat-ruim'
    | 'afgeschermd'
    | 'geen-adres'
    | 'buitenland'
    | 'onbekend'
    | 'meer';
  zekerheid: 'zeker' | 'waarschijnlijk' | 'onzeker' | null;
  van: Datum;
  tot: Datum | null;
  hoofdvestiging: boolean;
}

/** Another company where this one is or was. */
export interface Buurbedrijf {
  bedrijf: Id;
  naam: string;
  kvkNummer: string;
  adres: string;
  nummeraanduiding: string;
  van: Datum;
  tot: Datum | null;
  tegelijk: boolean;
}

export interface Bedrijf {
  id: Id;
  kvkNummer: string;
  naam: string;
  statutaireNaam: string | null;
  rechtsvorm: string | null;
  rsin: string | null;
  /** Of natural persons: whoever looks is logged as looking at them. */
  natuurlijk: boolean;
  onderneming: Bedrijfsregel[];
  vestigingen: Bedrijfsregel[];
  buren: Buurbedrijf[];
  standdatum: Datum | null;
}

/** Somebody or something that a row of a register names, in a role that its mapping gave. */
export interface Gemeentegenoemd {
  genoemd: Id;
  rol: string;
  soort: 'persoon' | 'bedrijf' | 'voertuig' | 'adres';
  tekst: string;
  regime: Registerregime;
  sleutel: string | null;
  bedrijf: Id | null;
  zekerheid: 'zeker' | 'waarschijnlijk' | 'onzeker' | null;
}
export type Registerregime = 'open' | 'avg' | 'brp' | 'fiscaal';

/** A row of a register of the municipality, as it was delivered. */
export interface Gemeenteregel {
  id: Id;
  register: string;
  naam: string;
  bron: string;
  titel: string;
  kenmerk: string;
  van: Datum | null;
  tot: Datum | null;
  velden: { naam: string; waarde: string; regime: Registerregime }[];
  genoemd: Gemeentegenoemd[];
  gezienVan: Datum;
  gezienTot: Datum | null;
  standdatum: Datum;
}

export interface Gemeenteregels {
  /** How many registers the organisation has loaded. */
  registers: number;
  resultaten: Gemeenteregel[];
}

export interface BedrijvenLijst {
  resultaten: Bedrijfsregel[];
  standdatum: Datum | null;
}

/** Where something that was found stands. */
export interface GevondenPlaats {
  soort: 'signaal' | 'casus';
  id: Id;
  kenmerk: string;
  naam: string;
}
export interface GevondenVermelding {
  id: Id;
  soort: string;
  tekst: string;
  sleutel: string | null;
  rol: string | null;
  dossier: GevondenPlaats;
}
export interface AllesGevonden {
  adressen: Adres[];
  /** `huidig`: still in the register. */
  bedrijven: { bedrijf: Id; kvkNummer: string; naam: string; adres: string | null; huidig: boolean }[];
  signalen: { id: Id; kenmerk: string; titel: string; status: SignaalStatus; adres: string | null }[];
  casussen: { id: Id; kenmerk: string; werknaam: string; fase: CasusFase }[];
  vermeldingen: GevondenVermelding[];
  documenten: { id: Id; naam: string; dossier: GevondenPlaats }[];
  /** How many fit, of what the user may see; at most a hundred are looked at. */
  aantallen: { signalen: number; casussen: number; vermeldingen: number; documenten: number };
  /** People, signs and files were looked for: that asks a purpose. */
  inAlles: boolean;
}

/** How an address stands on a signaal: a registered one, or words only. */
export interface AdresVermeld {
  nummeraanduiding: string | null;
  weergave: string;
}

export type AdresNieuw = { nummeraanduiding: string } | { tekst: string };

// --- signalen --------------------------------------------------------------------------------------------------

export const SIGNAALSTATUSSEN = [
  'nieuw',
  'in_weging',
  'uitgesteld',
  'niet_opgepakt',
  'doorgestuurd',
  'duplicaat',
  'monodisciplinair',
  'casus',
  'bij_riec',
  'afgehandeld',
  'vernietigd',
] as const;
export type SignaalStatus = (typeof SIGNAALSTATUSSEN)[number];

export const BETROUWBAARHEDEN = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Betrouwbaarheid = (typeof BETROUWBAARHEDEN)[number];
export const INFORMATIEWAARDEN = [1, 2, 3, 4, 5, 6] as const;
export type Informatiewaarde = (typeof INFORMATIEWAARDEN)[number];

export interface SignaalRegel {
  id: Id;
  kenmerk: string;
  status: SignaalStatus;
  /** The next weighing while in_weging: 1..3; 4 = weighed gecompliceerd, a casus is to be opened; 0 when nieuw. */
  wegingStap: number;
  titel: string;
  thema: string | null;
  bron: string;
  ontvangenOp: Tijdstip;
  adres: AdresVermeld | null;
  bronBetrouwbaarheid: Betrouwbaarheid;
  informatieWaarde: Informatiewaarde;
  behandelaar: Collega | null;
  uitgesteldTot: Datum | null;
  zelfdeAdres: number;
  versie: number;
}

export const VERMELDINGSOORTEN = [
  'persoon',
  'bedrijf',
  'voertuig',
  'telefoon',
  'email',
  'rekening',
  'adres',
  'vaartuig',
] as const;
export type VermeldingSoort = (typeof VERMELDINGSOORTEN)[number];

/** Whether a fact may be passed on. */
export type Doorgifte = 'vrij' | 'na_overleg' | 'niet';
/** What a fact takes along. */
export interface Feitlabel {
  regime: string;
  doorgifte: Doorgifte;
  /** Why more freely than its regime says. */
  doorgifteReden: string | null;
}
/** Where a new fact was taken from: a source or document of the casus, or in words. */
export interface HerkomstNieuw {
  uitBron: Id | null;
  uitDocument: Id | null;
  bron: string | null;
  doorgifte: Doorgifte | null;
  doorgifteReden: string | null;
}

export interface VermeldingNieuw extends Partial<HerkomstNieuw> {
  soort: VermeldingSoort;
  tekst: string;
  sleutel: string | null;
  rol: string | null;
  toelichting: string | null;
  bronBetrouwbaarheid: Betrouwbaarheid | null;
  informatieWaarde: Informatiewaarde | null;
}

export interface Vermelding extends Omit<VermeldingNieuw, keyof HerkomstNieuw>, Feitlabel {
  id: Id;
  bron: string;
  uitBron: Id | null;
  uitDocument: Id | null;
  /** As of when it is true. */
  peildatum: Datum;
  /** A person's number is known; it is shown on request only. */
  heeftBsn: boolean;
  entiteit: Id | null;
  herkomst: 'signaal' | 'casus';
  door: Collega;
  op: Tijdstip;
  versie: number;
  elders: number;
}

export interface WegingAntwoord {
  vraag: string;
  antwoord: string;
  toelichting: string | null;
}

export interface Weging {
  id: Id;
  stap: number;
  profiel: string;
  profielVersie: number;
  antwoorden: WegingAntwoord[];
  uitkomst: string;
  motivering: string;
  door: Collega;
  op: Tijdstip;
}

export interface Verloop {
  /** Null for the recording itself. */
  van: SignaalStatus | null;
  naar: SignaalStatus;
  reden: string | null;
  door: Collega;
  op: Tijdstip;
  tot: Datum | null;
  naarWie: string | null;
}

export interface Signaal extends SignaalRegel, Feitlabel {
  omschrijving: string;
  /** When it was seen. */
  peildatum: Datum;
  heeftMelder: boolean;
  gemeldDoor: Collega;
  vermeldingen: Vermelding[];
  wegingen: Weging[];
  verloop: Verloop[];
  casus: { id: Id; kenmerk: string; werknaam: string } | null;
  duplicaatVan: { id: Id; kenmerk: string } | null;
  /** Under embargo: the only ones who know of it. */
  alleen: Collega[] | null;
  /** The day on which that ends by itself; null: when it is released. */
  embargoTot: Datum | null;
  opZelfdeAdres: { id: Id; kenmerk: string; titel: string; status: SignaalStatus; ontvangenOp: Tijdstip }[];
  stappen: SignaalStatus[];
}

export interface SignaalNieuw {
  titel: string;
  omschrijving: string;
  bron: string;
  thema: string | null;
  ontvangenOp: Tijdstip | null;
  adres: AdresNieuw | null;
  bronBetrouwbaarheid: Betrouwbaarheid | null;
  informatieWaarde: Informatiewaarde | null;
  regime: string;
  melder: { naam: string; contact: string } | null;
  vermeldingen: VermeldingNieuw[];
  /** Under embargo: only these colleagues and who records it; null: the team. */
  alleen: Id[] | null;
  embargoTot: Datum | null;
  /** When it was seen; null: the day it was received. */
  peildatum: Datum | null;
  /** Null: what its regime says. */
  doorgifte: Doorgifte | null;
  doorgifteReden: string | null;
}

export interface SignaalWijziging {
  titel?: string;
  omschrijving?: string;
  thema?: string | null;
  behandelaar?: Id | null;
  adres?: AdresNieuw | null;
  bronBetrouwbaarheid?: Betrouwbaarheid;
  informatieWaarde?: Informatiewaarde;
}

export interface SignaalOvergang {
  naar: SignaalStatus;
  reden: string | null;
  tot: Datum | null;
  naarWie: string | null;
  duplicaatVan: Id | null;
}

export interface WegingNieuw {
  stap: number;
  antwoorden: WegingAntwoord[];
  uitkomst: string;
  motivering: string;
  naarWie: string | null;
}

export interface SignaalTellingen {
  totaal: number;
  perStatus: Tal[];
  perThema: Tal[];
  perBron: Tal[];
  perMaand: Maandtal[];
}

export interface ProfielVraag extends Code {
  soort: 'ja_nee' | 'tekst' | 'keuze';
  keuzes: Code[];
  hulpNl: string | null;
  hulpEn: string | null;
}

export interface ProfielUitkomst extends Code {
  /** A status the signaal gets, or `verder` (next step), or `casus_openen`. */
  gevolg: string;
  /** It must be said to whom the signaal goes. */
  naarWie: boolean;
}

export interface ProfielStap extends Code {
  stap: number;
  vragen: ProfielVraag[];
  uitkomsten: ProfielUitkomst[];
}

export interface Wegingsprofiel extends Code {
  versie: number;
  stappen: ProfielStap[];
}

// --- casussen --------------------------------------------------------------------------------------------------

export const CASUSFASEN = [
  'informatie',
  'plan',
  'uitvoering',
  'bij_riec',
  'monitoring',
  'afronding',
  'archief',
  'vernietigd',
] as const;
export type CasusFase = (typeof CASUSFASEN)[number];

export interface CasusRegel {
  id: Id;
  kenmerk: string;
  werknaam: string;
  thema: string | null;
  fase: CasusFase;
  trekker: Collega;
  geopendOp: Tijdstip;
  laatsteActiviteit: Tijdstip;
  aantalSignalen: number;
  eersteTermijn: { datum: Datum; wat: string; soort: 'bron' | 'interventie' | 'monitoring' } | null;
  monitorTot: Datum | null;
  einddatum: Datum | null;
  bewarenTot: Datum | null;
  versie: number;
}

export interface CasusPlan {
  hypothese: string;
  doel: string;
  strategie: string;
  versie: number;
}

export interface Casus extends CasusRegel {
  beeld: string;
  bewaarGrond: string | null;
  leden: { gebruiker: Collega; tot: Datum | null }[];
  plan: CasusPlan;
  stappen: CasusFase[];
}

export interface CasusNieuw {
  signalen: Id[];
  werknaam: string;
  thema: string;
  trekker: Id;
  leden: Id[];
}

export interface CasusWijziging {
  werknaam?: string;
  thema?: string | null;
  trekker?: Id;
  beeld?: string;
}

export interface CasusTellingen {
  totaal: number;
  perFase: Tal[];
  perThema: Tal[];
}

export type BronStatus = 'te_vragen' | 'gevraagd' | 'bekend' | 'ontvangen' | 'niets_bekend' | 'geweigerd';

export interface BronNieuw {
  bronsoort: string;
  naam: string;
  vraag: string;
  grondslag: string;
  /** Null: what belongs to the kind. */
  regime: string | null;
  status: BronStatus;
  gevraagdOp: Tijdstip | null;
  termijn: Datum | null;
  antwoord: string | null;
  antwoordOp: Tijdstip | null;
  /** As of when the answer is true; null: the day it came. */
  peildatum: Datum | null;
  /** Null: what its regime says. */
  doorgifte: Doorgifte | null;
  doorgifteReden: string | null;
}

export interface Bron extends Omit<BronNieuw, keyof Feitlabel>, Feitlabel {
  id: Id;
  peildatum: Datum | null;
  intern: boolean;
  /** The second choice: to ask what it knows. */
  inhoud: { motivering: string; door: Collega; op: Tijdstip } | null;
  /** Asked before there were privacy checks. */
  vanVoorToets: boolean;
  door: Collega;
  op: Tijdstip;
  versie: number;
}

export type ToetsSoort = '1' | '2a' | '2b';
export type ToetsStaat = 'voorgelegd' | 'akkoord' | 'niet_akkoord' | 'ingetrokken';

/** The four grounds. */
export interface Toetsgronden {
  grondslag: string;
  verenigbaarheid: string;
  noodzaak: string;
  proportionaliteit: string;
}

export interface PrivacytoetsNieuw extends Toetsgronden {
  soort: ToetsSoort;
  bron?: Id;
  leden?: Id[];
  interventies?: Id[];
  riec?: boolean;
  /** Null: put before a colleague who may decide. */
  besluit: 'akkoord' | 'niet_akkoord' | null;
  reden: string | null;
}

export interface Privacytoets extends Toetsgronden {
  id: Id;
  soort: ToetsSoort;
  bron: Id | null;
  leden: Collega[];
  interventies: Id[];
  riec: boolean;
  staat: ToetsStaat;
  reden: string | null;
  door: Collega;
  op: Tijdstip;
  beslotenDoor: Collega | null;
  beslotenOp: Tijdstip | null;
  versie: number;
}

export type InterventieCategorie = 'bestuurlijk' | 'fiscaal' | 'strafrechtelijk' | 'preventief' | 'communicatie';
export type InterventieStatus = 'gepland' | 'bezig' | 'uitgevoerd' | 'vervallen';

export interface InterventieNieuw {
  type: string;
  omschrijving: string;
  uitvoerder: string;
  eigenaar: Id | null;
  grondslag: string | null;
  termijn: Datum | null;
  status: InterventieStatus;
  resultaat: string | null;
  resultaatOp: Datum | null;
}

export interface Interventie extends Omit<InterventieNieuw, 'eigenaar'> {
  id: Id;
  categorie: InterventieCategorie;
  eigenaar: Collega | null;
  door: Collega;
  op: Tijdstip;
  versie: number;
}

export type DocumentStaat = 'wordt_gecontroleerd' | 'in_quarantaine' | 'schoon' | 'geweigerd';
/** Why a file was refused, or why it waits. */
export type DocumentReden =
  | 'virus'
  | 'te-ingewikkeld'
  | 'te-zwaar'
  | 'afgekapt'
  | 'beschadigd'
  | 'versleuteld'
  | 'dubbel'
  | 'actieve-inhoud'
  | 'genest-archief'
  | 'te-groot-uitgepakt'
  | 'te-veel-delen'
  | 'te-veel-beeldpunten'
  | 'xml-entiteiten'
  | 'pad-onveilig'
  | 'verwijzing-buiten'
  | 'geen-tekst'
  | 'te-diep'
  | 'inhoud-past-niet'
  | 'geen-scanner'
  | 'geen-signaturen'
  | 'scan-te-laat'
  | 'scan-mislukt'
  | 'controle-mislukt';

export interface Document extends Feitlabel {
  id: Id;
  naam: string;
  soort: string;
  /** Bytes. */
  omvang: number;
  bron: string;
  bronDatum: Datum | null;
  staat: DocumentStaat;
  reden: DocumentReden | null;
  bladen: number | null;
  door: Collega;
  op: Tijdstip;
  versie: number;
}

export interface VerbandWijziging {
  geldigVan: Datum | null;
  geldigTot: Datum | null;
  toelichting: string | null;
  bron: string | null;
  doorgifte: Doorgifte | null;
  doorgifteReden: string | null;
}
export interface VerbandNieuw extends VerbandWijziging, HerkomstNieuw {
  soort: string;
  /** Mentions of the casus, or of its signalen. */
  wie: Id;
  wat: Id;
}
/** What one source says of a tie. */
export interface VerbandBron extends Feitlabel {
  id: Id;
  geldigVan: Datum | null;
  geldigTot: Datum | null;
  toelichting: string | null;
  bron: string;
  peildatum: Datum;
  versie: number;
}
export interface VerbandEind {
  vermelding: Id;
  soort: VermeldingSoort;
  tekst: string;
}
export interface Verband {
  soort: string;
  wie: VerbandEind;
  wat: VerbandEind;
  /** The strictest of `bronnen`. */
  regime: string;
  doorgifte: Doorgifte;
  /** Those this user may see; never none. */
  bronnen: VerbandBron[];
}

export type GebeurtenisSoort =
  | 'notitie'
  | 'geopend'
  | 'overgang'
  | 'bron'
  | 'vermelding'
  | 'verband'
  | 'plan'
  | 'interventie'
  | 'informeren'
  | 'verstrekking'
  | 'document'
  | 'signaal'
  | 'lid'
  | 'beeld'
  | 'noodtoegang'
  | 'privacytoets';

export interface Gebeurtenis {
  id: Id;
  soort: GebeurtenisSoort;
  tekst: string | null;
  gegevens: Record<string, unknown>;
  wanneer: Tijdstip;
  vastgelegdOp: Tijdstip;
  door: Collega;
}

export interface Dossier {
  casus: Casus;
  signalen: Omit<Signaal, 'stappen' | 'opZelfdeAdres' | 'alleen' | 'embargoTot'>[];
  vermeldingen: Vermelding[];
  verbanden: Verband[];
  bronnen: Bron[];
  privacytoetsen: Privacytoets[];
  interventies: Interventie[];
  tijdlijn: Gebeurtenis[];
}

export interface CasusOvergang {
  naar: CasusFase;
  reden: string;
  tot: Datum | null;
  einddatum: Datum | null;
}

// --- supervision -----------------------------------------------------------------------------------------------

/** Access in an emergency to one signaal or casus. */
export interface Noodtoegang {
  id: Id;
  gebruiker: Collega;
  objectSoort: 'signaal' | 'casus';
  kenmerk: string;
  object: Id;
  reden: string;
  begonnenOp: Tijdstip;
  tot: Tijdstip;
  loopt: boolean;
  vanMij: boolean;
  beoordelenVoor: Datum;
  oordeel: string | null;
  toelichting: string | null;
  beoordeeldDoor: Collega | null;
  beoordeeldOp: Tijdstip | null;
}

export interface NoodtoegangNieuw {
  kenmerk: string;
  reden: string;
  minuten: number;
}

export interface NoodtoegangOordeel {
  oordeel: string;
  toelichting: string;
}

/** One look at an object. */
export interface Inzage {
  tijd: Tijdstip;
  wie: Collega;
  rol: string;
  /** The operation of the API. */
  actie: string;
  activiteit: string | null;
  noodtoegang: boolean;
  /** This was what he opened; otherwise it stood in a list, or beside something else. */
  zelf: boolean;
  /** How many objects the same answer held; for the privacy officer only. */
  objecten: number | null;
  /** Of what was looked at, where more than one thing was asked about. */
  kenmerk: string | null;
}

export interface Incident {
  id: Id;
  tijd: Tijdstip;
  soort: string;
  aantal: number;
}

/** An operation behind a sign. */
export interface Handeling {
  tijd: Tijdstip;
  actie: string;
  kenmerk: string | null;
  noodtoegang: boolean;
}

/** A sign of misuse: one rule, one user, one day. A person weighs it. */
/** That a family name or address of a colleague is known; what it is never comes back. */
export interface EigenKenmerk {
  gebruiker: Collega;
  namen: boolean;
  adressen: boolean;
  op: Tijdstip | null;
}

export interface EigenKenmerkNieuw {
  gebruiker: Id;
  familienamen: string[];
  adressen: string[];
}

export interface Signalering {
  regel: string;
  gebruiker: Collega;
  dag: Datum;
  aantal: number;
  grens: number;
  /** His own usual number on a day, for the rule that compares with it. */
  gewoon: number | null;
  /** Oldest first, at most fifty. */
  handelingen: Handeling[];
  /** The last one, when `aantal` operations stood behind the sign. */
  verklaring: { aantal: number; toelichting: string; door: Collega; op: Tijdstip } | null;
}

export interface VerklaringNieuw {
  regel: string;
  gebruiker: Id;
  dag: Datum;
  toelichting: string;
}

// --- errors ----------------------------------------------------------------------------------------------------

export interface Veldfout {
  /** JSON pointer into the body that was sent. */
  veld: string;
  code: string;
  uitleg: string;
}

export interface Probleem {
  status: number;
  code: string;
  title: string;
  detail: string | null;
  fouten: Veldfout[];
  verzoek: string | null;
}

export type BlokkadeSoort = 'bezwaar' | 'vordering' | 'verzoek' | 'bewaarplicht' | 'riec';

export interface Blokkade {
  id: Id;
  objectSoort: 'casus' | 'signaal' | 'verzoek';
  kenmerk: string;
  soort: BlokkadeSoort;
  /** For who may see the file, and who placed it. */
  reden: string | null;
  door: Collega;
  tot: Datum | null;
}

/** What is due for destruction, or stands on a list: nothing of what it says. */
export type Bewaarsoort = 'casus' | 'signaal' | 'verzoek' | 'aanmelding';
/** How long what is kept, from a day on. Without `door`: came with the product. */
export interface Bewaarregel {
  soort: Bewaarsoort;
  resultaat: string;
  geldigVan: Datum;
  maanden: number;
  grond: string;
  nummer: string;
  reden: string | null;
  door: Collega | null;
  op: Tijdstip | null;
  geldtNu: boolean;
}
export interface BewaarregelNieuw {
  soort: string;
  resultaat: string;
  geldigVan: Datum;
  maanden: number;
  grond: string;
  nummer: string | null;
  reden: string;
}
export interface Vernietigbaar {
  object: Id;
  objectSoort: 'casus' | 'signaal' | 'verzoek';
  kenmerk: string;
  grond: string;
  geslotenOp: Datum;
  bewarenTot: Datum;
}
export interface Kandidaat extends Vernietigbaar {
  blokkades: Blokkade[];
}

export interface Vernietigingslijst {
  id: Id;
  door: Collega;
  op: Tijdstip;
  staat: 'open' | 'bezig' | 'uitgevoerd';
  /** Hash of the lines: what one approves. */
  inhoud: string;
  regels: Vernietigbaar[];
  akkoorden: { wie: Collega; rol: 'archivaris' | 'coordinator' | 'privacy'; op: Tijdstip; tot: Tijdstip }[];
  beletsel: 'akkoord-ontbreekt' | 'geblokkeerd' | 'lijst-leeg' | 'lijst-veranderd' | 'lijst-verouderd' | null;
}

export interface Verklaring {
  id: Id;
  op: Tijdstip;
  inhoud: unknown;
}

// --- requests of data subjects -----------------------------------------------------------------------------------

export type VerzoekSoort = 'inzage' | 'rectificatie' | 'wissen' | 'beperking' | 'bezwaar';
export type VerzoekStaat = 'ontvangen' | 'onderzoek' | 'besloten' | 'afgerond' | 'ingetrokken';

export interface VerzoekRegel {
  id: Id;
  kenmerk: string;
  soort: VerzoekSoort;
  staat: VerzoekStaat;
  ontvangenOp: Datum;
  termijn: Datum;
  behandelaar: Collega;
  versie: number;
}

export interface VerzoekNieuw {
  soort: VerzoekSoort;
  ontvangenOp: Datum;
  naam: string;
  adres: string;
  vraag: string;
}

/** The eight factors of UAVG 41(2). */
export type FeitSoort = 'casus' | 'vermelding' | 'bron' | 'interventie';

/** One thing that a casus says and that can be given. */
export interface Feit {
  soort: FeitSoort;
  rij: Id;
  naam: string;
  tekst: string;
  regime: string;
  doorgifte: string;
}

export interface Verstrekbaar {
  ontvangers: (Code & { regimes: string[] })[];
  feiten: Feit[];
  /** Extracts that the user may still give today. */
  over: number;
}

export interface VerstrekkingNieuw {
  ontvanger: string;
  terAttentieVan: string;
  doel: string;
  grondslag: string;
  overleg?: string;
  tot?: Datum;
  teNoemen: boolean;
  feiten: { soort: FeitSoort; rij: Id }[];
}

export interface Kennisgeving {
  id: Id;
  soort: FeitSoort;
  rij: Id;
  aanleiding: 'gewijzigd' | 'verwijderd' | 'rectificatie' | 'wissen' | 'beperking' | 'bezwaar';
  staat: 'open' | 'verstuurd' | 'niet_verstuurd';
  gedaanOp: Datum | null;
  reden: string | null;
}

/** What was given to somebody outside: what, not what it said. */
export interface Verstrekking {
  id: Id;
  kenmerk: string;
  ontvanger: string;
  terAttentieVan: string;
  doel: string;
  grondslag: string;
  overleg: string | null;
  label: string;
  tot: Datum | null;
  teNoemen: boolean;
  door: Collega;
  op: Tijdstip;
  feiten: { soort: FeitSoort; rij: Id; naam: string; regime: string; weg: boolean }[];
  kennisgevingen: Kennisgeving[];
}

export interface KennisgevingBesluit {
  kennisgevingen: Id[];
  staat: 'verstuurd' | 'niet_verstuurd';
  gedaanOp?: Datum;
  reden?: string;
}

/** A reason to withhold or not to tell, with its article. */
export interface Grond {
  code: string;
  naamNl: string;
  naamEn: string;
  artikel: string;
  weging: boolean;
}

export type InformatiebesluitSoort = 'geinformeerd' | 'uitgesteld' | 'afgezien';

export interface InformatiebesluitNieuw {
  besluit: InformatiebesluitSoort;
  verzondenOp?: Datum;
  wijze?: string;
  grond?: string;
  motivering?: string;
  weging?: Weging41;
  tot?: Datum;
}

export interface Informatiebesluit {
  besluit: InformatiebesluitSoort;
  verzondenOp: Datum | null;
  wijze: 'brief' | 'gesprek' | 'anders' | null;
  grond: string | null;
  motivering: string | null;
  weging: Weging41 | null;
  tot: Datum | null;
  door: Collega;
  op: Tijdstip;
}

/** One person in a casus: whether he was told that there is data about him. */
export interface Informatietaak {
  vermelding: Id;
  naam: string;
  rol: string | null;
  staat: 'open' | InformatiebesluitSoort;
  termijn: Datum | null;
  besluiten: Informatiebesluit[];
}

export interface Weging41 {
  doeleinden: string;
  categorieen: string;
  reikwijdte: string;
  waarborgen: string;
  verantwoordelijke: string;
  opslagperiode: string;
  risicos: string;
  kennisgeving: string;
}

export interface Zoekterm {
  soort: 'woorden' | 'nummer';
  waarde: string;
}

/** Something a search over all files found. */
export interface Vondst {
  soort: string;
  rij: Id;
  /** Until when it said so; null: it does now. */
  moment: Tijdstip | null;
  dossierSoort: 'casus' | 'signaal';
  kenmerk: string;
  regime: string;
  bron: string;
  dag: Datum;
  tekst: string;
  /** What was said of it before; null: nothing. */
  hoort: boolean | null;
}

export type Beslissing = 'toewijzen' | 'deels' | 'weigeren';

export interface VerzoekGegeven {
  id: Id;
  soort: string;
  moment: Tijdstip | null;
  dossierSoort: 'casus' | 'signaal';
  kenmerk: string;
  regime: string;
  hoort: boolean;
  bron: string | null;
  dag: Datum | null;
  /** What it says now; null: not for this user, or it is gone. */
  inhoud: string | null;
  beslissing: Beslissing | null;
  tekst: string | null;
  grond: string | null;
  herzienOp: Datum | null;
  veranderd: boolean;
  versie: number;
}

export interface GegevenBesluit {
  beslissing: Beslissing;
  tekst?: string;
  grond?: string;
  herzienOp?: Datum;
}

export interface Verzoek extends VerzoekRegel {
  naam: string;
  adres: string;
  vraag: string;
  identiteit: string | null;
  termijnRegel: string;
  verlengdOp: Datum | null;
  verlengingReden: string | null;
  weging: Weging41 | null;
  motivering: string | null;
  beperkingMelden: boolean;
  ontvangersNoemen: boolean;
  /** That the letter names. */
  ontvangers: string[];
  gegevenAan: {
    gegeven: Id;
    verstrekking: string;
    kenmerk: string;
    ontvanger: string;
    teNoemen: boolean;
    op: Tijdstip;
    staat: Kennisgeving['staat'] | null;
  }[];
  beslotenOp: Datum | null;
  verzondenOp: Datum | null;
  bezwaarTot: Datum | null;
  gegevens: VerzoekGegeven[];
  zoekslagen: { op: Tijdstip; termen: Zoekterm[]; gevonden: number; meer: boolean }[];
  verloop: { van: string | null; naar: string; reden: string | null; door: Collega; op: Tijdstip }[];
  gronden: (Code & { artikel: string })[];
  stappen: string[];
  beletselen: string[];
}

export interface VerzoekWijziging {
  identiteit?: string;
  behandelaar?: Id;
  weging?: Weging41;
  motivering?: string;
  beperkingMelden?: boolean;
  ontvangersNoemen?: boolean;
}

export interface DossierInzagen {
  kenmerk: string;
  inzagen: Inzage[];
}

// --- kaart -----------------------------------------------------------------------------------------------------

/** Metres of the projection of the screen (EPSG:3857). */
export interface KaartPunt {
  x: number;
  y: number;
}
export interface Uitsnede {
  west: number;
  zuid: number;
  oost: number;
  noord: number;
}
export const GEBIEDSOORTEN = ['gemeente', 'wijk', 'buurt', 'bedrijventerrein', 'overig'] as const;
export type Gebiedsoort = (typeof GEBIEDSOORTEN)[number];
/** In the order of their numbers in a tile. */
export const GEBRUIKEN = [
  'geen',
  'wonen',
  'bijeenkomst',
  'cel',
  'gezondheidszorg',
  'industrie',
  'kantoor',
  'logies',
  'onderwijs',
  'sport',
  'winkel',
  'overig',
  'gemengd',
] as const;
export type Gebruik = (typeof GEBRUIKEN)[number];
/** In the order of their numbers in a tile. */
export const BRANCHES = [
  'onbekend',
  'bouw',
  'industrie',
  'auto',
  'groothandel',
  'winkel',
  'vervoer',
  'horeca',
  'zakelijk',
  'zorg',
  'vrije-tijd',
  'persoonlijk',
  'overig',
] as const;
export type Branche = (typeof BRANCHES)[number];
export interface Kaartstand {
  stand: string;
  uitsnede: Uitsnede | null;
  vanaf: Datum | null;
  standdatum: Datum | null;
  indelingen: { soort: Gebiedsoort; jaren: number[] }[];
}
export interface Telvraag {
  soort: Gebiedsoort;
  peildatum: Datum | null;
  binnen: { soort: Gebiedsoort; code: string } | null;
}
export interface Gebiedstelling {
  soort: Gebiedsoort;
  code: string;
  naam: string;
  jaar: number;
  uitsnede: Uitsnede;
  panden: number;
  objecten: number;
  woningen: number;
  bedrijfsruimten: number;
}
/** Exactly one of the three. */
export interface Gebiedskeuze {
  gebied: { soort: Gebiedsoort; code: string } | null;
  ringen: KaartPunt[][] | null;
  pand: string | null;
}
export type SelectieWat = 'objecten' | 'panden';
export type SelectieVolgorde = 'adres' | 'gebruik' | 'oppervlakte' | 'bouwjaar';
export interface Selectievraag {
  waar: Gebiedskeuze;
  wat: SelectieWat;
  peildatum: Datum | null;
  gebruik: Gebruik[] | null;
  bouwjaarVanaf: number | null;
  bouwjaarTotEnMet: number | null;
  sorteer: SelectieVolgorde | null;
  aflopend: boolean | null;
  vanaf: number | null;
  aantal: number | null;
}
export interface Selectieregel {
  soort: 'pand' | 'verblijfsobject' | 'standplaats' | 'ligplaats';
  identificatie: string;
  nummeraanduiding: string | null;
  adres: string;
  gebruik: Gebruik;
  oppervlakte: number | null;
  bouwjaar: number | null;
  objecten: number;
  punt: KaartPunt;
  rd: KaartPunt;
}
export interface Selectie {
  peildatum: Datum;
  aantal: number;
  perGebruik: { gebruik: Gebruik; aantal: number }[];
  perBranche: { branche: Branche; aantal: number }[];
  resultaten: Selectieregel[];
}
export interface Vergelijking {
  peildatum: Datum;
  eerder: Datum;
  gekomen: number;
  gegaan: number;
  anders: number;
  resultaten: {
    wat: 'gekomen' | 'gegaan' | 'anders';
    regel: Selectieregel;
    gebruikWas: Gebruik | null;
    oppervlakteWas: number | null;
  }[];
}
export interface CasusOpKaart {
  id: Id;
  kenmerk: string;
  werknaam: string;
  fase: CasusFase;
  nummeraanduiding: string;
  adres: string;
  punt: KaartPunt;
}
export interface SignaalOpKaart {
  id: Id;
  kenmerk: string;
  titel: string;
  status: SignaalStatus;
  thema: string | null;
  casus: Id | null;
  nummeraanduiding: string;
  adres: string;
  punt: KaartPunt;
}

// --- netwerk -----------------------------------------------------------------------------------------------------

/** `soort`: signaal, casus, adres, pand, onderneming, vestiging, or what a dossier names (a code of vermeldingsoorten). */
export interface KnoopRef {
  soort: string;
  id: string;
}
export interface Netwerkfilter {
  begin: Datum | null;
  eind: Datum | null;
  betrouwbaarheid: Betrouwbaarheid | null;
}
export interface Burental {
  soort: string;
  aantal: number;
}
export interface Netwerkknoop extends KnoopRef {
  naam: string;
  kenmerk: string | null;
  /** Of an onderneming or vestiging. */
  bedrijf: Id | null;
  buren: Burental[];
}
export interface Vindplaats {
  soort: 'signaal' | 'casus';
  id: Id;
  kenmerk: string;
  naam: string;
}
export interface Bewijs {
  herkomst: 'vermelding' | 'verband' | 'signaal' | 'bag' | 'handelsregister';
  dossier: Vindplaats | null;
  bron: string;
  begin: Datum | null;
  eind: Datum | null;
  peildatum: Datum | null;
  bronBetrouwbaarheid: Betrouwbaarheid | null;
  informatieWaarde: number | null;
  regime: string | null;
  doorgifte: string | null;
  rol: string | null;
  toelichting: string | null;
}
export interface Netwerkband {
  van: KnoopRef;
  naar: KnoopRef;
  soort: string;
  bewijs: Bewijs[];
}
export interface Netwerkbeeld {
  knopen: Netwerkknoop[];
  banden: Netwerkband[];
  meer: number;
}
/** Of the drawing, not of whom it stands for. */
export interface Knoopmaat extends KnoopRef {
  verbanden: number;
  tussenliggend: number;
  deel: number;
}
export interface Netwerkpad {
  uitkomst: 'gevonden' | 'geen_pad' | 'binnen_grens_niet';
  stappen: KnoopRef[];
  beeld: Netwerkbeeld;
}
export interface Geplaatst extends KnoopRef {
  x: number;
  y: number;
  vast: boolean;
  notitie: string | null;
}
export interface WeergaveNieuw {
  dossier: KnoopRef;
  naam: string;
  knopen: Geplaatst[];
  filter: Netwerkfilter | null;
}
export interface WeergaveKort {
  id: Id;
  naam: string;
  dossier: Vindplaats;
  door: Collega;
  op: Tijdstip;
}
export interface Weergave extends WeergaveKort {
  knopen: Geplaatst[];
  filter: Netwerkfilter | null;
}
export interface Netwerkblad {
  beeld: Netwerkbeeld;
  kenmerk: string;
  organisatie: string;
  reden: string;
  door: Collega;
  op: Tijdstip;
  regime: string;
  doorgifte: string;
  personen: number;
}
