// SPDX-License-Identifier: EUPL-1.2
// Who one is, what one may and under which purpose.
import type { ActieRegel } from './actie';
import type { Code, Collega, Datum, Id, Tijdstip } from './basis';
import type { InterventieCategorie } from './casus';
import type { SuggestieKort } from './netwerk';
import type { Doorgifte, VermeldingSoort } from './signaal';

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
  | 'aanpak.zien'
  | 'aanpak.beheren'
  | 'actie.zien'
  | 'actie.schrijven'
  | 'vraag.beantwoorden'
  | 'register.zoeken'
  | 'bedrijf.zien'
  | 'zoeken'
  | 'kaart.zien'
  | 'gemeenteregister.zien'
  | 'netwerk.zien'
  | 'overleg.zien'
  | 'overleg.leiden'
  | 'cijfers.zien'
  | 'gebruikers.zien'
  | 'beheer.gebruikers'
  | 'noodtoegang.openen'
  | 'noodtoegang.beoordelen'
  | 'inzagen.zien'
  | 'inzagen.alle'
  | 'toezicht.zien'
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
  /** In which he reads; null: he never chose. */
  taal: 'nl' | 'en' | null;
  /** He works elsewhere: a guest in one casus here. */
  teGast: boolean;
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
  /** The part somebody has in the team of a casus. */
  teamrollen: Code[];
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
  soort: 'bron' | 'interventie' | 'actie' | 'monitoring' | 'informeren' | 'kennisgeving';
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
  /** His own that are open. */
  acties: ActieRegel[];
  /** Of others, a week late, that came to him. */
  geescaleerd: ActieRegel[];
  toetsen: Werktoets[];
  /** That end within fourteen days. */
  embargos: { id: Id; kenmerk: string; titel: string; tot: Datum }[];
  /** Of watchers, that nobody weighed yet. */
  suggesties: SuggestieKort[];
  teWegen: number;
  uitgesteldVerlopen: number;
  mijnCasussen: number;
  casusTeOpenen: number;
}

/** Where one is a guest: at whom and until when. */
export interface Gastplek {
  id: Id;
  gastheer: string;
  tot: Datum;
}
