// SPDX-License-Identifier: EUPL-1.2
// What all values of the API are made of.

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
