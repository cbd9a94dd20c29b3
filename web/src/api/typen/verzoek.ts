// SPDX-License-Identifier: EUPL-1.2
// Requests of data subjects, what they are told, and what others were given of them.
import type { Code, Collega, Datum, Id, Tijdstip } from './basis';
import type { Inzage } from './toezicht';

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
  minderjarig: boolean;
}

export interface Verstrekbaar {
  ontvangers: (Code & { regimes: string[] })[];
  feiten: Feit[];
  /** Extracts that the user may still give today. */
  over: number;
}

/** Why a casus goes to the RIEC, and to which of its participants. */
export interface RiecNieuw {
  vermoeden: string;
  samenwerking: string;
  noodzaak: string;
  deelnemers: string[];
}

export interface RiecBerichtNieuw {
  soort: 'ontvangst' | 'terugkoppeling';
  dag: Datum;
  tekst: string;
  correctie?: string;
}

/** What is recorded of it; who decided it is the privacy check. */
export interface Riec extends RiecNieuw {
  beslotenDoor: Collega;
  beslotenOp: Tijdstip;
  berichten: (Omit<RiecBerichtNieuw, 'correctie'> & { correctie: string | null; door: Collega; op: Tijdstip })[];
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
  riec?: RiecNieuw;
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
  riec: Riec | null;
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
