// SPDX-License-Identifier: EUPL-1.2
// Casussen and what belongs to them.
import type { Actie } from './actie';
import type { Collega, Datum, Id, Tal, Tijdstip } from './basis';
import type { Doorgifte, Feitlabel, HerkomstNieuw, Signaal, Vermelding, VermeldingSoort } from './signaal';

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
  eersteTermijn: { datum: Datum; wat: string; soort: 'bron' | 'interventie' | 'actie' | 'monitoring' } | null;
  monitorTot: Datum | null;
  einddatum: Datum | null;
  bewarenTot: Datum | null;
  etiketten: Etiketsoort[];
  versie: number;
}

/** Why a casus is more than its turn in the queue. */
export const ETIKETTEN = ['betekenisvol', 'buikpijn'] as const;
export type Etiketsoort = (typeof ETIKETTEN)[number];
export interface Etiket {
  soort: Etiketsoort;
  reden: string;
  door: Collega;
  op: Tijdstip;
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
  /** `rol`: in the team, a code of `teamrollen`; trekker of who leads. */
  leden: { gebruiker: Collega; tot: Datum | null; rol: string | null }[];
  plan: CasusPlan;
  stappen: CasusFase[];
  waaromEtiket: Etiket[];
  /** People named in it or its signalen who are under eighteen. */
  minderjarigen: number;
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

export interface InterventieNieuw extends Partial<HerkomstNieuw> {
  type: string;
  omschrijving: string;
  uitvoerder: string;
  eigenaar: Id | null;
  grondslag: string | null;
  termijn: Datum | null;
  status: InterventieStatus;
  resultaat: string | null;
  resultaatOp: Datum | null;
  /** Its own, beside that of what it was taken from. */
  regime?: string | null;
}

/** What it was taken from does not change: its label would have to. */
export type InterventieWijziging = Partial<Omit<InterventieNieuw, 'uitBron' | 'uitDocument'>>;

export interface Interventie extends Omit<InterventieNieuw, 'eigenaar' | keyof HerkomstNieuw | 'regime'>, Feitlabel {
  id: Id;
  bron: string;
  uitBron: Id | null;
  uitDocument: Id | null;
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
  | 'actie'
  | 'vraag'
  | 'informeren'
  | 'verstrekking'
  | 'document'
  | 'signaal'
  | 'lid'
  | 'beeld'
  | 'besluit'
  | 'informatie'
  | 'noodtoegang'
  | 'etiket'
  | 'beoordeling'
  | 'privacytoets';

export interface NotitieNieuw extends HerkomstNieuw {
  tekst: string;
  wanneer: Tijdstip | null;
  /** Its own, beside that of what it was taken from. */
  regime: string | null;
}

export interface Gebeurtenis extends Feitlabel {
  id: Id;
  /** Where it came from, in words; empty when nobody said. */
  bron: string;
  uitBron: Id | null;
  uitDocument: Id | null;
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
  acties: Actie[];
  tijdlijn: Gebeurtenis[];
}

export interface CasusOvergang {
  naar: CasusFase;
  reden: string;
  tot: Datum | null;
  einddatum: Datum | null;
}

/** Somebody of another organisation who may be in this casus. `code`: in the answer to the invitation only. */
export interface Gast {
  id: Id;
  gebruiker: Id;
  naam: string;
  organisatie: string;
  staat: 'uitgenodigd' | 'opgenomen' | 'lid' | 'voorbij' | 'ingetrokken';
  tot: Datum;
  code: string | null;
}
export interface Gasten {
  resultaten: Gast[];
  organisaties: { code: string; naam: string }[];
}
