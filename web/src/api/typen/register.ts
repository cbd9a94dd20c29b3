// SPDX-License-Identifier: EUPL-1.2
// Addresses, companies and the registers they stand in.
import type { Datum, Id } from './basis';
import type { CasusFase } from './casus';
import type { Uitsnede } from './kaart';
import type { SignaalStatus } from './signaal';

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

/** What a code of one edition of the SBI is in the other. */
export interface SbiOmzetting {
  code: string;
  /** Of `code`: 2008 or 2025. */
  uitgave: number;
  /** Of the other edition; never empty. */
  codes: string[];
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
  omzettingen: SbiOmzetting[];
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
